import {
  by,
  deployed,
  facts,
  inStatus,
  omar,
  START,
} from './__testUtils__/stage';
import { decide } from './decide';
import { isOffered, type Onlooker } from './offered';
import { DEFAULT_POLICY } from './policy';
import type { IncidentState } from './state';
import { STATUSES } from './vocabulary';

const now = '2026-11-21T12:00:00.000Z';
const nadia = { ref: 'user:default/nadia', name: 'Nadia' };

function incident(overrides: Partial<IncidentState>): IncidentState {
  return {
    status: 'fixing',
    statusSince: '2026-11-21T11:00:00.000Z',
    priority: 'P3',
    affected: [],
    impactWindows: [{ from: '2026-11-21T10:00:00.000Z' }],
    stamps: { declaredAt: '2026-11-21T10:00:00.000Z' },
    ...overrides,
  } as IncidentState;
}

function onlooker(overrides: Partial<Onlooker> = {}): Onlooker {
  return {
    ref: nadia.ref,
    follows: false,
    isAffected: false,
    isReporter: false,
    mayRespond: true,
    now,
    alerts: 0,
    hasWorkaround: false,
    ...overrides,
  };
}

const offers = (
  type: Parameters<typeof isOffered>[0],
  state: Partial<IncidentState>,
  who: Partial<Onlooker> = {},
) => isOffered(type, incident(state), onlooker(who), DEFAULT_POLICY);

it('offers to take it unless one has it already', () => {
  expect(offers('acknowledge', { lead: nadia })).toBe(false);
  expect(offers('acknowledge', { lead: nadia, status: 'triage' })).toBe(true);
  expect(offers('acknowledge', {}, { ref: undefined })).toBe(false);
});

it('offers to hold or to resume, and holds no major incident whose impact goes on', () => {
  const hold = { reason: 'vendor' as const, since: now, resumeBy: now };
  expect(offers('hold', {})).toBe(true);
  expect(offers('hold', { hold })).toBe(false);
  expect(offers('resume', { hold })).toBe(true);
  expect(offers('resume', {})).toBe(false);
  expect(offers('hold', { priority: 'P1' })).toBe(false);
  const impactWindows = [{ from: '2026-11-21T10:00:00.000Z', to: now }];
  expect(offers('hold', { priority: 'P1', impactWindows })).toBe(true);
});

it('offers to take the cause back once one is linked', () => {
  expect(offers('unlink-change', {})).toBe(false);
  expect(offers('unlink-change', { causedBy: deployed('change-1') })).toBe(
    true,
  );
});

it('offers to say that a workaround helps once there is one, and to take that back', () => {
  const workaround = { confirmedAt: now, urgencyBefore: 'high' as const };
  expect(offers('confirm-workaround', {})).toBe(false);
  expect(offers('confirm-workaround', {}, { hasWorkaround: true })).toBe(true);
  expect(
    offers('confirm-workaround', { workaround }, { hasWorkaround: true }),
  ).toBe(false);
  expect(offers('retract-workaround', {})).toBe(false);
  expect(offers('retract-workaround', { workaround })).toBe(true);
});

it('offers to keep private what no alert tells of, and to open it again', () => {
  const visibility = 'public';
  expect(offers('make-private', { visibility })).toBe(true);
  expect(offers('make-private', { visibility }, { alerts: 1 })).toBe(false);
  expect(offers('make-private', { visibility: 'private' })).toBe(false);
  expect(offers('make-public', { visibility: 'private' })).toBe(true);
  expect(offers('make-public', { visibility })).toBe(false);
});

it('offers to move alerts out where something remains', () => {
  expect(offers('move-out', {}, { alerts: 1 })).toBe(false);
  expect(offers('move-out', {}, { alerts: 2 })).toBe(true);
  expect(offers('move-out', { reporter: nadia }, { alerts: 1 })).toBe(true);
  expect(offers('move-out', { reporter: nadia })).toBe(false);
  expect(offers('move-out', { status: 'resolved' }, { alerts: 2 })).toBe(false);
});

it('offers to undo for a while', () => {
  const dismissed = { status: 'dismissed' as const };
  expect(offers('undo', { ...dismissed, undoUntil: now })).toBe(true);
  expect(
    offers('undo', { ...dismissed, undoUntil: '2026-11-21T11:59:59.999Z' }),
  ).toBe(false);
});

it('lets a reporter reopen within a week, and a responder later too', () => {
  const resolved = {
    status: 'resolved' as const,
    statusSince: '2026-11-01T00:00:00.000Z',
  };
  const reporter = { mayRespond: false, isReporter: true };
  expect(offers('reopen', { ...resolved, statusSince: now }, reporter)).toBe(
    true,
  );
  expect(offers('reopen', resolved, reporter)).toBe(false);
  expect(offers('reopen', resolved)).toBe(true);
  expect(
    offers('reopen', { ...resolved, statusSince: now }, { mayRespond: false }),
  ).toBe(false);
});

it('offers each of follow and unfollow, and being affected once', () => {
  expect(offers('follow', {})).toBe(true);
  expect(offers('follow', {}, { follows: true })).toBe(false);
  expect(offers('unfollow', {}, { follows: true })).toBe(true);
  expect(offers('report-affected', {}, { isAffected: true })).toBe(false);
});

it.each(
  (
    [
      'acknowledge',
      'resume',
      'close',
      'undo',
      'follow',
      'unfollow',
      'report-affected',
      'resolve',
    ] as const
  ).flatMap(type => STATUSES.map(status => [type, status] as const)),
)('offers %s in %s exactly where it does something', (type, status) => {
  const state = inStatus(status);
  for (const person of [nadia, omar]) {
    for (const follows of [true, false]) {
      const decision = decide(
        state,
        { type },
        facts({
          actor: by(person),
          actorFollows: follows,
          actorIsAffected: follows,
        }),
      );
      const isOfferedHere = isOffered(
        type,
        state,
        onlooker({
          ref: person.ref,
          follows,
          isAffected: follows,
          now: START,
        }),
        DEFAULT_POLICY,
      );
      expect(isOfferedHere).toBe(Boolean(decision.events?.length));
    }
  }
});

it('offers nothing that the status does not take', () => {
  expect(offers('resolve', { status: 'closed' })).toBe(false);
});
