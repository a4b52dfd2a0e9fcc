import type { ActionsQuery } from '@linchpin/backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import type { Viewer } from '../authorization';

/** Narrows a query over `action_items` to what a list asks for by the columns of an action. */
export function filterActions(
  found: Knex.QueryBuilder,
  query: ActionsQuery,
  viewer: Viewer,
  now: string,
): void {
  among(found, 'status', query.status);
  among(found, 'type', query.type);
  among(found, 'factor', query.factor);
  among(found, 'responsible_ref', query.responsible);
  among(found, 'accountable_ref', query.accountable);
  if (query.open) {
    found.where('action_items.open', query.open === 'true');
  }
  if (query.overdue === 'true') {
    overdue(found, now);
  } else if (query.overdue === 'false') {
    found.where(other =>
      other
        .where('action_items.open', false)
        .orWhere('action_items.due_at', '>', new Date(now)),
    );
  }
  if (query.mine === 'true') {
    ofViewer(found, viewer);
  }
  if (query.q) {
    called(found, query.q);
  }
}

/** Those that are open though their day is over. */
export function overdue(found: Knex.QueryBuilder, now: string): void {
  found
    .where('action_items.open', true)
    .where('action_items.due_at', '<=', new Date(now));
}

function among(
  found: Knex.QueryBuilder,
  column: string,
  values: readonly string[] | undefined,
): void {
  if (values?.length) {
    found.whereIn(`action_items.${column}`, [...values]);
  }
}

function ofViewer(found: Knex.QueryBuilder, viewer: Viewer): void {
  if (viewer.type !== 'user') {
    found.whereRaw('1 = 0');
    return;
  }
  const { ref, ownershipRefs } = viewer;
  found.where(any =>
    any
      .where('action_items.responsible_ref', ref)
      .orWhereIn('action_items.accountable_ref', [...ownershipRefs])
      .orWhereIn('action_items.owner_ref', [...ownershipRefs]),
  );
}

/** Those with such a number, or all of these words in the title. */
function called(found: Knex.QueryBuilder, q: string): void {
  const number = /^ACT-(\d{1,9})$/i.exec(q)?.[1];
  if (number) {
    found.where('action_items.number', Number(number));
    return;
  }
  for (const word of q.toLocaleLowerCase('en-US').split(/\s+/)) {
    found.whereRaw("action_items.search_title like ? escape '\\'", [
      `%${word.replace(/[\\%_]/g, '\\$&')}%`,
    ]);
  }
}
