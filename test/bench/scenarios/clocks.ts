import { setTimeout as pause } from 'node:timers/promises';
import type { Knex } from 'knex';
import { INTAKE, messageOf } from '../alerts';
import { percentileOf } from '../percentile';
import type { Portal } from '../Portals';
import type { Scenario } from '../Scenario';
import { youngPortal } from '../seed/past';
import { written } from '../table';

const DUE_PER_SECOND = 50;

/** Nothing is due before everything is arranged. */
const LEAD_MS = 3_000;

const TITLE = 'Clock';
const GROUP = 50;

/** How punctual clocks are while ten thousand incidents are open, and when all of them fall due at once. */
export const clocks: Scenario = {
  name: 'clocks',
  engines: ['SQLite', 'PostgreSQL'],
  async measure(bench) {
    const { extent } = bench;
    const portal = await youngPortal(bench);
    const knex = portal.backends.database.open('incidents');
    try {
      const open = Math.ceil((extent.seconds * 1_000) / GROUP) * GROUP;
      await openIncidents(portal, knex, open);
      const lateness = await punctuality(
        knex,
        Math.round(extent.seconds * DUE_PER_SECOND),
      );
      const last = await allAtOnce(knex);
      return [
        {
          what: `clock fired after it was due, ${open} open, ${DUE_PER_SECOND} due a second`,
          value: percentileOf(lateness, 0.99),
          unit: 'ms p99',
          more: `p50 ${written(percentileOf(lateness, 0.5))}`,
          demand: { atMost: 250 },
        },
        {
          what: `until the last of ${last.count} fired that were due at once`,
          value: last.milliseconds / 1_000,
          unit: 's',
        },
      ];
    } finally {
      await knex.destroy();
    }
  },
};

async function openIncidents(
  { backend, as }: Portal,
  knex: Knex,
  count: number,
): Promise<void> {
  for (let begin = 0; begin < count; begin += GROUP) {
    const alerts = Array.from({ length: GROUP }, (_, n) => ({
      name: `${TITLE} ${begin + n}`,
      instance: '10.0.0.1',
    }));
    await fetch(`${backend.url}${INTAKE}`, {
      method: 'POST',
      headers: { ...as.service, 'Content-Type': 'application/json' },
      body: messageOf(...alerts),
    });
  }
  for (;;) {
    const row = await knex('incidents')
      .where('title', 'like', `${TITLE} %`)
      .count({ open: '*' })
      .first();
    if (Number(row?.open) >= count) {
      return;
    }
    await pause(200);
  }
}

/** The clocks that tell that nobody took an incident, which would be due much later. */
function running(knex: Knex): Knex.QueryBuilder {
  return knex('clocks').where({ kind: 'acknowledge' });
}

/** How many milliseconds after its time each of so many clocks was fired, for another process to see. */
async function punctuality(knex: Knex, count: number): Promise<number[]> {
  const ids: string[] = await running(knex).limit(count).pluck('id');
  const begin = Date.now() + LEAD_MS;
  const dueAt = new Map<string, number>();
  await knex.transaction(async tx => {
    for (const [index, id] of ids.entries()) {
      const at = begin + Math.round((index * 1_000) / DUE_PER_SECOND);
      const due = new Date(at);
      await tx('clocks').where({ id }).update({ due_at: due, fire_at: due });
      dueAt.set(String(id), at);
    }
  });

  const lateness: number[] = [];
  while (dueAt.size > 0) {
    const now = Date.now();
    const due = [...dueAt].filter(([, at]) => at <= now).map(([id]) => id);
    const left: (string | number)[] = await knex('clocks')
      .whereIn('id', due)
      .pluck('id');
    const seen = Date.now();
    const waiting = new Set(left.map(String));
    for (const id of due.filter(one => !waiting.has(one))) {
      lateness.push(seen - dueAt.get(id)!);
      dueAt.delete(id);
    }
    await pause(2);
  }
  return lateness;
}

async function allAtOnce(
  knex: Knex,
): Promise<{ count: number; milliseconds: number }> {
  const due = new Date(Date.now() + LEAD_MS);
  const count = await running(knex).update({ due_at: due, fire_at: due });
  for (;;) {
    const left = await running(knex).where('due_at', due).first('id');
    if (!left) {
      return { count, milliseconds: Date.now() - due.getTime() };
    }
    await pause(20);
  }
}
