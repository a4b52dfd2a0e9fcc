import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type {
  LinkedChange,
  ShownNearChange,
} from '@linchpin/backstage-plugin-incidents-common';
import { RiEqualizerLine, RiRocketLine } from '@remixicon/react';
import type { ComponentType } from 'react';
import { useDurationFormat } from '../elements/time';
import { incidentsChangesTranslationRef } from '../translations/changes';

type Made = Pick<LinkedChange, 'kind' | 'entity' | 'version'>;

/** The mark of each kind of change. */
export const CHANGE_ICONS: Record<
  Made['kind'],
  ComponentType<{ className?: string }>
> = {
  deployment: RiRocketLine,
  configuration: RiEqualizerLine,
};

/** What was changed: `payments-api 15.8`. */
export function changedThing({
  entity,
  version,
}: {
  entity: { title: string };
  version?: string | null;
}): string {
  return version ? `${entity.title} ${version}` : entity.title;
}

/** What was done: *Deployed payments-api 15.8*; leads to where its source shows it. */
export const ChangeMade = (props: {
  change: Made & { url?: string | null };
}) => {
  const { t } = useTranslationRef(incidentsChangesTranslationRef);
  const { change } = props;
  const what = changedThing(change);
  return t(`made_${change.kind}`, {
    what: change.url ? (
      <Link href={change.url} target="_blank" standalone>
        {what}
      </Link>
    ) : (
      <b>{what}</b>
    ),
  });
};

/** How it lies to the begin of the impact: *12 min before*. */
export function useNearness() {
  const { t } = useTranslationRef(incidentsChangesTranslationRef);
  const { duration } = useDurationFormat();
  return ({ when, awayMs }: Pick<ShownNearChange, 'when' | 'awayMs'>) =>
    t(when, { duration: duration(awayMs) });
}

/** What else its source says of it; nothing of what is said already. */
export function useChangeDetails() {
  const { t } = useTranslationRef(incidentsChangesTranslationRef);
  return (change: ShownNearChange): string[] => {
    const { title, actor, outcome } = change;
    return [
      title === changedThing(change) ? null : title,
      actor,
      outcome && outcome !== 'succeeded' ? t(`outcome_${outcome}`) : null,
    ].flatMap(each => each ?? []);
  };
}
