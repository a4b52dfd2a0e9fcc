import type { Incident } from '@linchpin/backstage-plugin-incidents-common';
import { useEffect } from 'react';
import { useIncidents } from '../../api/queries';
import { useNow } from '../../elements/now';
import { useMe } from '../../elements/useMe';
import { useStored } from '../../elements/useStored';

/** The way through the product in four steps. */
export const STEPS = ['alert', 'take', 'update', 'service'] as const;
export type Step = (typeof STEPS)[number];

type Progress = {
  /** When the tour was first seen, ISO 8601 in UTC: what was before does not count. */
  since: string | null;
  done: Step[];
  isDismissed: boolean;
};

const BEGINNING: Progress = { since: null, done: [], isDismissed: false };

const LOOKED_AT = 20;

/** Which steps are done; they tick themselves as the incidents show them. */
export function useTour() {
  const [progress, setProgress, isKnown] = useStored<Progress>(
    'tour',
    BEGINNING,
  );
  const { since, done, isDismissed } = progress;
  const isShown = isKnown && !isDismissed;
  const now = useNow();
  const me = useMe();
  const newest = useIncidents(
    { sort: 'newest', limit: LOOKED_AT },
    { enabled: isShown },
  ).data?.pages[0].items;
  const mine = useIncidents(
    { mine: 'lead', sort: 'newest', limit: LOOKED_AT },
    { enabled: isShown },
  ).data?.pages[0].items;

  const seen =
    since && newest && mine ? stepsSeen(since, me, newest, mine) : [];
  const all = STEPS.filter(step => done.includes(step) || seen.includes(step));
  const arrived = since && newest?.find(isNewAlert(since));
  const keep = (change: Partial<Progress>) =>
    setProgress({ since, done: all, isDismissed, ...change });

  useEffect(() => {
    if (isShown && (since === null || all.length > done.length)) {
      keep({ since: since ?? new Date(now).toISOString() });
    }
  });

  return {
    isShown,
    done: all,
    /** The incident of the alert that was sent; waits to be taken. */
    arrived: arrived && arrived.leadRef === null ? arrived : undefined,
    /** What the tour is about: the incident that was taken last. */
    taken: mine?.[0],
    tick: (step: Step) => keep({ done: [...new Set([...all, step])] }),
    dismiss: () => keep({ isDismissed: true }),
  };
}

const isNewAlert = (since: string) => (incident: Incident) =>
  incident.source === 'alert' && incident.declaredAt > since;

function stepsSeen(
  since: string,
  me: string | undefined,
  newest: readonly Incident[],
  mine: readonly Incident[],
): Step[] {
  const isAfter = (instant: string | null | undefined) =>
    Boolean(instant && instant > since);
  const seen: Record<Step, boolean> = {
    alert: newest.some(isNewAlert(since)),
    take: mine.some(i => isAfter(i.acknowledgedAt)),
    update: newest
      .concat(mine)
      .some(i => i.lastUpdate?.by.ref === me && isAfter(i.lastUpdate?.at)),
    service: false,
  };
  return STEPS.filter(step => seen[step]);
}
