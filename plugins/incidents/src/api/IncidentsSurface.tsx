import { useApi } from '@backstage/core-plugin-api';
import { QueryClientProvider } from '@tanstack/react-query';
import type { PropsWithChildren } from 'react';
import { NowProvider } from '../elements/now';
import '../elements/tokens.module.css';
import { incidentsApiRef } from './IncidentsApi';
import { useLiveIncidents } from './useLiveIncidents';

/** What stands around each page, card and widget of the plugin: its data, its time and its colours. */
export const IncidentsSurface = (props: PropsWithChildren<{}>) => {
  const { queryClient } = useApi(incidentsApiRef);
  return (
    <QueryClientProvider client={queryClient}>
      <Live />
      <NowProvider>{props.children}</NowProvider>
    </QueryClientProvider>
  );
};

const Live = () => {
  useLiveIncidents();
  return null;
};
