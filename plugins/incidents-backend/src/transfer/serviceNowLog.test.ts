import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type {
  Timeline,
  TimelineEntry,
} from '@linchpin/backstage-plugin-incidents-common';
import { parse as parseYaml } from 'yaml';
import { PluginDatabases } from '../database/__testUtils__/PluginDatabases';
import { as, openPortal } from '../__testUtils__/portal';
import {
  carriedOut,
  imported,
  planned,
  type Portal,
} from './__testUtils__/imports';

/*
 * The log of a real ServiceNow, imported with the mapping of the documentation. What
 * the API says of it is held against what is worked out here from the file alone,
 * line by line, without a line of the product.
 */

const REPOSITORY = resolve(__dirname, '../../../..');
const LOG = resolve(
  REPOSITORY,
  '../shared/data/servicenow-incident-event-log.csv.gz',
);

jest.setTimeout(120_000);

const databases = PluginDatabases.create({ ids: ['SQLITE_3'] });
const nadia = as('nadia');

/** One line of the log, by the names of its columns. */
type Line = Record<string, string>;

/** What the log says of an incident. */
interface Told {
  id: string;
  priority: string;
  group: string;
  opened: number;
  resolved: number | undefined;
  reopened: boolean;
  changedGroup: boolean;
  states: string[];
  lines: number;
}

/** The states of the log in the words of the API. */
const STATES: Record<string, string> = {
  New: 'triage',
  Active: 'investigating',
  'Awaiting User Info': 'investigating, waits for reporter',
  'Awaiting Evidence': 'investigating, waits for reporter',
  'Awaiting Problem': 'investigating, waits for problem',
  'Awaiting Vendor': 'investigating, waits for vendor',
  Resolved: 'resolved',
  Closed: 'closed',
};

function linesOf(csv: string): Line[] {
  // No value of this log has a comma or a quote.
  const [header, ...lines] = csv
    .trim()
    .split('\r\n')
    .map(line => line.split(','));
  return lines.map(values =>
    Object.fromEntries(header.map((name, index) => [name, values[index]])),
  );
}

function minutes(text: string): number {
  const [, day, month, year, hour, minute] =
    /^(\d\d)-(\d\d)-(\d{4}) (\d\d):(\d\d)$/.exec(text)!.map(Number);
  return Date.UTC(year, month - 1, day, hour, minute) / 60_000;
}

function toldIn(lines: readonly Line[]): Told[] {
  const byId = new Map<string, Line[]>();
  for (const line of lines) {
    byId.set(line.number, [...(byId.get(line.number) ?? []), line]);
  }
  return [...byId].map(([id, all]) => {
    const last = all[all.length - 1];
    const groups = all
      .map(line => line.assignment_group)
      .filter(group => group !== '?');
    const states = all.map(line => STATES[line.incident_state]);
    return {
      id,
      priority: `P${last.priority[0]}`,
      group: groups[groups.length - 1] ?? '?',
      opened: minutes(last.opened_at),
      resolved:
        last.resolved_at === '?' ? undefined : minutes(last.resolved_at),
      reopened: last.reopen_count !== '0',
      changedGroup: groups.some((group, n) => n > 0 && group !== groups[n - 1]),
      states: states.filter((state, n) => n === 0 || state !== states[n - 1]),
      lines: all.length,
    };
  });
}

function countsOf(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) {
    counts[value] = (counts[value] ?? 0) + 1;
  }
  return counts;
}

/** Linear between the two nearest, as PostgreSQL's percentile_cont. */
function percentileOf(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)];
  return (
    below + (sorted[Math.ceil(place)] - below) * (place - Math.floor(place))
  );
}

/** p50 and p90 of minutes from opened to resolved, for each group. */
function durationsOf(
  incidents: readonly { group: string; opened: number; resolved?: number }[],
) {
  const byGroup = new Map<string, number[]>();
  for (const { group, opened, resolved } of incidents) {
    if (resolved !== undefined) {
      byGroup.set(group, [...(byGroup.get(group) ?? []), resolved - opened]);
    }
  }
  return Object.fromEntries(
    [...byGroup].map(([group, all]) => [
      group,
      [all.length, percentileOf(all, 0.5), percentileOf(all, 0.9)],
    ]),
  );
}

function pairsOf(ways: readonly (readonly string[])[]) {
  return countsOf(
    ways.flatMap(way => way.slice(1).map((to, n) => `${way[n]} → ${to}`)),
  );
}

const refOf = (group: string) =>
  `group:default/${group.toLocaleLowerCase('en-US').replace(' ', '-')}`;

/** The mapping of the documentation, with all groups of the log. */
function mappingFor(lines: readonly Line[]): string {
  const guide = readFileSync(resolve(REPOSITORY, 'docs/import.md'), 'utf8');
  const mapping = parseYaml(
    /```yaml\n(system: ServiceNow.*?)```/s.exec(guide)![1],
  );
  const groups = new Set(lines.map(line => line.assignment_group));
  groups.delete('?');
  mapping.owner.values = Object.fromEntries(
    [...groups].map(group => [group, refOf(group)]),
  );
  return JSON.stringify(mapping);
}

