import type { IncidentClock } from '../../incidents/clocks';
import { COMMANDS } from '../../incidents/commands';
import type { IncidentState } from '../../incidents/state';
import type { Outcome } from '../../history/record';
import type { LeftOut } from '../../history/selection';
import type { UnroutedReason } from '../../routing/routing';
import { incidentDetailSchema, incidentSchema, runningClockSchema } from '.';
import { leftOutReason, outcome } from './figures';

/** What whoever reads an incident may rely on. */
const PROMISED = [
  'id',
  'number',
  'title',
  'status',
  'onHold',
  'priority',
  'impact',
  'urgency',
  'risks',
  'mode',
  'visibility',
  'entityRef',
  'ownerRef',
  'leadRef',
  'reporterRef',
  'lastUpdate',
  'nextUpdateAt',
  'affectedCount',
  'impactStartedAt',
  'detectedAt',
  'declaredAt',
  'acknowledgedAt',
  'mitigatedAt',
  'resolvedAt',
  'closedAt',
  'alertCount',
  'version',
];

describe('an incident in answers', () => {
  it('has at least what is promised', () => {
    expect(Object.keys(incidentSchema.shape)).toEqual(
      expect.arrayContaining(PROMISED),
    );
  });

  it('offers exactly the commands of the table', () => {
    const { commands } = incidentDetailSchema.shape.viewer.shape;
    expect(commands.element.options).toEqual(Object.keys(COMMANDS));
  });

  it('knows every reason, source and clock of the domain', () => {
    const clocks: IncidentClock[] = runningClockSchema.shape.kind.options;
    const unrouted: UnroutedReason[] =
      incidentSchema.shape.unrouted.unwrap().options;
    const sources: IncidentState['source'][] =
      incidentSchema.shape.source.options;

    const everyClock: Record<IncidentClock, true> = {
      'acknowledge-warning': true,
      acknowledge: true,
      'update-warning': true,
      update: true,
      resume: true,
      watch: true,
      close: true,
      recovered: true,
      undo: true,
    };
    const everyReason: Record<UnroutedReason, true> = {
      'no-entity': true,
      'several-match': true,
      'no-owner': true,
      'owner-not-in-catalog': true,
      'catalog-unavailable': true,
    };
    const everySource: Record<IncidentState['source'], true> = {
      report: true,
      declaration: true,
      alert: true,
      import: true,
    };
    expect(clocks).toEqual(Object.keys(everyClock));
    expect(unrouted).toEqual(Object.keys(everyReason));
    expect(sources).toEqual(Object.keys(everySource));
  });
});

describe('figures in answers', () => {
  it('name every reason for which an incident is not counted', () => {
    const outcomes: Outcome[] = outcome.options;
    const reasons: LeftOut[] = leftOutReason.options;

    const everyReason: Record<LeftOut, true> = {
      real: true,
      drill: true,
      test: true,
      backfill: true,
      live: true,
      resolved: true,
      recovered: true,
      dismissed: true,
      merged: true,
      part: true,
      'other-priority': true,
      repeated: true,
      suspected: true,
      unrecorded: true,
    };
    expect(reasons).toEqual(Object.keys(everyReason));
    expect(reasons).toEqual(expect.arrayContaining(outcomes));
  });
});
