import { decideImport } from '../incidents/deciders/importing';
import { replay } from '../incidents/evolve';
import { TEXT_MAX } from '../schemas/primitives';
import { importMappingSchema } from '../schemas/transfer';
import { columnsOf } from './columns';
import { readerOf } from './pastOf';
import type { SourceRow } from './rows';

const refs = {
  entity: (ref: string) => ({
    ref,
    title: ref.split('/')[1],
    ...(ref.startsWith('component:') && { ownerRef: 'group:default/payments' }),
  }),
  person: (ref: string) => ({ ref, name: ref.split('/')[1] }),
};

const changes = {
  system: 'ServiceNow',
  rows: 'changes',
  times: 'DD-MM-YYYY HH:mm',
  id: 'number',
  title: '{category}: {symptom}',
  declaredAt: 'opened_at',
  resolvedAt: 'resolved_at',
  changedAt: 'updated_at',
  changedBy: 'updated_by',
  status: {
    column: 'state',
    values: {
      New: 'triage',
      Active: 'investigating',
      Waiting: { status: 'investigating', hold: 'vendor' },
      Resolved: 'resolved',
    },
  },
  priority: { column: 'priority', values: { '1': 'P1', '4': 'P4' } },
  owner: {
    column: 'group',
    values: { Pay: 'group:default/payments', Disk: 'group:default/storage' },
  },
  entity: [
    { column: 'ci', values: { api: 'component:default/payments-api' } },
    { column: 'category', values: { Cards: 'system:default/payments' } },
  ],
  lead: 'assigned',
  people: { Ravi: 'user:default/ravi' },
  notes: ['assigned'],
};

const incidents = {
  system: 'Tracker',
  rows: 'incidents',
  id: 'id',
  title: '{title}',
  declaredAt: 'opened',
  acknowledgedAt: 'taken',
  mitigatedAt: 'mitigated',
  resolvedAt: 'resolved',
  closedAt: 'closed',
};

const read = (mapping: object, ...rows: Record<string, string>[]) =>
  readerOf(
    importMappingSchema.parse(mapping),
    refs,
  )(rows.map((fields, index): SourceRow => ({ line: index + 2, fields })));

const change = (at: string, fields: Record<string, string>) => ({
  number: 'INC1',
  opened_at: '29-02-2016 01:16',
  updated_at: `29-02-2016 ${at}`,
  ...fields,
});

