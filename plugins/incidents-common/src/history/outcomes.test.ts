import { record } from './__testUtils__/records';
import {
  dismissals,
  falseAlarms,
  recoveredByThemselves,
  recurrences,
  reopened,
} from './outcomes';

const incidents = [
  record({ outcome: 'resolved', reopened: 2 }),
  record({ outcome: 'resolved', recurrenceOf: 'another' }),
  record({ outcome: 'live', reopened: 1 }),
  record({ outcome: 'live' }),
  record({ outcome: 'recovered' }),
  record({ outcome: 'dismissed', course: { dismissedAs: 'expected' } }),
  record({ outcome: 'dismissed', course: { dismissedAs: 'false-alarm' } }),
  record({ outcome: 'dismissed', course: { dismissedAs: 'expected' } }),
  record({ outcome: 'merged' }),
];

describe('what became of incidents', () => {
  it('false alarms are counted of what has come to an end', () => {
    expect(falseAlarms(incidents)).toEqual({
      n: 4,
      of: 7,
      dismissed: 3,
      merged: 1,
    });
  });

  it('dismissed ones are counted by their reason', () => {
    expect(dismissals(incidents)).toEqual({ expected: 2, 'false-alarm': 1 });
  });

  it('what healed by itself is counted of what has come to an end', () => {
    expect(recoveredByThemselves(incidents)).toEqual({ n: 1, of: 7 });
  });

  it('reopened ones are counted of what was ever resolved, however often', () => {
    expect(reopened(incidents)).toEqual({ n: 2, of: 4 });
  });

  it('what came back is counted of all', () => {
    expect(recurrences(incidents)).toEqual({ n: 1, of: 9 });
  });

  it('of nothing is nothing of nothing', () => {
    expect(reopened([])).toEqual({ n: 0, of: 0 });
    expect(falseAlarms([])).toEqual({ n: 0, of: 0, dismissed: 0, merged: 0 });
  });
});
