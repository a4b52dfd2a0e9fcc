import {
  isMajor,
  isMoreCritical,
  matrixPriority,
  priorityOf,
  risksInOrder,
} from './priority';
import {
  IMPACTS,
  PRIORITIES,
  RISKS,
  URGENCIES,
  type Impact,
  type Priority,
  type Urgency,
} from './vocabulary';

const MATRIX: [Impact, Urgency, Priority, Priority][] = [
  ['high', 'high', 'P1', 'P1'],
  ['high', 'medium', 'P2', 'P1'],
  ['high', 'low', 'P3', 'P2'],
  ['medium', 'high', 'P2', 'P1'],
  ['medium', 'medium', 'P3', 'P2'],
  ['medium', 'low', 'P4', 'P3'],
  ['low', 'high', 'P3', 'P2'],
  ['low', 'medium', 'P4', 'P3'],
  ['low', 'low', 'P5', 'P4'],
];

describe('the priority', () => {
  it('has an answer for every pair of impact and urgency', () => {
    expect(MATRIX).toHaveLength(IMPACTS.length * URGENCIES.length);
  });

  it.each(MATRIX)(
    'of %s impact and %s urgency is %s, and %s with a risk',
    (impact, urgency, plain, withRisk) => {
      expect(matrixPriority(impact, urgency)).toBe(plain);
      expect(priorityOf({ impact, urgency, risks: [] })).toBe(plain);
      for (const risk of RISKS) {
        expect(priorityOf({ impact, urgency, risks: [risk] })).toBe(withRisk);
      }
    },
  );

  it('is raised one step however many risks there are', () => {
    expect(priorityOf({ impact: 'low', urgency: 'low', risks: RISKS })).toBe(
      'P4',
    );
  });

  it.each(PRIORITIES)('is %s where a person chose it, risks or not', chosen => {
    expect(
      priorityOf({
        impact: 'medium',
        urgency: 'low',
        risks: ['security'],
        override: chosen,
      }),
    ).toBe(chosen);
  });

  it('orders from P1 down', () => {
    expect(isMoreCritical('P1', 'P2')).toBe(true);
    expect(isMoreCritical('P2', 'P2')).toBe(false);
    expect(isMoreCritical('P5', 'P4')).toBe(false);
  });

  it('calls P1 and P2 major', () => {
    expect(PRIORITIES.filter(isMajor)).toEqual(['P1', 'P2']);
  });

  it('names each risk once, always in the same order', () => {
    expect(risksInOrder(['spreading', 'security', 'spreading'])).toEqual([
      'security',
      'spreading',
    ]);
  });
});
