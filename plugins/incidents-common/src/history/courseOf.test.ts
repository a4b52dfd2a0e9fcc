import {
  by,
  minute,
  omar,
  ordersDb,
  paymentsApi,
  system,
  toStorage,
} from '../incidents/__testUtils__/stage';
import { recordAfter } from './__testUtils__/records';
import { recordOf } from './courseOf';

const PAYMENTS = 'group:default/payments';
const STORAGE = 'group:default/storage';

describe('the record of an incident', () => {
  it('tells how it went, from its timeline', () => {
    const { course, ...facts } = recordAfter([
      [5, { type: 'acknowledge' }],
      [
        10,
        { type: 'pass-on', to: STORAGE, reason: 'The database' },
        { routing: toStorage },
      ],
      [15, { type: 'acknowledge' }, { actor: by(omar) }],
      [20, { type: 'change-status', to: 'fixing' }],
      [25, { type: 'hold', reason: 'vendor', resumeBy: minute(90) }],
      [30, { type: 'resume' }],
      [35, { type: 'prioritise', impact: 'high', urgency: 'high', risks: [] }],
      [40, { type: 'change-status', to: 'monitoring' }],
      [60, { type: 'resolve' }],
    ]);
    expect(facts).toEqual({
      id: 'incident-1',
      mode: 'real',
      outcome: 'resolved',
      priority: 'P1',
      entities: [{ ref: paymentsApi.ref, level: 'root', since: minute(0) }],
      ownerRef: STORAGE,
      stamps: {
        impactStartedAt: minute(0),
        detectedAt: minute(0),
        declaredAt: minute(0),
        notifiedAt: minute(0),
        acknowledgedAt: minute(5),
        mitigatedAt: minute(40),
        resolvedAt: minute(60),
      },
      estimated: [],
      impactWindows: [{ from: minute(0), to: minute(40) }],
      reopened: 0,
    });
    expect(course).toEqual({
      statuses: [
        { status: 'triage', since: minute(0) },
        { status: 'investigating', since: minute(5) },
        { status: 'triage', since: minute(10) },
        { status: 'investigating', since: minute(15) },
        { status: 'fixing', since: minute(20) },
        { status: 'monitoring', since: minute(40) },
        { status: 'resolved', since: minute(60) },
      ],
      priorities: [
        { priority: 'P3', since: minute(0) },
        { priority: 'P1', since: minute(35) },
      ],
      owners: [
        { ownerRef: PAYMENTS, since: minute(0) },
        { ownerRef: STORAGE, since: minute(10) },
      ],
      holds: [{ from: minute(25), to: minute(30) }],
      updates: [
        { dueAt: minute(5 + 240), droppedAt: minute(10) },
        { dueAt: minute(15 + 240), droppedAt: minute(35) },
        { dueAt: minute(35 + 10), droppedAt: minute(60) },
      ],
      waits: [
        { since: minute(0), until: minute(5), ended: 'answered' },
        { since: minute(10), until: minute(15), ended: 'answered' },
      ],
    });
  });

  it('says why it was dismissed, unless that was taken back', () => {
    const dismissed = recordAfter([
      [5, { type: 'dismiss', reason: 'expected' }],
      [6, { type: 'add-note', text: 'The load test' }],
    ]);
    expect(dismissed.outcome).toBe('dismissed');
    expect(dismissed.course.dismissedAs).toBe('expected');

    const undone = recordAfter([
      [5, { type: 'dismiss', reason: 'expected' }],
      [6, { type: 'undo' }],
    ]);
    expect(undone.outcome).toBe('live');
    expect(undone.course.dismissedAs).toBeUndefined();
    expect(undone.course.waits).toEqual([
      { since: minute(0), until: minute(5), ended: 'answered' },
      { since: minute(6) },
    ]);
  });

  it('keeps that the acknowledge clock ran out', () => {
    const { course } = recordAfter([
      [
        60,
        { type: 'fire-clock', clock: 'acknowledge', dueAt: minute(60) },
        { actor: system },
      ],
      [70, { type: 'acknowledge' }],
    ]);
    expect(course.waits).toEqual([
      {
        since: minute(0),
        until: minute(70),
        ended: 'answered',
        breachedAt: minute(60),
      },
    ]);
  });

  it('waits for nobody once its alerts have ended, and anew when they fire again', () => {
    const { course } = recordAfter([
      [4, { type: 'recover' }],
      [9, { type: 'relapse' }],
      [14, { type: 'resolve' }],
    ]);
    expect(course.waits).toEqual([
      { since: minute(0), until: minute(4), ended: 'lapsed' },
      { since: minute(9), until: minute(14), ended: 'answered' },
    ]);
  });

  it('waits anew for each group that it is handed to', () => {
    const { course } = recordAfter([
      [
        10,
        { type: 'pass-on', to: STORAGE, reason: 'Not ours' },
        { routing: toStorage },
      ],
    ]);
    expect(course.waits).toEqual([
      { since: minute(0), until: minute(10), ended: 'lapsed' },
      { since: minute(10) },
    ]);
  });

  it('keeps a promise by an update, also where the next is promised for the same time', () => {
    const { course } = recordAfter([
      [0, { type: 'acknowledge' }],
      [
        5,
        {
          type: 'post-update',
          impact: 'Some',
          action: 'Looking',
          nextUpdateAt: minute(240),
        },
      ],
    ]);
    expect(course.updates).toEqual([
      { dueAt: minute(240), postedAt: minute(5) },
      { dueAt: minute(240) },
    ]);
  });

  it('names what was affected, and since when it is well again', () => {
    const { entities } = recordAfter([
      [1, { type: 'acknowledge' }],
      [
        2,
        { type: 'mark-affected', entityRef: ordersDb.ref, level: 'confirmed' },
        { entity: ordersDb },
      ],
      [
        9,
        { type: 'mark-affected', entityRef: ordersDb.ref, level: 'recovered' },
      ],
    ]);
    expect(entities).toEqual([
      { ref: paymentsApi.ref, level: 'root', since: minute(0) },
      { ref: ordersDb.ref, level: 'recovered', since: minute(9) },
    ]);
  });

  it('knows of no clocks and no later times of an import', () => {
    const { course, knownUntil } = recordAfter([[30, { type: 'resolve' }]], {
      request: {
        title: 'Old',
        risks: [],
        mode: 'backfill',
        visibility: 'public',
      },
    });
    expect(course.waits).toEqual([]);
    expect(knownUntil).toBe(minute(30));
  });

  it('needs a timeline from the beginning', () => {
    expect(() => recordOf('incident-1', [])).toThrow(
      'The timeline of incident-1 has no beginning',
    );
  });
});
