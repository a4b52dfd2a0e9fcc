import { mayRecur, recurredWhileOpen } from './recurrences';

const entity = { ref: 'component:default/payments-api', title: 'Payments API' };

describe('whether something came again is looked at', () => {
  const after = {
    title: 'Queue overflows',
    entity,
    mode: 'real',
    status: 'triage',
  } as const;

  it('when an incident is declared', () => {
    expect(mayRecur({ after })).toBe(true);
  });

  it.each([
    { title: 'Queue is slow' },
    { entity: undefined },
    { recurrenceOf: { id: 'earlier', number: 1 } },
  ])('when it was known otherwise before: %o', differing => {
    expect(mayRecur({ before: { ...after, ...differing }, after })).toBe(true);
  });

  it('not with what says nothing of what it is like', () => {
    expect(
      mayRecur({ before: after, after: { ...after, status: 'fixing' } }),
    ).toBe(false);
  });

  it.each([
    { mode: 'drill' },
    { mode: 'backfill' },
    { status: 'resolved' },
    { status: 'merged' },
  ] as const)('not of what is no incident, or none any more: %o', differing => {
    expect(mayRecur({ after: { ...after, ...differing } })).toBe(false);
  });
});

describe('what recurred while an action was open', () => {
  const incident = {
    id: 'later',
    title: 'Queue overflows again',
    entityRef: entity.ref,
    alertNames: [],
    declaredAt: '2026-11-21T10:00:00.000Z',
  };
  const origin = {
    id: 'earlier',
    title: 'Queue overflows',
    entityRef: entity.ref,
    alertNames: [],
  };
  const preventing = (actionId: string, given: object = {}) => ({
    actionId,
    proposedAt: '2026-11-01T10:00:00.000Z',
    origin,
    ...given,
  });

  it('concerns each action once, however many of its incidents are like it', () => {
    expect(
      recurredWhileOpen(incident, [
        preventing('one'),
        preventing('one', { origin: { ...origin, id: 'earliest' } }),
        preventing('two'),
        preventing('other', { origin: { ...origin, title: 'Disk is full' } }),
      ]),
    ).toEqual(['one', 'two']);
  });

  it('concerns no action that came later, or came of the incident as well', () => {
    expect(
      recurredWhileOpen(incident, [
        preventing('one', { proposedAt: '2026-11-21T10:00:00.001Z' }),
        preventing('two'),
        preventing('two', { origin: incident }),
      ]),
    ).toEqual([]);
  });
});
