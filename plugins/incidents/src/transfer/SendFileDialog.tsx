import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Import } from '@linchpin/backstage-plugin-incidents-common';
import { useState } from 'react';
import { InvalidField } from '../api/errors';
import { useSendImport } from '../api/mutations';
import { FormDialog } from '../commands';
import { useRefusal } from '../commands/useRefusal';
import { incidentsTransferTranslationRef } from '../translations/transfer';
import { FileField } from './FileField';
import classes from './SendFileDialog.module.css';

/** A file and what its rows mean, to be planned. */
export const SendFileDialog = (props: {
  onSent: (job: Import) => void;
  onClose: () => void;
}) => {
  const { t } = useTranslationRef(incidentsTransferTranslationRef);
  const send = useSendImport();
  const refusal = useRefusal();
  const [mapping, setMapping] = useState<File>();
  const [file, setFile] = useState<File>();

  const submit = () => {
    if (!mapping) {
      refusal.refuse('mapping', t('mappingMissing'));
    } else if (!file) {
      refusal.refuse('file', t('fileMissing'));
    } else {
      refusal.forget();
      send.mutate(
        { mapping, file },
        {
          onSuccess: props.onSent,
          // Any other field is one of the mapping, which only its path tells.
          onError: error =>
            error instanceof InvalidField && error.field !== 'file'
              ? refusal.refuse('mapping', `${error.field}: ${error.message}`)
              : refusal.learn(error),
        },
      );
    }
  };

  return (
    <FormDialog
      title={t('sendTitle')}
      submit={t('sendSubmit')}
      isPending={send.isPending}
      problem={refusal.problemBeside(['mapping', 'file'])}
      onSubmit={submit}
      onClose={props.onClose}
    >
      <p className={classes.hint}>{t('sendHint')}</p>
      <FileField
        label={t('mapping')}
        hint={t('mappingHint')}
        accept=".yaml,.yml,.json"
        problem={refusal.problemOf('mapping')}
        onChoose={setMapping}
      />
      <FileField
        label={t('file')}
        hint={t('fileHint')}
        accept=".csv,.jsonl,.ndjson,.txt"
        problem={refusal.problemOf('file')}
        onChoose={setFile}
      />
    </FormDialog>
  );
};
