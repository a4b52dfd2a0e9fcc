import {
  toastApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { ButtonIcon } from '@backstage/ui';
import { RiLinksLine } from '@remixicon/react';
import { incidentsIncidentTranslationRef } from '../../translations/incident';

const TOAST_MS = 4_000;

/** Puts the address of this incident on the clipboard; shows it where the browser allows no such thing. */
export const CopyLinkButton = () => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  const toasts = useApi(toastApiRef);
  const copy = async () => {
    const address = window.location.href.split(/[?#]/)[0];
    try {
      await navigator.clipboard.writeText(address);
      toasts.post({ title: t('linkCopied'), timeout: TOAST_MS });
    } catch {
      toasts.post({ title: address, status: 'info' });
    }
  };
  return (
    <ButtonIcon
      variant="tertiary"
      aria-label={t('copyLink')}
      icon={<RiLinksLine />}
      onPress={copy}
    />
  );
};
