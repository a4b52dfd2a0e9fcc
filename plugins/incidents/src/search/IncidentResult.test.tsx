import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { IncidentResult, ReviewResult } from './IncidentResult';

const found = {
  title: 'INC-12 Card payments time out',
  text: 'The gateway answers after ninety seconds',
  location: '/incidents/INC-12',
  number: 'INC-12',
  status: 'resolved',
  priority: 'P1',
  entity: 'payments-api',
  owner: 'Payments',
  declaredAt: '2026-11-12T10:00:00.000Z',
};

it('shows what was found, with what matched marked, and leads to it', async () => {
  renderInTestApp(
    <IncidentResult
      result={found}
      highlight={{
        preTag: '<hit>',
        postTag: '</hit>',
        fields: {
          text: 'The <hit>gateway</hit> answers after ninety seconds',
        },
      }}
    />,
  );

  expect(
    await screen.findByRole('link', { name: 'INC-12 Card payments time out' }),
  ).toHaveAttribute('href', '/incidents/INC-12');
  expect(screen.getByText('gateway').tagName).toBe('MARK');
  for (const word of ['P1', 'Resolved', 'payments-api', 'Payments']) {
    expect(screen.getByText(word)).toBeInTheDocument();
  }
  expect(screen.getByText(/12.*2026/)).toHaveAttribute(
    'datetime',
    '2026-11-12T10:00:00.000Z',
  );
});

it('tells a review from its incident', async () => {
  renderInTestApp(
    <ReviewResult
      result={{ ...found, location: '/incidents/INC-12/review/document' }}
    />,
  );

  expect(await screen.findByText('Review')).toBeInTheDocument();
  expect(screen.queryByText('Resolved')).not.toBeInTheDocument();
  expect(screen.getByRole('link')).toHaveAttribute(
    'href',
    '/incidents/INC-12/review/document',
  );
});
