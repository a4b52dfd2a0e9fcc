import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import type { CreatedKey } from '@linchpin/backstage-plugin-incidents-common';
import { useState } from 'react';
import { Choice } from '../commands/fields/Choice';
import { CodeBlock, CopyButton } from '../setup/CodeBlock';
import { KEY_FORMS, keyConfig, type KeyForm } from '../setup/recipes';
import tableClasses from '../setup/table.module.css';
import { incidentsKeysTranslationRef } from '../translations/keys';
import classes from './CreatedKeyDialog.module.css';

/** The key itself, this once, and what the sender has to be told. A slip closes it not, but its buttons alone. */
export const CreatedKeyDialog = (props: {
  created: CreatedKey;
  /** Where the sender posts to. */
  url: string;
  onClose: () => void;
}) => {
  const { t } = useTranslationRef(incidentsKeysTranslationRef);
  const { key, secret } = props.created;
  const [form, setForm] = useState<KeyForm>('bearer');
  const config = keyConfig(key.source.id, props.url, secret, form);
  return (
    <Dialog
      isOpen
      isDismissable={false}
      isKeyboardDismissDisabled
      onOpenChange={isOpen => !isOpen && props.onClose()}
      width={592}
    >
      <DialogHeader>{t('createdTitle', { name: key.name })}</DialogHeader>
      <DialogBody>
        <div className={classes.body}>
          <Alert
            status="warning"
            icon
            title={t('createdOnce')}
            description={t('createdOnceHint')}
          />
          <Copyable label={t('secret')} code={secret} />
          <Choice
            label={t('form')}
            options={KEY_FORMS.map(id => ({ id, label: t(`form_${id}`) }))}
            value={form}
            onChange={setForm}
          />
          <div>
            <Copyable label={t('configuration')} code={config} />
            <p className={tableClasses.note}>{t(`formHint_${form}`)}</p>
          </div>
        </div>
      </DialogBody>
      <DialogFooter>
        <Button variant="primary" onPress={props.onClose}>
          {t('done')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
};

const Copyable = (props: { label: string; code: string }) => (
  <div className={classes.copyable}>
    <span className={classes.label}>{props.label}</span>
    <CopyButton {...props} />
    <div className={classes.code}>
      <CodeBlock {...props} />
    </div>
  </div>
);
