import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Dialog, DialogBody, DialogHeader } from '@backstage/ui';
import type { ActionDetail } from '@linchpin/backstage-plugin-incidents-common';
import { useAction } from '../../api/actions';
import { isMissing } from '../../api/errors';
import { PriorityMark } from '../../elements/PriorityMark';
import { EmptyState, FailedPart, RowSkeleton } from '../../elements/states';
import { incidentsActionsTranslationRef } from '../../translations/actions';
import { Quote } from '../Quote';
import { ActionFacts } from './ActionFacts';
import classes from './ActionPanel.module.css';
import { ActionPast } from './ActionPast';
import { ActionState } from './ActionState';
import { NoteField } from './NoteField';
import { PanelCommands } from './PanelCommands';

/** One action item with all that is known of it and all that can be done. */
export const ActionPanel = (props: {
  /** Such as `ACT-12`. */
  number: string;
  onClose: () => void;
}) => {
  const { t } = useTranslationRef(incidentsActionsTranslationRef);
  const { data, error, refetch } = useAction(props.number);
  return (
    <Dialog
      isOpen
      onOpenChange={isOpen => !isOpen && props.onClose()}
      width={680}
    >
      <DialogHeader>{data?.title ?? props.number}</DialogHeader>
      {data && <Whole action={data} />}
      {!data && (
        <DialogBody>
          {!error && <RowSkeleton rows={5} />}
          {error && isMissing(error) && (
            <EmptyState title={t('unknown', { number: props.number })} />
          )}
          {error && !isMissing(error) && (
            <FailedPart error={error} onRetry={refetch} />
          )}
        </DialogBody>
      )}
    </Dialog>
  );
};

const Whole = ({ action }: { action: ActionDetail }) => {
  const { t } = useTranslationRef(incidentsActionsTranslationRef);
  return (
    <>
      <DialogBody>
        <div className={classes.panel}>
          <div className={classes.head}>
            <PriorityMark priority={action.priority} />
            <span className={classes.number}>{action.number}</span>
            <ActionState action={action} />
          </div>
          {action.description && (
            <p className={classes.text}>{action.description}</p>
          )}
          {action.quote && <Quote text={action.quote} />}
          <ActionFacts action={action} />
          <section className={classes.past}>
            <h3>{t('past')}</h3>
            {action.viewer.commands.includes('add-note') && (
              <NoteField action={action} />
            )}
            <ActionPast events={action.events} />
          </section>
        </div>
      </DialogBody>
      <PanelCommands action={action} />
    </>
  );
};
