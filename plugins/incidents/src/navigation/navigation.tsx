import { useRouteRef } from '@backstage/core-plugin-api';
import { useCallback, useMemo } from 'react';
import {
  Navigate,
  Outlet,
  Route,
  Routes,
  useLocation,
  useNavigate,
  useParams,
  useSearchParams,
} from 'react-router-dom';
import {
  archiveRouteRef,
  historyRouteRef,
  incidentRouteRef,
  insightsRouteRef,
  liveRouteRef,
  reviewsRouteRef,
  rootRouteRef,
  setupRouteRef,
} from '../routes';

/*
 * The one file that knows the router: the platform is about to change how it
 * navigates, and everything else asks here.
 */

export { Navigate, Outlet, Route, Routes, useNavigate };

/** The addresses of the page's rooms. */
export function useIncidentsPaths() {
  const root = useRouteRef(rootRouteRef);
  const live = useRouteRef(liveRouteRef);
  const archive = useRouteRef(archiveRouteRef);
  const reviews = useRouteRef(reviewsRouteRef);
  const insights = useRouteRef(insightsRouteRef);
  const setup = useRouteRef(setupRouteRef);
  const incident = useRouteRef(incidentRouteRef);
  return useMemo(
    () => ({
      inbox: root?.() ?? '',
      live: live?.() ?? '',
      archive: archive?.() ?? '',
      reviews: reviews?.() ?? '',
      actions: `${reviews?.() ?? ''}/actions`,
      /** @param number - such as `ACT-12` */
      action: (number: string) =>
        `${reviews?.() ?? ''}/actions?action=${number}`,
      followThrough: `${reviews?.() ?? ''}/follow-through`,
      insights: insights?.() ?? '',
      setup: setup?.() ?? '',
      myReports: `${archive?.() ?? ''}?mine=reported`,
      /** @param number - such as `INC-12` */
      incident: (number: string) => incident?.({ number }) ?? '',
      evidence: (number: string) => `${incident?.({ number }) ?? ''}/evidence`,
      /** One entry on the timeline of an incident. */
      timelineEntry: (number: string, sequence: number) =>
        `${incident?.({ number }) ?? ''}?part=timeline&entry=${sequence}`,
      review: (number: string) => `${incident?.({ number }) ?? ''}/review`,
      reviewDocument: (number: string) =>
        `${incident?.({ number }) ?? ''}/review/document`,
    }),
    [root, live, archive, reviews, insights, setup, incident],
  );
}

/** The tab *Incidents* of the entity whose page is open; undefined where the portal has no such tab. */
export function useHistoryPath(): string | undefined {
  return useRouteRef(historyRouteRef)?.();
}

/** The number in the address of the incident page, such as `INC-12`. */
export function useIncidentNumber(): string {
  const { number = '' } = useParams();
  return number.toLocaleUpperCase('en-US');
}

/** The number in the address of an action item, such as `ACT-12`. */
export function useActionNumber(): string {
  const { action = '' } = useParams();
  return action.toLocaleUpperCase('en-US');
}

export function usePathname(): string {
  return useLocation().pathname;
}

export function isSamePath(a: string, b: string): boolean {
  return a.replace(/\/+$/, '') === b.replace(/\/+$/, '');
}

/**
 * What the address asks for beyond the path. Filters live here, so that they
 * can be shared and survive *back*.
 */
export function useAddressQuery() {
  const [search, setSearch] = useSearchParams();
  const change = useCallback(
    (values: Record<string, string | readonly string[] | undefined>) =>
      setSearch(before => changed(before, values), { replace: true }),
    [setSearch],
  );
  return useMemo(
    () => ({
      get: (name: string) => search.get(name) ?? undefined,
      getAll: (name: string) =>
        search.get(name)?.split(',').filter(Boolean) ?? [],
      change,
    }),
    [search, change],
  );
}

function changed(
  before: URLSearchParams,
  values: Record<string, string | readonly string[] | undefined>,
): URLSearchParams {
  const after = new URLSearchParams(before);
  for (const [name, value] of Object.entries(values)) {
    const text = typeof value === 'string' ? value : value?.join(',');
    if (text) {
      after.set(name, text);
    } else {
      after.delete(name);
    }
  }
  return after;
}
