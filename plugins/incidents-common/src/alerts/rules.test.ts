import fc from 'fast-check';
import { isMoreCritical } from '../incidents/priority';
import { alertJudge, type AlertPolicy, type AlertRule } from './rules';
import {
  ALERT_SEVERITIES,
  DEFAULT_SEVERITY_GRADES,
  priorityOfGrade,
  type AlertSeverity,
} from './severity';

const policy = (...rules: AlertRule[]): AlertPolicy => ({
  rules,
  severities: DEFAULT_SEVERITY_GRADES,
});

function judge(
  labels: Record<string, string>,
  severity: AlertSeverity = 'critical',
  ...rules: AlertRule[]
) {
  return alertJudge(policy(...rules))({ severity, labels });
}

describe('without a rule', () => {
  it.each<[AlertSeverity, string]>([
    ['critical', 'P2'],
    ['error', 'P2'],
    ['warning', 'P3'],
    ['info', 'P5'],
  ])('%s leads to %s', (severity, priority) => {
    expect(priorityOfGrade(judge({}, severity))).toBe(priority);
  });

  it('what asks for nothing is on record only', () => {
    expect(
      judge({ alertname: 'Watchdog', severity: 'none' }, 'info'),
    ).toMatchObject({
      disposition: 'record',
      reason: 'Severity none asks for nothing to be done',
    });
  });

  it.each(['env', 'environment', 'stage'])(
    'what is not of production by its label %s is on record only',
    label => {
      expect(judge({ [label]: 'staging' })).toMatchObject({
        disposition: 'record',
        reason: `${label} is staging, not production`,
      });
    },
  );

  it.each(['prod', 'production', 'Live', 'prod-eu', 'prd', 'PROD2', ''])(
    "the environment '%s' is production",
    environment => {
      expect(judge({ environment }).disposition).toBe('incident');
    },
  );

  it.each(['preprod', 'non-prod', 'productionlike', 'test'])(
    "the environment '%s' is not",
    environment => {
      expect(judge({ environment }).disposition).toBe('record');
    },
  );
});

describe('a rule', () => {
  it('decides instead of the defaults, and is named', () => {
    const rule: AlertRule = {
      name: 'Staging matters to us',
      match: { env: ['staging', 'qa'] },
      disposition: 'incident',
    };
    expect(judge({ env: 'qa' }, 'critical', rule)).toEqual({
      disposition: 'incident',
      reason: "Rule 1 'Staging matters to us' (env is staging or is qa)",
      impact: 'high',
      urgency: 'medium',
    });
  });

  it('matches the whole of a value by a regular expression', () => {
    const rule: AlertRule = {
      match: { job: '~batch|night.*' },
      disposition: 'record',
    };
    expect(judge({ job: 'nightly' }, 'error', rule).disposition).toBe('record');
    expect(judge({ job: 'batches' }, 'error', rule).disposition).toBe(
      'incident',
    );
  });

  it('matches a label that is missing by an empty value', () => {
    const rule: AlertRule = { match: { team: '' }, disposition: 'quiet' };
    expect(judge({}, 'warning', rule)).toMatchObject({
      disposition: 'quiet',
      reason: 'Rule 1 (team is missing)',
    });
    expect(judge({ team: 'data' }, 'warning', rule).disposition).toBe(
      'incident',
    );
  });

  it('is not fooled by a label that every object seems to have', () => {
    const rule: AlertRule = {
      match: { constructor: '~.+' },
      disposition: 'record',
    };
    expect(judge({}, 'error', rule).disposition).toBe('incident');
  });

  it('says what the incident is graded as', () => {
    const match = { service: 'checkout' };
    const disposition = 'incident';
    const graded = (rule: Partial<AlertRule>) =>
      priorityOfGrade(judge(match, 'warning', { match, disposition, ...rule }));
    expect(graded({ priority: 'P1' })).toBe('P1');
    expect(graded({ impact: 'high' })).toBe('P2');
    expect(graded({ urgency: 'low' })).toBe('P4');
  });

  it('is refused with the place of a regular expression that is none', () => {
    const rules: AlertRule[] = [
      { match: {}, disposition: 'record' },
      { match: { job: ['a', '~('] }, disposition: 'record' },
    ];
    expect(() => alertJudge(policy(...rules))).toThrow(
      /^rules\[1\]\.match\.job: /,
    );
  });
});

describe('whatever the rules and labels', () => {
  const label = fc.constantFrom('severity', 'env', 'team', 'job');
  const value = fc.constantFrom('', 'a', 'b', 'prod', 'none');
  const labels = fc.dictionary(label, value);
  const severity = fc.constantFrom(...ALERT_SEVERITIES);
  const priority = fc.constantFrom(
    'P1' as const,
    'P3' as const,
    'P5' as const,
    undefined,
  );
  const rule: fc.Arbitrary<AlertRule> = fc.record({
    match: fc.dictionary(label, fc.oneof(value, fc.array(value))),
    disposition: fc.constantFrom('incident', 'quiet', 'record'),
    priority,
  });
  const rules = fc.array(rule, { maxLength: 5 });

  it('the first rule that matches decides', () => {
    fc.assert(
      fc.property(labels, severity, rules, rules, (of, how, first, more) => {
        const before = judge(of, how, ...first);
        const after = judge(of, how, ...first, ...more);
        const matched = before.reason.startsWith('Rule');
        expect(!matched || after.reason === before.reason).toBe(true);
      }),
    );
  });

  it('what is quiet tells nobody', () => {
    fc.assert(
      fc.property(labels, severity, rules, (of, how, all) => {
        const verdict = judge(of, how, ...all);
        expect(
          verdict.disposition !== 'quiet' ||
            !isMoreCritical(priorityOfGrade(verdict), 'P4'),
        ).toBe(true);
      }),
    );
  });

  it('no machine alone declares a P1', () => {
    fc.assert(
      fc.property(labels, severity, (of, how) => {
        expect(priorityOfGrade(judge(of, how))).not.toBe('P1');
      }),
    );
  });
});
