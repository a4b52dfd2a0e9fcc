import { record } from './__testUtils__/records';
import { noisiest } from './noise';

const incidents = [
  record({ id: 'dismissed', outcome: 'dismissed' }),
  record({ id: 'recovered', outcome: 'recovered' }),
  record({ id: 'resolved' }),
];

function fired(alert: string, ...incidentIds: (string | null)[]) {
  return incidentIds.map(incidentId => ({ alert, incidentId }));
}

describe('the noise of alerts', () => {
  it('is how often each fired and what came of it, the noisiest first', () => {
    const [slow, errors, ...others] = noisiest(
      [
        ...fired('Errors', 'resolved', 'dismissed'),
        ...fired('TooSlow', 'recovered', 'recovered', 'dismissed', null),
      ],
      incidents,
    );
    expect(slow).toEqual({
      alert: 'TooSlow',
      fired: 4,
      became: {
        live: 0,
        resolved: 0,
        recovered: 2,
        dismissed: 1,
        merged: 0,
        recorded: 1,
      },
    });
    expect(errors).toMatchObject({
      alert: 'Errors',
      fired: 2,
      became: { resolved: 1, dismissed: 1 },
    });
    expect(others).toEqual([]);
  });

  it('has an order that does not depend on how the alerts came', () => {
    const both = [...fired('B', null), ...fired('A', null)];
    expect(noisiest(both, []).map(({ alert }) => alert)).toEqual(['A', 'B']);
  });
});
