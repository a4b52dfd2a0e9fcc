import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Alert,
  Button,
  DialogBody,
  DialogFooter,
  DialogHeader,
  TextField,
} from '@backstage/ui';
import { type FormEvent, useState } from 'react';
import { PreventingActions } from '../actions/guard/PreventingActions';
import { useReportPreview } from '../api/queries';
import { incidentsReportTranslationRef } from '../translations/report';
import { AlreadyKnown } from './AlreadyKnown';
import { Destination } from './Destination';
import type { ReportDraft } from './draft';
import { EntityField } from './EntityField';
import { MoreFields } from './MoreFields';
import { SeverityField } from './SeverityField';
import { useReport } from './useReport';
import classes from './ReportForm.module.css';

/** As the backend accepts it. */
const TITLE_MAX = 200;

interface ReportFormProps {
  entityRef?: string;
  recurrenceOf?: string;
  onClose: () => void;
}

/** Three questions, answered by what is known where it is known. */
export const ReportForm = (props: ReportFormProps) => {
  const { entityRef, recurrenceOf, onClose } = props;
  const { t } = useTranslationRef(incidentsReportTranslationRef);
  const { draft, errors, failure, isPending, change, send, forget } = useReport(
    { entityRef, recurrenceOf },
  );
  const preview = useReportPreview(draft.entity?.ref);
  const [isMoreOpen, setMoreOpen] = useState(false);
  const startsAtOnce = preview.data?.ownedByViewer ?? false;

  const submit = async (event?: FormEvent) => {
    event?.preventDefault();
    if (await send(preview.isPlaceholderData ? undefined : preview.data)) {
      onClose();
    }
  };
  const known = draft.entity && (
    <AlreadyKnown
      entity={draft.entity}
      preview={preview}
      typed={draft.title}
      onJoined={() => {
        forget();
        onClose();
      }}
      onLeave={onClose}
    />
  );

  return (
    <>
      <DialogHeader>
        {t(startsAtOnce ? 'declareTitle' : 'reportTitle')}
      </DialogHeader>
      <form className={classes.form} onSubmit={submit} noValidate>
        <DialogBody className={classes.body}>
          {entityRef && known}
          <TextField
            autoFocus
            size="medium"
            label={t('what')}
            value={draft.title}
            onChange={title => change({ title })}
            maxLength={TITLE_MAX}
            className={classes.question}
            validate={() => errors.title ?? null}
            validationBehavior="aria"
          />
          <EntityField
            entity={draft.entity}
            onChange={entity => change({ entity, ...asSuggested })}
            error={errors.entityRef}
          />
          {!entityRef && known}
          {draft.entity && (
            <PreventingActions actions={preview.data?.preventing ?? []} />
          )}
          <SeverityField
            draft={draft}
            suggestion={preview.data?.suggestion}
            onChange={change}
            errors={errors}
          />
          <MoreFields
            isOpen={isMoreOpen || MORE.some(field => errors[field])}
            onOpenChange={setMoreOpen}
            draft={draft}
            onChange={change}
            onSend={submit}
            errors={errors}
          />
          {failure && (
            <Alert
              role="alert"
              status="danger"
              icon
              title={t('notSent')}
              description={failure}
            />
          )}
        </DialogBody>
        <DialogFooter>
          <Destination preview={preview.data} />
          <Button variant="tertiary" onPress={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" variant="primary" isPending={isPending}>
            {t(startsAtOnce ? 'declare' : 'report')}
          </Button>
        </DialogFooter>
      </form>
    </>
  );
};

/** What was chosen for one entity says nothing of another. */
const asSuggested: Partial<ReportDraft> = {
  impact: undefined,
  urgency: undefined,
};

/** The fields that are folded away, as the backend names them. */
const MORE = ['impactStartedAt', 'risks', 'workaround', 'description'] as const;
