import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import type { ActionDetail } from '@linchpin/backstage-plugin-incidents-common';
import { Fragment, type PropsWithChildren } from 'react';
import { useDayFormat } from '../../charts/useDayFormat';
import { EntityName, PersonName } from '../../elements/names';
import { useInstantFormat } from '../../elements/time';
import { IncidentLink } from '../../incident/IncidentLink';
import { incidentsActionsTranslationRef } from '../../translations/actions';
import { useActionCommands } from '../commands/ActionCommandsProvider';
import type { StartableAction } from '../commands/start';
import classes from './ActionFacts.module.css';
import { TicketFact } from './TicketFact';

/** Who, by when, on what and because of what; each can be changed where it stands. */
export const ActionFacts = ({ action }: { action: ActionDetail }) => {
  const { t } = useTranslationRef(incidentsActionsTranslationRef);
  const format = useInstantFormat();
  const days = useDayFormat();
  return (
    <dl className={classes.facts}>
      <Fact name={t('doesIt')} action={action} change="assign">
        {action.responsible ? (
          <PersonName person={action.responsible} />
        ) : (
          <span className={classes.missing}>{t('needsOwner')}</span>
        )}
      </Fact>
      <Fact name={t('answersForIt')} action={action} change="make-accountable">
        {action.accountable ? (
          <EntityName entity={action.accountable} />
        ) : (
          t('nobodyYet')
        )}
      </Fact>
      <Fact name={t('dueDay')} action={action} change="move-due">
        {days.date(action.dueOn)}
      </Fact>
      <Fact name={t('for')} action={action} change="edit">
        <span title={t(`typeHint_${action.type}`)}>
          {t(`type_${action.type}`)}
        </span>
      </Fact>
      <Fact name={t('entity')} action={action} change="move-to-entity">
        {action.entity ? <EntityName entity={action.entity} /> : '—'}
      </Fact>
      <Fact name={t('owner')} action={action}>
        {action.owner ? (
          <EntityName entity={action.owner} />
        ) : (
          <span className={classes.missing}>
            {t(`unrouted_${knownReason(action.unrouted)}`)}
          </span>
        )}
      </Fact>
      {action.factor && (
        <Fact name={t('factor')} action={action}>
          {action.factor}
        </Fact>
      )}
      <Fact name={t('incidents')} action={action} change="link-incident">
        {action.incidents.map(({ number, title }, index) => (
          <Fragment key={number}>
            {index > 0 && ', '}
            <span title={title}>
              <IncidentLink number={number} />
            </span>
          </Fragment>
        ))}
      </Fact>
      {action.recurrences.length > 0 && (
        <Fact name={t('recurred')} action={action}>
          {action.recurrences.map(({ number, at }, index) => (
            <Fragment key={number}>
              {index > 0 && ', '}
              <IncidentLink number={number} />{' '}
              <span className={classes.when}>{format.day(at)}</span>
            </Fragment>
          ))}
        </Fact>
      )}
      <TicketFact action={action} />
    </dl>
  );
};

/** Of an action item little else can be wrong; an incident knows more reasons. */
function knownReason(reason: string | null) {
  return reason === 'owner-not-in-catalog' || reason === 'catalog-unavailable'
    ? reason
    : 'no-owner';
}

const Fact = (
  props: PropsWithChildren<{
    name: string;
    action: ActionDetail;
    change?: StartableAction;
  }>,
) => {
  const { t } = useTranslationRef(incidentsActionsTranslationRef);
  const { start } = useActionCommands();
  const { action, change, name } = props;
  const words = t(change === 'link-incident' ? 'add' : 'change');
  return (
    <div className={classes.fact}>
      <dt>{name}</dt>
      <dd>
        <span>{props.children}</span>
        {change && action.viewer.commands.includes(change) && (
          <Button
            size="small"
            variant="tertiary"
            className={classes.change}
            aria-label={`${words}: ${name}`}
            onPress={() => start(change, action)}
          >
            {words}
          </Button>
        )}
      </dd>
    </div>
  );
};
