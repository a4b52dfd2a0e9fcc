import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, TextAreaField } from '@backstage/ui';
import type { ActionDetail } from '@linchpin/backstage-plugin-incidents-common';
import { useState } from 'react';
import { useDraft } from '../../elements/useDraft';
import { incidentsActionsTranslationRef } from '../../translations/actions';
import { usePerformAction } from '../commands/usePerformAction';
import classes from './NoteField.module.css';

/** What whoever looks next should know; kept in this tab until it is sent. */
export const NoteField = ({ action }: { action: ActionDetail }) => {
  const { t } = useTranslationRef(incidentsActionsTranslationRef);
  const { perform, sayRefused } = usePerformAction();
  const [text, setText] = useDraft(`action.note.${action.id}`);
  const [isPending, setPending] = useState(false);

  const send = async () => {
    setPending(true);
    try {
      await perform([action], { type: 'add-note', text: text.trim() });
      setText('');
    } catch (error) {
      sayRefused(error);
    } finally {
      setPending(false);
    }
  };

  return (
    <div className={classes.note}>
      <TextAreaField
        aria-label={t('note')}
        placeholder={t('note')}
        rows={1}
        value={text}
        onChange={setText}
      />
      {text.trim() !== '' && (
        <Button variant="secondary" isPending={isPending} onPress={send}>
          {t('cmd_add-note')}
        </Button>
      )}
    </div>
  );
};
