import type { Incident } from '../schemas/answers';
import { inboxClockOf, inboxMarkOf, needsDecision } from './inbox';

function incident(overrides: Partial<Incident>): Incident {
  return {
    status: 'triage',
    priority: 'P3',
    risks: [],
    onHold: null,
    acknowledgeDueAt: null,
    nextUpdateAt: null,
    recoveredAt: null,
    leadRef: null,
    passes: 0,
    declaredAt: '2026-11-21T10:00:00.000Z',
    ...overrides,
  } as Incident;
}

describe('the clock of a row', () => {
  it('is the end of the hold before anything else', () => {
    expect(
      inboxClockOf(
        incident({
          onHold: {
            reason: 'vendor',
            since: '2026-11-21T10:00:00.000Z',
            resumeBy: '2026-11-21T16:00:00.000Z',
          },
          nextUpdateAt: '2026-11-21T11:00:00.000Z',
        }),
      ),
    ).toEqual({ kind: 'resume', dueAt: '2026-11-21T16:00:00.000Z' });
  });

  it('is absent where nothing falls due', () => {
    expect(inboxClockOf(incident({}))).toBeNull();
  });
});

it('marks what is new, what healed and what nobody wants', () => {
  expect(inboxMarkOf(incident({}))).toBe('new');
  expect(inboxMarkOf(incident({ passes: 2 }))).toBe('passed-on-twice');
  expect(
    inboxMarkOf(
      incident({ passes: 2, recoveredAt: '2026-11-21T10:00:00.000Z' }),
    ),
  ).toBe('recovered');
  expect(
    inboxMarkOf(incident({ status: 'fixing', leadRef: 'user:default/a' })),
  ).toBeNull();
});

it('asks for a decision only while something waits in triage', () => {
  expect(needsDecision(incident({}))).toBe(true);
  expect(needsDecision(incident({ status: 'fixing' }))).toBe(false);
  expect(
    needsDecision(incident({ recoveredAt: '2026-11-21T10:00:00.000Z' })),
  ).toBe(false);
});
