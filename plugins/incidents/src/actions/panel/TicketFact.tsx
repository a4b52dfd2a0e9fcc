import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Link } from '@backstage/ui';
import type {
  ActionCommandType,
  ActionDetail,
} from '@linchpin/backstage-plugin-incidents-common';
import { incidentsActionsTranslationRef } from '../../translations/actions';
import { useActionCommands } from '../commands/ActionCommandsProvider';
import classes from './ActionFacts.module.css';

const WAYS = [
  'make-ticket',
  'link-ticket',
  'unlink-ticket',
] as const satisfies readonly ActionCommandType[];

/** The ticket that stands for it in a tracker, how the two agree, and how to get one. */
export const TicketFact = ({ action }: { action: ActionDetail }) => {
  const { t } = useTranslationRef(incidentsActionsTranslationRef);
  const { start } = useActionCommands();
  const { ticket, viewer } = action;
  const ways = WAYS.filter(
    way =>
      viewer.commands.includes(way) && (way === 'unlink-ticket') === !!ticket,
  );
  if (!ticket && ways.length === 0) {
    return null;
  }
  return (
    <div className={classes.fact}>
      <dt>{t('ticket')}</dt>
      <dd>
        <span>
          {ticket?.url && (
            <Link href={ticket.url} target="_blank">
              {ticket.key ?? ticket.trackerTitle}
            </Link>
          )}{' '}
          {ticket && ticket.sync !== 'in-step' && (
            <span
              className={ticket.sync === 'failed' ? classes.late : undefined}
            >
              {t(`sync_${ticket.sync}`, { tracker: ticket.trackerTitle })}
              {ticket.problem && ` ${ticket.problem}`}
            </span>
          )}
        </span>
        <span>
          {ways.map(way => (
            <Button
              key={way}
              size="small"
              variant="tertiary"
              className={classes.change}
              onPress={() => start(way, action)}
            >
              {t(`cmd_${way}`)}
            </Button>
          ))}
        </span>
      </dd>
    </div>
  );
};
