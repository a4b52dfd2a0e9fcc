import {
  DEFAULT_NAMESPACE,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { UserCommand } from '@linchpin/backstage-plugin-incidents-common';
import type { Person } from './people';
import { does, type Scene, type StoryAlert } from './script';

type Command<Type extends UserCommand['type']> = Extract<
  UserCommand,
  { type: Type }
>;

/**
 * An alert of production that names its service.
 *
 * @param entity - its entity; the kind may be missing of a component
 */
export function alertOf(
  entity: string,
  alertname: string,
  severity: 'critical' | 'warning',
  summary: string,
  more: { labels?: Record<string, string>; description?: string } = {},
): StoryAlert {
  const ref = parseEntityRef(entity, {
    defaultKind: 'component',
    defaultNamespace: DEFAULT_NAMESPACE,
  });
  return {
    entityRef: stringifyEntityRef(ref),
    labels: {
      alertname,
      service: ref.name,
      severity,
      environment: 'production',
      ...more.labels,
    },
    annotations: {
      summary,
      ...(more.description && { description: more.description }),
    },
  };
}

export const acknowledges = (minutes: number, who: Person) =>
  does(minutes, who, { type: 'acknowledge' });

export const fixes = (minutes: number, who: Person, note?: string) =>
  changesStatus(minutes, who, 'fixing', note);

export const watches = (minutes: number, who: Person, note?: string) =>
  changesStatus(minutes, who, 'monitoring', note);

function changesStatus(
  minutes: number,
  who: Person,
  to: Command<'change-status'>['to'],
  note?: string,
): Scene {
  return does(minutes, who, {
    type: 'change-status',
    to,
    ...(note && { note }),
  });
}

/** An update; `next` is the minute at which the next one is promised. */
export function tells(
  minutes: number,
  who: Person,
  update: {
    impact: string;
    action: string;
    workaround?: string;
    next?: number;
  },
): Scene {
  const { next, ...said } = update;
  return does(minutes, who, time => ({
    type: 'post-update',
    ...said,
    ...(next !== undefined && { nextUpdateAt: time(next) }),
  }));
}

export const notes = (minutes: number, who: Person, text: string) =>
  does(minutes, who, { type: 'add-note', text });

/** Resolved; `since` is the minute since when service was normal, if earlier. */
export function resolves(
  minutes: number,
  who: Person,
  note: string,
  since?: number,
): Scene {
  return does(minutes, who, time => ({
    type: 'resolve',
    note,
    ...(since !== undefined && { at: time(since) }),
  }));
}

/** P1 and P2 stay open until a person closes them. */
export const closes = (minutes: number, who: Person) =>
  does(minutes, who, { type: 'close' });

export const reopens = (minutes: number, who: Person, reason: string) =>
  does(minutes, who, { type: 'reopen', reason });

export const follows = (minutes: number, who: Person) =>
  does(minutes, who, { type: 'follow' });

/** A person says that they are affected too. */
export const suffers = (minutes: number, who: Person, symptom?: string) =>
  does(minutes, who, { type: 'report-affected', ...(symptom && { symptom }) });

export const marks = (
  minutes: number,
  who: Person,
  entityRef: string,
  level: Command<'mark-affected'>['level'],
) => does(minutes, who, { type: 'mark-affected', entityRef, level });

export const weighs = (
  minutes: number,
  who: Person,
  priority: Pick<Command<'prioritise'>, 'impact' | 'urgency'> & {
    risks?: Command<'prioritise'>['risks'];
  },
) => does(minutes, who, { type: 'prioritise', risks: [], ...priority });

export const renames = (minutes: number, who: Person, title: string) =>
  does(minutes, who, { type: 'rename', title });

/** Says which change caused it, by its title. */
export const blames = (minutes: number, who: Person, change: string) =>
  does(minutes, who, { type: 'link-change', changeId: change });

export const passesOn = (
  minutes: number,
  who: Person,
  to: string,
  reason: string,
) => does(minutes, who, { type: 'pass-on', to, reason });

export const dismisses = (
  minutes: number,
  who: Person,
  reason: Command<'dismiss'>['reason'],
  note: string,
) => does(minutes, who, { type: 'dismiss', reason, note });

/** Says since when customers were affected. */
export const datesImpact = (
  minutes: number,
  who: Person,
  since: number,
  reason: string,
) =>
  does(minutes, who, time => ({
    type: 'correct-time',
    stamp: 'impactStartedAt',
    at: time(since),
    reason,
  }));

export const holds = (
  minutes: number,
  who: Person,
  reason: Command<'hold'>['reason'],
  until: number,
  note: string,
) =>
  does(minutes, who, time => ({
    type: 'hold',
    reason,
    resumeBy: time(until),
    note,
  }));
