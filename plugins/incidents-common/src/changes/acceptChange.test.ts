import { sentChangeSchema } from '../schemas/changes';
import { acceptChange, AHEAD_AT_MOST } from './acceptChange';
import { isDeployment } from './changeEvent';

const NINE = '2026-11-21T09:00:00.000Z';
const TEN = '2026-11-21T10:00:00.000Z';
const entityRef = 'component:default/payments-api';

const told = {
  kind: 'deployment',
  title: 'payments-api 15.8',
  source: 'github-actions',
  sourceId: '4711',
} as const;

const accepted = (more: object, keyFor?: string) =>
  acceptChange(sentChangeSchema.parse({ ...told, ...more }), {
    id: 'change-1',
    receivedAt: TEN,
    ...(keyFor && { keyFor }),
  });

it('has just happened where no time is said', () => {
  expect(accepted({ entityRef })).toEqual({
    change: { ...told, id: 'change-1', entityRef, startedAt: TEN },
  });
});

it('began when it ended where no begin is said', () => {
  expect(accepted({ entityRef, finishedAt: NINE })).toMatchObject({
    change: { startedAt: NINE, finishedAt: NINE },
  });
});

it('is of the entity that it names, else of that of the integration key', () => {
  const key = 'resource:default/payments-db';
  expect(accepted({}, key)).toMatchObject({ change: { entityRef: key } });
  expect(accepted({ entityRef }, key)).toMatchObject({ change: { entityRef } });
});

it.each([undefined, 'group:default/payments'])(
  'is refused where neither names an entity: %s',
  keyFor => {
    expect(accepted({}, keyFor)).toMatchObject({
      refusal: { field: 'entityRef' },
    });
  },
);

it('takes a clock that is a little ahead, and nothing that lies ahead', () => {
  const after = (milliseconds: number) =>
    new Date(Date.parse(TEN) + milliseconds).toISOString();
  expect(
    accepted({ entityRef, startedAt: after(AHEAD_AT_MOST) }),
  ).toHaveProperty('change');
  for (const field of ['startedAt', 'finishedAt']) {
    expect(
      accepted({ entityRef, [field]: after(AHEAD_AT_MOST + 1) }),
    ).toMatchObject({ refusal: { field } });
  }
});

it('does not end before it began', () => {
  expect(
    accepted({ entityRef, startedAt: TEN, finishedAt: NINE }),
  ).toMatchObject({ refusal: { field: 'finishedAt' } });
});

it.each([
  ['kind', { kind: 'holiday' }],
  ['title', { title: ' ' }],
  ['entityRef', { entityRef: 'payments-api' }],
  ['url', { url: 'data:text/html,hello' }],
  ['version', { version: '1'.repeat(101) }],
  ['sourceId', { sourceId: '' }],
  ['finishedAt', { finishedAt: 'yesterday' }],
])('names the field that is wrong: %s', (field, wrong) => {
  const { error } = sentChangeSchema.safeParse({ ...told, ...wrong });
  expect(error?.issues.map(({ path }) => path[0])).toEqual([field]);
});

it('counts as a deployment unless it was called off', () => {
  const kind = 'deployment';
  expect(isDeployment({ kind })).toBe(true);
  expect(isDeployment({ kind, outcome: 'failed' })).toBe(true);
  expect(isDeployment({ kind, outcome: 'cancelled' })).toBe(false);
  expect(isDeployment({ kind: 'configuration' })).toBe(false);
});
