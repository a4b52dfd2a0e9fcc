import {
  historyQuerySchema,
  inboxQuerySchema,
  incidentQuerySchema,
  insightsQuerySchema,
  optionsQuerySchema,
  reportPreviewQuerySchema,
  timelineQuerySchema,
} from './queries';

describe('the query of a list', () => {
  it('has an answer for everything that is left out', () => {
    expect(incidentQuerySchema.parse({})).toEqual({
      ownership: 'at-the-time',
      sort: 'newest',
      limit: 50,
    });
    expect(inboxQuerySchema.parse({})).toEqual({ view: 'teams', limit: 50 });
    expect(timelineQuerySchema.parse({})).toEqual({
      order: 'newest',
      limit: 200,
    });
    expect(historyQuerySchema.parse({})).toEqual({
      drills: 'false',
      imported: 'true',
      ownership: 'at-the-time',
      limit: 50,
    });
    expect(insightsQuerySchema.parse({})).toEqual({
      drills: 'false',
      imported: 'true',
    });
    expect(optionsQuerySchema.parse({})).toEqual({ q: '', limit: 10 });
    expect(reportPreviewQuerySchema.parse({})).toEqual({});
  });

  it('takes several values repeated or separated by commas', () => {
    expect(
      incidentQuerySchema.parse({ status: 'triage,fixing', priority: 'P1' }),
    ).toMatchObject({ status: ['triage', 'fixing'], priority: ['P1'] });
    expect(
      incidentQuerySchema.parse({ status: ['triage', 'fixing,closed'] }).status,
    ).toEqual(['triage', 'fixing', 'closed']);
  });

  it('understands numbers and refs as they stand in an address', () => {
    expect(
      incidentQuerySchema.parse({
        limit: '200',
        owner: 'Group:default/Payments',
        q: ' disk ',
      }),
    ).toMatchObject({
      limit: 200,
      owner: ['group:default/payments'],
      q: 'disk',
    });
  });

  it('takes an empty filter for none', () => {
    expect(
      incidentQuerySchema.parse({ status: '', priority: ['', 'P1'] }),
    ).toMatchObject({ status: [], priority: ['P1'] });
  });

  it.each<[string, object]>([
    ['status.0', { status: 'open' }],
    ['status.1', { status: 'triage,open' }],
    ['priority.0', { priority: 'P0' }],
    ['owner.0', { owner: 'payments' }],
    ['entity', { entity: Array(21).fill('component:default/x') }],
    ['mode.0', { mode: 'unreal' }],
    ['number.1', { number: 'INC-1,INC-x' }],
    ['number', { number: Array(201).fill('INC-1') }],
    ['live', { live: 'yes' }],
    ['mine', { mine: 'all' }],
    ['from', { from: '2026' }],
    ['to', { to: '' }],
    ['sort', { sort: 'random' }],
    ['limit', { limit: '0' }],
    ['limit', { limit: '201' }],
    ['limit', { limit: 'many' }],
    ['cursor', { cursor: 'x'.repeat(501) }],
    ['q', { q: 'x'.repeat(201) }],
    ['q', { q: `a${String.fromCharCode(0)}` }],
  ])('names the field that is wrong: %s', (field, given) => {
    const { error } = incidentQuerySchema.safeParse(given);
    expect(error?.issues.map(({ path }) => path.join('.'))).toEqual([field]);
  });
});