type EventEntry = Extract<TimelineEntry, { kind: 'event' }>;

/** What says how it was when it was declared, directly behind the declaration. */
const DECLARING = ['routed', 'prioritised', 'held'];

/** What an incident was, one state after the other, as its timeline tells. */
function wayOf(events: readonly EventEntry[]): string[] {
  let status = String(events[0].data.status);
  let hold = '';
  const way: string[] = [];
  for (const [index, { type, data }] of events.entries()) {
    switch (type) {
      case 'status-changed':
      case 'reopened':
        status = String(data.to);
        break;
      case 'resolved':
      case 'closed':
        status = type;
        hold = '';
        break;
      case 'held':
        hold = `, waits for ${data.reason}`;
        break;
      case 'resumed':
        hold = '';
        break;
      default:
    }
    const next = events[index + 1];
    const isDeclaring = way.length === 0 && DECLARING.includes(next?.type);
    const isPartOfChange =
      ['held', 'resumed'].includes(type) &&
      ['status-changed', 'reopened'].includes(next?.type) &&
      next.at === events[index].at;
    if (!isDeclaring && !isPartOfChange) {
      way.push(status + hold);
    }
  }
  return way.filter((state, n) => n === 0 || state !== way[n - 1]);
}

async function timelinesOf(
  portal: Portal,
  incidents: readonly { number: string }[],
): Promise<EventEntry[][]> {
  const timelines: EventEntry[][] = [];
  for (const { number } of incidents) {
    const { body }: { body: Timeline } = await portal.get(
      `/incidents/${number}/timeline?order=oldest&limit=500`,
      nadia,
    );
    expect(body.nextCursor).toBeNull();
    timelines.push(
      body.items
        .filter(entry => entry.kind === 'event')
        .sort((a, b) => a.sequence - b.sequence),
    );
  }
  return timelines;
}

const withLog = existsSync(LOG) ? describe : describe.skip;

withLog.each(databases.eachSupportedId())('%s', databaseId => {
  it('imports the log whole, and answers what the log says', async () => {
    const file = gunzipSync(readFileSync(LOG));
    const lines = linesOf(file.toString());
    const upload = { mapping: mappingFor(lines), file };
    const told = toldIn(lines);
    const portal = await openPortal(await databases.init(databaseId));
    try {
      const plan = await planned(portal, nadia, upload);
      expect(
        plan.plan!.problems.filter(({ kind }) => kind === 'refused'),
      ).toEqual([]);
      expect(plan).toMatchObject({
        rows: 5998,
        plan: { incidents: 890, toMake: 890, refused: 0 },
      });
      const job = await carriedOut(portal, nadia, plan.id);
      expect(job).toMatchObject({ made: 890, known: 0, refused: 0 });

      const { text } = await portal.get(
        '/incidents/export?format=jsonl&mode=backfill&sort=oldest',
        nadia,
      );
      const incidents = text
        .trim()
        .split('\n')
        .map(row => JSON.parse(row));
      const timelines = await timelinesOf(portal, incidents);
      const answered = incidents.map((incident, index) => ({
        id: incident.originId,
        priority: incident.priority,
        group: incident.ownerRef ?? refOf('?'),
        opened: Date.parse(incident.declaredAt) / 60_000,
        resolved: incident.resolvedAt
          ? Date.parse(incident.resolvedAt) / 60_000
          : undefined,
        reopened: incident.reopened > 0,
        changedGroup:
          new Set(
            timelines[index]
              .filter(({ type, data }) => type === 'routed' && data.owner)
              .map(({ data }) => (data.owner as { ref: string }).ref),
          ).size > 1,
        states: wayOf(timelines[index]),
      }));
      const inWords = told.map(each => ({ ...each, group: refOf(each.group) }));

      const counts = (all: readonly Omit<Told, 'lines'>[]) => ({
        incidents: all.length,
        priorities: countsOf(all.map(({ priority }) => priority)),
        reopened: all.filter(({ reopened }) => reopened).length,
        withoutResolve: all.filter(({ resolved }) => resolved === undefined)
          .length,
        changedGroup: all.filter(({ changedGroup }) => changedGroup).length,
      });
      expect(counts(answered)).toEqual(counts(inWords));
      expect(counts(answered)).toMatchObject({
        reopened: 10,
        withoutResolve: 29,
      });
      expect(durationsOf(answered)).toEqual(durationsOf(inWords));
      expect(pairsOf(answered.map(({ states }) => states))).toEqual(
        pairsOf(told.map(({ states }) => states)),
      );
      const byId = <T extends { id: string }>(all: readonly T[]) =>
        [...all].sort((a, b) => (a.id < b.id ? -1 : 1));
      expect(byId(answered)).toEqual(
        byId(inWords.map(({ lines: _, ...each }) => each)),
      );

      const again = await imported(portal, nadia, upload);
      expect(again).toMatchObject({ made: 0, known: 890, refused: 0 });
      const { text: after } = await portal.get(
        '/incidents/export?format=jsonl&mode=backfill&sort=oldest',
        nadia,
      );
      expect(after).toBe(text);
    } finally {
      await portal.stop();
    }
  });
});
