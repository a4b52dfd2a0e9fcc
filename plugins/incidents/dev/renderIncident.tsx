import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { FakeIncidentsApi } from './FakeIncidentsApi';
import { renderIncidentsPage } from './renderIncidentsPage';

/** Renders the page of one incident as Mei of Payments sees it, and waits until it is there. */
export async function renderIncident(api: FakeIncidentsApi, number: string) {
  const user = userEvent.setup();
  const page = renderIncidentsPage(api, `/${number}`);
  await screen.findByRole('heading', { level: 2 });
  return { user, page };
}

/** A part of the page by its name. */
export const part = (name: string) => screen.getByRole('region', { name });