describe('the rows of an audit log', () => {
  it('say what was so from time to time, each as far as it differs from the one before', () => {
    const { past, problems } = read(
      changes,
      change('01:20', {
        state: 'New',
        category: 'Cards',
        symptom: 'refused',
        group: 'Pay',
        priority: '1',
        updated_by: 'Ravi',
      }),
      change('02:00', {
        state: 'Waiting',
        assigned: 'Ravi',
        updated_by: 'Eve',
      }),
      change('03:00', { assigned: 'Zoe', group: 'Disk' }),
      change('04:00', {
        state: 'Resolved',
        ci: 'api',
        category: 'Cards',
        resolved_at: '29-02-2016 03:59',
      }),
    );

    expect(problems).toEqual([]);
    expect(past).toMatchObject({
      origin: { system: 'ServiceNow', id: 'INC1' },
      title: 'Cards: –',
      declaredAt: '2016-02-29T01:16:00.000Z',
      resolvedAt: '2016-02-29T03:59:00.000Z',
    });
    expect(past!.moments).toMatchObject([
      {
        at: '2016-02-29T01:20:00.000Z',
        actor: { type: 'user', ref: 'user:default/ravi' },
        status: 'triage',
        priority: 'P1',
        impact: 'high',
        urgency: 'high',
        owner: { ref: 'group:default/payments' },
        entity: { ref: 'system:default/payments' },
      },
      {
        actor: { type: 'system', name: 'Eve' },
        status: 'investigating',
        hold: 'vendor',
        lead: { ref: 'user:default/ravi' },
        note: 'assigned: Ravi',
      },
      {
        actor: { type: 'system', name: 'ServiceNow' },
        status: 'investigating',
        hold: 'vendor',
        owner: { ref: 'group:default/storage' },
        note: 'assigned: Ravi → Zoe',
      },
      { status: 'resolved', entity: { ref: 'component:default/payments-api' } },
    ]);
    expect(past!.moments[3]).not.toHaveProperty('hold');
    expect(past!.moments[2]).not.toHaveProperty('lead');
  });

  it('are taken in the order of the file, and what is timed later than a row below it as of that one', () => {
    const { past } = read(
      changes,
      change('03:00', { state: 'New' }),
      change('02:00', { state: 'Active' }),
      change('02:30', { state: 'Resolved' }),
    );

    expect(
      past!.moments.map(({ status, at }) => [status, at.slice(11, 16)]),
    ).toEqual([
      ['triage', '02:00'],
      ['investigating', '02:00'],
      ['resolved', '02:30'],
    ]);
  });

  it('know people by their names, as long as names may be', () => {
    const { past } = read(
      changes,
      change('02:00', { state: 'New', updated_by: 'x'.repeat(300) }),
    );

    expect(past!.moments[0].actor.name).toHaveLength(200);
  });

  it('make an incident without a group or an entity that the mapping does not know, and say so once', () => {
    const { past, problems } = read(
      changes,
      change('02:00', { state: 'New', group: 'Net', ci: 'lan' }),
      change('03:00', { state: 'Active', group: 'Net', ci: 'lan' }),
    );

    expect(past!.moments[1]).not.toHaveProperty('owner');
    expect(problems).toEqual([
      {
        kind: 'left-out',
        field: 'ci',
        value: 'lan',
        why: 'unmapped',
        line: 2,
      },
      {
        kind: 'left-out',
        field: 'group',
        value: 'Net',
        why: 'unmapped',
        line: 2,
      },
    ]);
  });

  it.each([
    ['a state', 'state', { state: 'Limbo' }, 'Limbo', 'unmapped'],
    ['a priority', 'priority', { priority: '9' }, '9', 'unmapped'],
    ['no state', 'state', {}, '', 'missing'],
    [
      'a time that is none',
      'updated_at',
      { state: 'New', updated_at: '31-02-2016 10:00' },
      '31-02-2016 10:00',
      'no-time',
    ],
    [
      'a declaration that is none',
      'opened_at',
      { state: 'New', opened_at: 'x' },
      'x',
      'no-time',
    ],
    [
      'what every object has',
      'state',
      { state: 'constructor' },
      'constructor',
      'unmapped',
    ],
  ])(
    'refuse an incident for %s, by column and line',
    (_what, field, row, value, why) => {
      const { past, problems } = read(changes, change('02:00', row));

      expect(past).toBeUndefined();
      expect(problems).toContainEqual({
        kind: 'refused',
        field,
        value,
        why,
        line: 2,
      });
    },
  );
});

