import type { ActionCommandType } from '@linchpin/backstage-plugin-incidents-common';

/** Commands that need nothing more than the intent. */
export const AT_ONCE = [
  'accept',
  'start',
  'nudge',
  'unlink-ticket',
] as const satisfies readonly ActionCommandType[];

/** Commands that ask for one text, each with the field that it is sent in. */
export const SAYING = {
  finish: { field: 'note', isRequired: false, isLine: false },
  verify: { field: 'how', isRequired: true, isLine: false },
  reopen: { field: 'reason', isRequired: true, isLine: false },
  'wont-do': { field: 'reason', isRequired: true, isLine: false },
  'link-ticket': { field: 'url', isRequired: true, isLine: true },
  'link-incident': { field: 'incident', isRequired: true, isLine: true },
} as const satisfies Partial<
  Record<
    ActionCommandType,
    { field: string; isRequired: boolean; isLine: boolean }
  >
>;

/** Commands that ask for something else than a text, each in a dialog of its own. */
export const CHOOSING = [
  'assign',
  'make-accountable',
  'edit',
  'move-to-entity',
  'move-due',
  'make-ticket',
] as const satisfies readonly ActionCommandType[];

export type AtOnce = (typeof AT_ONCE)[number];
export type Saying = keyof typeof SAYING;
export type Choosing = (typeof CHOOSING)[number];

/** A command that a button or a key can start. */
export type StartableAction = AtOnce | Saying | Choosing;

export function isAtOnce(type: StartableAction): type is AtOnce {
  return (AT_ONCE as readonly string[]).includes(type);
}

export function isSaying(type: StartableAction): type is Saying {
  return type in SAYING;
}
