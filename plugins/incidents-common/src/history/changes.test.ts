import { minute } from '../incidents/__testUtils__/stage';
import { atLeast, INAPPLICABLE, record, took } from './__testUtils__/records';
import { changeFailRate, failedDeploymentRecoveryTime } from './changes';

const NOW = minute(1_000);
const deployments = ['d1', 'd2', 'd3', 'd4'].map((id, index) => ({
  id,
  at: minute(index * 100),
}));

function causedBy(id: string, kind: 'deployment' | 'configuration') {
  return record({ id: `after ${id}`, causedBy: { id, kind } });
}

describe('the time to recover from a failed deployment', () => {
  const stamps = {
    impactStartedAt: minute(0),
    detectedAt: minute(4),
    declaredAt: minute(6),
  };

  it('is counted from when it was noticed, only of what a deployment caused', () => {
    const failed = {
      ...causedBy('d1', 'deployment'),
      stamps: { ...stamps, resolvedAt: minute(60) },
    };
    expect(failedDeploymentRecoveryTime(failed, NOW)).toEqual(took(56));
    for (const other of [causedBy('c1', 'configuration'), record()]) {
      expect(failedDeploymentRecoveryTime(other, NOW)).toEqual(INAPPLICABLE);
    }
  });

  it('is at least what it is so far while it goes on', () => {
    const failing = {
      ...causedBy('d1', 'deployment'),
      outcome: 'live' as const,
      stamps,
    };
    expect(failedDeploymentRecoveryTime(failing, minute(34))).toEqual(
      atLeast(30),
    );
  });
});

describe('the change fail rate', () => {
  it('counts a deployment once, however many incidents it caused', () => {
    expect(
      changeFailRate(deployments, [
        causedBy('d2', 'deployment'),
        { ...causedBy('d2', 'deployment'), id: 'another' },
        causedBy('d4', 'deployment'),
        record(),
      ]),
    ).toEqual({ n: 2, of: 4, linked: { n: 3, of: 4 } });
  });

  it('does not count what was no incident, nor other changes, nor earlier deployments', () => {
    expect(
      changeFailRate(deployments, [
        { ...causedBy('d1', 'deployment'), outcome: 'dismissed' },
        { ...causedBy('d2', 'deployment'), outcome: 'merged' },
        causedBy('d3', 'configuration'),
        causedBy('d0', 'deployment'),
      ]),
    ).toEqual({ n: 0, of: 4, linked: { n: 2, of: 2 } });
  });

  it('has nothing to divide by where nothing was deployed', () => {
    expect(changeFailRate([], [causedBy('d1', 'deployment')])).toEqual({
      n: 0,
      of: 0,
      linked: { n: 1, of: 1 },
    });
  });
});
