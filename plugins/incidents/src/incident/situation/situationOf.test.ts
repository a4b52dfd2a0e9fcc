import { ahead, ago, anIncident } from '../../../dev/incident';
import { mei, nadia, paymentsApi } from '../../../dev/people';
import { situationOf } from './situationOf';

const NOW = Date.parse('2026-11-21T14:18:00.000Z');

const update = {
  number: 1,
  at: ago(NOW, 20),
  by: nadia,
  impact: 'Cards fail.',
  action: 'Failing over.',
  workaround: 'Pay by invoice.',
  nextUpdateAt: null,
};

const incident = (facts: Partial<Parameters<typeof anIncident>[1]> = {}) =>
  anIncident(NOW, {
    number: 'INC-1',
    title: 'Cards fail',
    age: 60,
    entity: paymentsApi,
    ...facts,
  });

describe('situationOf', () => {
  it('speaks in the words of the last update', () => {
    expect(
      situationOf(
        incident({
          status: 'fixing',
          lead: nadia,
          lastUpdate: update,
          statusSince: ago(NOW, 5),
        }),
      ),
    ).toEqual({
      impact: { from: 'update', headline: 'Cards fail' },
      action: { from: 'update', headline: 'Failing over' },
      workaround: { from: 'update', headline: 'Pay by invoice' },
      asOf: { at: ago(NOW, 20), by: 'Nadia Rahman' },
    });
  });

  it('before the first update speaks in those of whoever reported it', () => {
    expect(
      situationOf(
        incident({
          source: 'report',
          reporter: mei,
          description: 'My card is refused. Twice today.',
          workaround: 'Cash.',
        }),
      ),
    ).toEqual({
      impact: {
        from: 'report',
        headline: 'My card is refused',
        rest: 'Twice today.',
      },
      action: { from: 'status', status: 'triage', who: 'Payments' },
      workaround: { from: 'report', headline: 'Cash' },
      asOf: null,
    });
  });

  it('counts alerts where nobody said anything', () => {
    expect(
      situationOf(incident({ alertCount: 3, firingCount: 2 })).impact,
    ).toEqual({ from: 'alerts', firing: 2 });
    expect(situationOf(incident()).impact).toEqual({ from: 'nobody' });
  });

  it('says what it waits for, unless somebody has said more since', () => {
    const onHold = {
      reason: 'vendor' as const,
      since: ago(NOW, 10),
      resumeBy: ahead(NOW, 60),
    };
    const held = incident({
      status: 'investigating',
      lastUpdate: update,
      onHold,
    });
    expect(situationOf(held).action).toEqual({
      from: 'hold',
      reason: 'vendor',
      resumeBy: ahead(NOW, 60),
    });
    expect(
      situationOf({ ...held, onHold: { ...onHold, since: ago(NOW, 30) } })
        .action,
    ).toMatchObject({ from: 'update' });
  });

  it('no longer claims that something is done once it is over', () => {
    expect(
      situationOf(
        incident({
          status: 'resolved',
          statusSince: ago(NOW, 5),
          lastUpdate: update,
        }),
      ).action,
    ).toMatchObject({ from: 'status', status: 'resolved' });
  });

  it('says that it recovered before anybody took it', () => {
    expect(
      situationOf(incident({ recoveredAt: ago(NOW, 3), alertCount: 1 })).action,
    ).toEqual({ from: 'recovery' });
  });
});