describe('the one row of an incident', () => {
  it('says by its times what it went through', () => {
    const { past } = read(
      {
        ...incidents,
        description: '{text}',
        impactStartedAt: 'began',
        impact: { column: 'impact', values: { all: 'high' } },
        entity: [{ column: 'ci', values: { api: 'component:default/api' } }],
      },
      {
        id: '7',
        title: 'Cards\nfail',
        text: 'All of them',
        opened: '2016-02-29T10:00:00Z',
        began: '2016-02-29T09:00:00Z',
        taken: '2016-02-29T10:10:00Z',
        mitigated: '2016-02-29T11:00:00Z',
        resolved: '2016-02-29T12:00:00Z',
        closed: '2016-03-02T12:00:00Z',
        impact: 'all',
        ci: 'api',
      },
    );

    expect(past).toMatchObject({
      title: 'Cards fail',
      description: 'All of them',
      impactStartedAt: '2016-02-29T09:00:00.000Z',
      resolvedAt: '2016-02-29T12:00:00.000Z',
    });
    expect(past!.moments).toMatchObject([
      { status: 'triage', at: '2016-02-29T10:00:00.000Z', priority: 'P2' },
      { status: 'investigating', at: '2016-02-29T10:10:00.000Z' },
      { status: 'monitoring', at: '2016-02-29T11:00:00.000Z' },
      { status: 'resolved', at: '2016-02-29T12:00:00.000Z' },
      {
        status: 'closed',
        at: '2016-03-02T12:00:00.000Z',
        owner: { ref: 'group:default/payments' },
      },
    ]);
  });

  const status = {
    column: 'state',
    values: {
      open: 'investigating',
      done: 'closed',
      no: { status: 'dismissed', dismissedAs: 'expected' },
    },
  };

  it.each([
    ['open', {}, ['triage', 'investigating']],
    ['open', { resolved: '11:00' }, ['triage', 'investigating']],
    ['done', { resolved: '11:00' }, ['triage', 'closed']],
    ['done', { closed: '12:00' }, ['triage', 'closed']],
    ['no', { closed: '12:00' }, ['triage', 'dismissed']],
  ])('that is %s with the times %j went this way', (state, times, expected) => {
    const { past } = read(
      { ...incidents, status },
      {
        id: '7',
        title: 'Cards fail',
        opened: '2016-02-29T10:00:00Z',
        state,
        ...Object.fromEntries(
          Object.entries(times).map(([name, at]) => [
            name,
            `2016-02-29T${at}Z`,
          ]),
        ),
      },
    );

    expect(past!.moments.map(moment => moment.status)).toEqual(expected);
  });

  it('was resolved when it was closed where the mapping knows no other time', () => {
    const row = {
      id: '7',
      title: 'Cards fail',
      opened: '2016-02-29T10:00:00Z',
      closed: '2016-02-29T12:00:00Z',
    };
    const resolvedOf = (mapping: object) => {
      const { past } = read(mapping, row);
      const command = {
        type: 'import',
        id: 'i',
        number: 1,
        past: past!,
      } as const;
      const { events = [] } = decideImport(command, {
        now: '2026-11-21T10:00:00.000Z',
      });
      return replay(
        'i',
        events.map(({ event }) => event),
      ).stamps.resolvedAt;
    };

    expect(resolvedOf({ ...incidents, resolvedAt: undefined })).toBe(
      '2016-02-29T12:00:00.000Z',
    );
    expect(resolvedOf(incidents)).toBeUndefined();
  });

  it('keeps of its notes as much as a text may have', () => {
    const { past } = read(
      { ...incidents, notes: ['log'] },
      { id: '7', opened: '2016-02-29T10:00:00Z', log: 'x'.repeat(20_000) },
    );

    expect(past!.moments[0].note).toHaveLength(TEXT_MAX);
  });

  it.each([
    ['over without saying when', { state: 'done' }, 'resolved', 'missing'],
    [
      'resolved before it was taken',
      { taken: '2016-02-29T12:00:00Z', resolved: '2016-02-29T11:00:00Z' },
      'resolved',
      'contradiction',
    ],
  ])('that is %s is refused', (_what, fields, field, why) => {
    const { past, problems } = read({ ...incidents, status }, {
      id: '7',
      opened: '2016-02-29T10:00:00Z',
      ...fields,
    } as Record<string, string>);

    expect(past).toBeUndefined();
    expect(problems).toContainEqual(
      expect.objectContaining({ kind: 'refused', field, why, line: 2 }),
    );
  });

  it('is the only one with its id, or nobody knows which is right: none is taken', () => {
    const row = {
      id: '7',
      title: 'Cards fail',
      opened: '2016-02-29T10:00:00Z',
    };
    const { past, problems } = read(incidents, row, row, row);

    expect(past).toBeUndefined();
    expect(problems).toEqual([
      { kind: 'refused', field: 'id', value: '7', why: 'repeated', line: 3 },
    ]);
  });
});

describe('a mapping', () => {
  it('names its columns, those in texts too', () => {
    expect(columnsOf(importMappingSchema.parse(changes))).toEqual([
      'number',
      'category',
      'symptom',
      'opened_at',
      'resolved_at',
      'updated_at',
      'updated_by',
      'state',
      'priority',
      'group',
      'ci',
      'assigned',
    ]);
  });

  it.each([
    [{ zone: 'Mars/Base' }, ['zone']],
    [{ times: 'HH:mm' }, ['times']],
    [
      { status: { column: 'state', values: { a: 'asleep' } } },
      ['status', 'values', 'a', 'status'],
    ],
    [
      { owner: { column: 'g', values: { a: 'user:default/x' } } },
      ['owner', 'values', 'a'],
    ],
    [
      { entity: [{ column: 'c', values: { a: 'payments' } }] },
      ['entity', 0, 'values', 'a'],
    ],
    [{ changedAt: undefined }, ['changedAt']],
    [{ colour: 'blue' }, []],
    [{ rows: 'columns' }, ['rows']],
  ])('with %j is refused by its path', (wrong, path) => {
    const { error } = importMappingSchema.safeParse({ ...changes, ...wrong });

    expect(error!.issues[0].path).toEqual(path);
  });
});
