import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { anAlert, anIncident } from '../../dev/incident';
import { invoiceWorker } from '../../dev/people';
import { fakeIncidents, NOW } from '../../dev/renderOnEntityPage';
import { renderIncidentsPage } from '../../dev/renderIncidentsPage';

const slowIn = (zone: string, minutes: number): ReturnType<typeof anAlert> => ({
  ...anAlert(NOW, 'Card payments are slow', minutes),
  id: zone,
  labels: { alertname: 'PaymentLatencyHigh', zone },
});

async function shown(
  alerts: ReturnType<typeof slowIn>[],
  alertCount = alerts.length,
) {
  const api = fakeIncidents();
  api.put(
    anIncident(NOW, {
      number: 'INC-51',
      age: 30,
      title: 'Cards are slow',
      entity: invoiceWorker,
      alerts,
      alertCount,
    }),
  );
  renderIncidentsPage(api, '/INC-51');
  return within(await screen.findByRole('region', { name: 'Alerts' }));
}

describe('the alerts of an incident', () => {
  it('are one line for each name, which opens to the single ones by keyboard', async () => {
    const card = await shown([
      slowIn('north', 30),
      slowIn('south', 20),
      {
        ...slowIn('west', 10),
        firing: false,
        endedAt: new Date(NOW).toISOString(),
      },
      { ...slowIn('east', 5), title: 'Replicas', labels: { alertname: 'R' } },
    ]);

    const opener = card.getByRole('button', { name: /Card payments are slow/ });
    const line = opener.closest('li')!;
    expect(line).toHaveTextContent('×3');
    expect(line).toHaveTextContent('2 firing, 1 ended');
    expect(line).toHaveTextContent('zone north, south, west');
    expect(card.getByRole('link', { name: /Replicas/ })).toBeVisible();

    opener.focus();
    await userEvent.keyboard('{Enter}');
    expect(opener).toHaveAttribute('aria-expanded', 'true');
    expect(
      within(line)
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual([
      expect.stringMatching(/^zone south/),
      expect.stringMatching(/^zone north/),
      expect.stringMatching(/^zone west.*ended/),
    ]);
    await userEvent.keyboard('{Enter}');
    expect(opener).toHaveAttribute('aria-expanded', 'false');
  });

  it('say how many there are beyond those that are listed', async () => {
    const card = await shown([slowIn('north', 30)], 951);

    expect(
      card.getByText('and 950 more that are not listed'),
    ).toBeInTheDocument();
  });
});
