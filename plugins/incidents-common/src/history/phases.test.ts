import { minute, MINUTE } from '../incidents/__testUtils__/stage';
import { record } from './__testUtils__/records';
import { phasesOf } from './phases';

describe('where the time goes', () => {
  it('is what the statuses say, and waiting while it is on hold, overlapping holds once', () => {
    const imported = record({
      course: {
        statuses: [
          { status: 'triage', since: minute(0) },
          { status: 'investigating', since: minute(10) },
          { status: 'fixing', since: minute(30) },
          { status: 'monitoring', since: minute(80) },
          { status: 'resolved', since: minute(100) },
          { status: 'closed', since: minute(200) },
        ],
        holds: [
          { from: minute(20), to: minute(40) },
          { from: minute(35), to: minute(50) },
          { from: minute(95) },
        ],
      },
    });
    // On hold from 10:20 to 10:50 and from 11:35 on: 10, 20 and 5 minutes of the three.
    expect(phasesOf(imported, minute(300))).toEqual({
      waiting: (10 + 10 + 20 + 5) * MINUTE,
      investigating: 10 * MINUTE,
      fixing: 30 * MINUTE,
      monitoring: 15 * MINUTE,
    });
  });

  it('goes on while it is live, as far as that is known', () => {
    const live = record({
      outcome: 'live',
      course: { statuses: [{ status: 'triage', since: minute(0) }] },
    });
    expect(phasesOf(live, minute(25)).waiting).toBe(25 * MINUTE);
    expect(
      phasesOf({ ...live, knownUntil: minute(20) }, minute(25)).waiting,
    ).toBe(20 * MINUTE);
  });
});
