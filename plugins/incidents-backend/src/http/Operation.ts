import type { Permission } from '@backstage/plugin-permission-common';
import {
  COMMAND_PERMISSIONS,
  type CommandPermission,
} from '@linchpin/backstage-plugin-incidents-common';
import type { z } from 'zod/v3';

/** What is asked of whoever sends a request, beside saying who that is. */
export type Asked =
  /** This, of the policy. */
  | Permission
  /** Of the policy, by the type of the command that is sent. */
  | { byCommand: Readonly<Record<string, Permission>> }
  /** To be a person; the catalog says what that person may see. */
  | 'person'
  /** Nothing but the key in the path, which is the grant. */
  | 'key';

/** One route of the API, as the description shows it. */
export interface Operation {
  method: 'get' | 'post';
  path: string;
  asks: Asked;
  summary: string;
  query?: z.ZodTypeAny;
  body?: z.ZodTypeAny;
  /** The fields of a form, where a file is sent. */
  form?: z.ZodTypeAny;
  status?: number;
  answer: z.ZodTypeAny;
  /** What the answer is, where it is no JSON. */
  types?: readonly string[];
}

/** What a table of commands asks of the policy. */
export function byCommand(
  table: Readonly<Record<string, { permission: CommandPermission }>>,
): Asked {
  return {
    byCommand: Object.fromEntries(
      Object.entries(table).map(([type, { permission }]) => [
        type,
        COMMAND_PERMISSIONS[permission],
      ]),
    ),
  };
}
