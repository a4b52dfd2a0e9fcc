import { ahead, ago, anIncident } from '../../../dev/incident';
import { paymentsApi } from '../../../dev/people';
import { dueClocks, shareLeft, urgencyOf } from './dueClocks';

const NOW = Date.parse('2026-11-21T14:18:00.000Z');

const incident = (facts: Partial<Parameters<typeof anIncident>[1]>) =>
  anIncident(NOW, {
    number: 'INC-1',
    title: 'Cards fail',
    age: 60,
    entity: paymentsApi,
    ...facts,
  });

describe('dueClocks', () => {
  it('has the one with the least time left first', () => {
    const clocks = dueClocks(
      incident({
        status: 'monitoring',
        statusSince: ago(NOW, 10),
        nextUpdateAt: ahead(NOW, 40),
        clocks: [
          { kind: 'update-warning', dueAt: ahead(NOW, 35) },
          { kind: 'update', dueAt: ahead(NOW, 40) },
          { kind: 'watch', dueAt: ahead(NOW, 20) },
        ],
      }),
    );
    expect(clocks.map(({ kind }) => kind)).toEqual(['watch', 'update']);
  });

  it('keeps what is overdue although its clock has fired', () => {
    const [clock] = dueClocks(
      incident({ acknowledgeDueAt: ago(NOW, 6), clocks: [] }),
    );
    expect(clock).toEqual({
      kind: 'acknowledge',
      from: ago(NOW, 60),
      dueAt: ago(NOW, 6),
    });
    expect(urgencyOf(clock, NOW)).toBe('overdue');
  });

  it('knows until when a dismissal can be undone, which is never urgent', () => {
    const [clock] = dueClocks(
      incident({
        status: 'dismissed',
        statusSince: ago(NOW, 30),
        undoUntil: ahead(NOW, 1),
      }),
    );
    expect(clock.kind).toBe('undo');
    expect(urgencyOf(clock, NOW)).toBe('calm');
  });

  it('promises no news once it is over', () => {
    expect(
      dueClocks(incident({ status: 'resolved', nextUpdateAt: ahead(NOW, 10) })),
    ).toEqual([]);
  });
});

describe('shareLeft', () => {
  const clock = {
    kind: 'update' as const,
    from: ago(NOW, 30),
    dueAt: ahead(NOW, 10),
  };

  it('is what of the whole time is left, and never less than nothing', () => {
    expect(shareLeft(clock, NOW)).toBe(0.25);
    expect(shareLeft({ ...clock, dueAt: ago(NOW, 1) }, NOW)).toBe(0);
  });
});
