import { mockServices } from '@backstage/backend-test-utils';
import { PluginDatabases } from '../database/__testUtils__/PluginDatabases';
import type { Knex } from 'knex';
import { openDatabase } from '../database/migrate';
import { meeting } from './criteria';
import type { IncidentCriterion, IncidentResource } from './incidentResource';
import { incidentRules } from './rules';
import { knownTo, type Viewer } from './viewer';

const databases = PluginDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const incidents: IncidentResource[] = [
  {
    id: 'payments',
    priority: 'P1',
    visibility: 'public',
    ownerRefs: ['group:default/payments', 'group:default/hosting'],
    peopleRefs: ['user:default/nadia'],
  },
  {
    id: 'booking',
    priority: 'P3',
    visibility: 'public',
    ownerRefs: ['group:default/booking'],
    peopleRefs: [],
  },
  {
    id: 'secret',
    priority: 'P2',
    visibility: 'private',
    ownerRefs: ['group:default/identity'],
    peopleRefs: ['user:default/zoe'],
  },
  {
    id: 'nobodys',
    priority: 'P4',
    visibility: 'public',
    ownerRefs: [],
    peopleRefs: [],
  },
];

async function seeded(knex: Knex) {
  await openDatabase(
    { getClient: async () => knex },
    mockServices.logger.mock(),
  );
  const at = new Date('2026-11-21T10:00:00.000Z');
  for (const [index, incident] of incidents.entries()) {
    await knex('incidents').insert({
      id: incident.id,
      number: index + 1,
      version: 1,
      state: '{}',
      title: incident.id,
      status: 'triage',
      live: true,
      priority: incident.priority,
      mode: 'real',
      visibility: incident.visibility,
      owner_ref: incident.ownerRefs[0] ?? null,
      unowned: incident.ownerRefs.length === 0,
      declared_at: at,
      impact_ms: 0,
    });
    for (const [position, ownerRef] of incident.ownerRefs.entries()) {
      await knex('incident_entities').insert({
        incident_id: incident.id,
        entity_ref: `component:default/${incident.id}-${position}`,
        level: position === 0 ? 'root' : 'confirmed',
        owner_ref: ownerRef,
        live: true,
        declared_at: at,
      });
    }
    for (const personRef of incident.peopleRefs) {
      await knex('incident_people').insert({
        incident_id: incident.id,
        role: 'responder',
        person_ref: personRef,
        name: personRef,
        since: at,
      });
    }
  }
  return knex;
}

async function idsOf(query: Knex.QueryBuilder): Promise<string[]> {
  return (await query.select('incidents.id'))
    .map((row: { id: string }) => row.id)
    .sort();
}

describe.each(databases.eachSupportedId())('%s', databaseId => {
  const { isOwner, isUnrouted, isInvolved, hasPriority, hasVisibility } =
    incidentRules;
  const claims = ['user:default/nadia', 'group:default/payments'];

  it.each([
    ['IS_OWNER', isOwner, { claims }],
    [
      'IS_OWNER of something affected',
      isOwner,
      { claims: ['group:default/hosting'] },
    ],
    ['IS_OWNER without claims', isOwner, { claims: [] }],
    ['IS_UNROUTED', isUnrouted, {}],
    ['IS_INVOLVED', isInvolved, { claims }],
    ['HAS_PRIORITY', hasPriority, { priorities: ['P1', 'P4'] }],
    ['HAS_VISIBILITY', hasVisibility, { visibility: 'private' }],
  ])('finds by SQL what %s allows one by one', async (_, rule, params) => {
    const knex = await seeded(await databases.init(databaseId));
    const expected = incidents
      .filter(incident => rule.apply(incident, params as never))
      .map(({ id }) => id)
      .sort();

    const found = await idsOf(
      meeting(
        knex('incidents'),
        rule.toQuery(params as never) as IncidentCriterion,
      ),
    );

    expect(found).toEqual(expected);
  });

  it('combines conditions as the policy does', async () => {
    const knex = await seeded(await databases.init(databaseId));
    const owner = { column: 'owner', values: claims } as const;

    const found = await idsOf(
      meeting(knex('incidents'), {
        allOf: [
          { not: { column: 'priority', values: ['P4'] } },
          { anyOf: [owner, { column: 'visibility', values: ['private'] }] },
        ],
      } as Parameters<typeof meeting>[1]),
    );

    expect(found).toEqual(['payments', 'secret']);
  });

  it.each<[string, Viewer, string[]]>([
    [
      'a stranger',
      {
        type: 'user',
        ref: 'user:default/mei',
        ownershipRefs: ['user:default/mei', 'group:default/booking'],
      },
      ['booking', 'nobodys', 'payments'],
    ],
    [
      'somebody who works on it',
      {
        type: 'user',
        ref: 'user:default/zoe',
        ownershipRefs: ['user:default/zoe'],
      },
      ['booking', 'nobodys', 'payments', 'secret'],
    ],
    [
      'somebody of its team',
      {
        type: 'user',
        ref: 'user:default/sam',
        ownershipRefs: ['group:default/identity'],
      },
      ['booking', 'nobodys', 'payments', 'secret'],
    ],
    [
      'another service',
      { type: 'service' },
      ['booking', 'nobodys', 'payments'],
    ],
    [
      'the plugin itself',
      { type: 'plugin' },
      ['booking', 'nobodys', 'payments', 'secret'],
    ],
  ])(
    'tells %s of no private incident that does not concern them',
    async (_, viewer, expected) => {
      const knex = await seeded(await databases.init(databaseId));

      expect(await idsOf(knownTo(knex('incidents'), viewer))).toEqual(expected);
    },
  );
});
