import type {
  Action,
  NamedRef,
} from '@linchpin/backstage-plugin-incidents-common';

/** What the board can be divided by across its columns. */
export const LANES = ['none', 'team', 'accountable', 'factor'] as const;

export type LaneKind = (typeof LANES)[number];

export interface Lane {
  /** Unique among the lanes of a kind; empty for what belongs to none. */
  id: string;
  /** Null for what belongs to none. */
  title: string | null;
  actions: readonly Action[];
  overdue: number;
}

const KEYS: Record<LaneKind, (action: Action) => NamedRef | null> = {
  none: () => null,
  team: ({ owner }) => owner,
  accountable: ({ accountable }) => accountable,
  factor: ({ factor }) => (factor ? { ref: factor, title: factor } : null),
};

/** The lanes of a board: the one with most overdue first, then by name; what belongs to none last. */
export function lanesOf(actions: readonly Action[], kind: LaneKind): Lane[] {
  const lanes = new Map<string, Action[]>();
  const titles = new Map<string, string>();
  for (const action of actions) {
    const key = KEYS[kind](action);
    const id = key?.ref ?? '';
    lanes.set(id, [...(lanes.get(id) ?? []), action]);
    if (key) {
      titles.set(id, key.title);
    }
  }
  return [...lanes]
    .map(([id, members]) => ({
      id,
      title: titles.get(id) ?? null,
      actions: members,
      overdue: members.filter(({ overdue }) => overdue).length,
    }))
    .sort(byNeed);
}

function byNeed(a: Lane, b: Lane): number {
  if (a.title === null || b.title === null) {
    return Number(a.title === null) - Number(b.title === null);
  }
  return b.overdue - a.overdue || a.title.localeCompare(b.title);
}
