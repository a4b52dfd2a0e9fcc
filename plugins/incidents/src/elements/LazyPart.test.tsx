import { renderInTestApp } from '@backstage/frontend-test-utils';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { LazyPart } from './LazyPart';

it('says that a part could not be loaded, and loads it when asked again', async () => {
  const load = jest
    .fn<Promise<{ text: string }>, []>()
    .mockRejectedValueOnce(new Error('Loading chunk 7 failed'))
    .mockResolvedValue({ text: 'Here it is' });
  const client = new QueryClient({
    defaultOptions: { queries: { retry: false } },
  });
  renderInTestApp(
    <QueryClientProvider client={client}>
      <LazyPart name="part" load={load}>
        {({ text }) => <p>{text}</p>}
      </LazyPart>
    </QueryClientProvider>,
  );

  expect(await screen.findByText('Loading chunk 7 failed')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('Here it is')).toBeVisible();
});
