import type { ExtensionDefinition } from '@backstage/frontend-plugin-api';
import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';

const incidentsWidget = HomePageWidgetBlueprint.make({
  params: {
    name: 'HomePageIncidents',
    title: 'Incidents',
    description:
      'What waits for a decision of yours, and what is live around your teams',
    layout: {
      width: { minColumns: 4, defaultColumns: 6 },
      height: { minRows: 4, defaultRows: 7 },
    },
    components: () =>
      import('./HomeIncidents').then(m => ({ Content: m.HomeIncidents })),
  },
});

export const homeExtensions: ExtensionDefinition[] = [incidentsWidget];
