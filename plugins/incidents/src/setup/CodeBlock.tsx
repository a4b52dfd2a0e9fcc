import {
  toastApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { RiFileCopyLine } from '@remixicon/react';
import { incidentsTranslationRef } from '../translations/incidents';
import { copyText } from './copyText';
import classes from './CodeBlock.module.css';

/** Text to take along. */
export const CodeBlock = (props: { label: string; code: string }) => (
  <pre className={classes.code} aria-label={props.label}>
    {props.code}
  </pre>
);

/** Takes it along. */
export const CopyButton = (props: { label: string; code: string }) => {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const toasts = useApi(toastApiRef);
  const copy = async () => {
    await copyText(props.code);
    toasts.post({ title: t('setup.copied'), timeout: 3_000 });
  };
  return (
    <Button
      size="small"
      variant="secondary"
      iconStart={<RiFileCopyLine />}
      aria-label={`${t('setup.copy')}: ${props.label}`}
      onPress={copy}
    >
      {t('setup.copy')}
    </Button>
  );
};
