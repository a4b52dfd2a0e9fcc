import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Incident } from '@linchpin/backstage-plugin-incidents-common';
import { isOffered, type Startable } from '../commands';
import { useIncidentsPaths, useNavigate } from '../navigation/navigation';
import { useShortcuts } from '../shortcuts';
import { incidentsInboxTranslationRef } from '../translations/inbox';

/** One key for each verdict on the row that is looked at, or on all that are selected. */
export function useInboxKeys(inbox: {
  current: Incident | undefined;
  selected: readonly Incident[];
  move: (by: number) => void;
  start: (type: Startable, target: readonly Incident[]) => void;
  toggle: (id: string) => void;
  clear: () => void;
  showNew: () => void;
  goToFilter: () => void;
  goToPreview: () => void;
}) {
  const { t } = useTranslationRef(incidentsInboxTranslationRef);
  const navigate = useNavigate();
  const paths = useIncidentsPaths();
  const { current, selected } = inbox;
  const start = (type: Startable, targets: readonly Incident[]) => {
    const offered = targets.filter(incident => isOffered(type, incident));
    if (offered.length > 0) {
      inbox.start(type, offered);
    }
  };
  const one = current ? [current] : [];
  const meant = selected.length > 0 ? selected : one;

  useShortcuts([
    {
      keys: ['j'],
      label: t('key_next'),
      run: () => inbox.move(1),
    },
    {
      keys: ['k'],
      label: t('key_previous'),
      run: () => inbox.move(-1),
    },
    { keys: ['Enter'], label: t('key_preview'), run: inbox.goToPreview },
    {
      keys: ['o'],
      label: t('key_open'),
      run: () => current && navigate(paths.incident(current.number)),
    },
    {
      keys: ['a'],
      label: t('key_acknowledge'),
      run: () => start('acknowledge', meant),
    },
    {
      keys: ['d'],
      label: t('key_dismiss'),
      run: () => start('dismiss', meant),
    },
    {
      keys: ['p'],
      label: t('key_passOn'),
      run: () => start('pass-on', meant),
    },
    {
      keys: ['u'],
      label: t('key_update'),
      run: () => start('post-update', one),
    },
    {
      keys: ['x'],
      label: t('key_select'),
      run: () => current && inbox.toggle(current.id),
    },
    { keys: ['r'], label: t('key_new'), run: inbox.showNew },
    { keys: ['/'], label: t('key_filter'), run: inbox.goToFilter },
    { keys: ['Escape'], label: t('key_clear'), run: inbox.clear },
  ]);
}
