import {
  toastApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { RiFileCopyLine } from '@remixicon/react';
import { incidentsSetupTranslationRef } from '../translations/setup';
import { copyText } from '../elements/copyText';
import classes from './CodeBlock.module.css';

/** Text to take along; a field, so that long lines scroll by keyboard too. */
export const CodeBlock = (props: { label: string; code: string }) => (
  <textarea
    readOnly
    className={classes.code}
    aria-label={props.label}
    rows={props.code.trimEnd().split('\n').length}
    wrap="off"
    spellCheck={false}
    value={props.code}
  />
);

/** Takes it along. */
export const CopyButton = (props: { label: string; code: string }) => {
  const { t } = useTranslationRef(incidentsSetupTranslationRef);
  const toasts = useApi(toastApiRef);
  const copy = async () => {
    await copyText(props.code);
    toasts.post({ title: t('copied'), timeout: 3_000 });
  };
  return (
    <Button
      size="small"
      variant="secondary"
      iconStart={<RiFileCopyLine />}
      aria-label={`${t('copy')}: ${props.label}`}
      onPress={copy}
    >
      {t('copy')}
    </Button>
  );
};
