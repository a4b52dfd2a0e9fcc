import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  dialogApiRef,
  type ExtensionDefinition,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
  EntityContextMenuItemBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { usePermission } from '@backstage/plugin-permission-react';
import { incidentReportPermission } from '@linchpin/backstage-plugin-incidents-common';
import { RiFlagLine } from '@remixicon/react';
import { entityTabRouteRef } from '../routes';
import { incidentsCardTranslationRef } from '../translations/card';

/** What is run can be in trouble; people, places and templates cannot. */
const canBeInTrouble = {
  kind: { $in: ['component', 'resource', 'api', 'system', 'domain'] },
};

/** A group has a history too: what it answers for. */
const hasHistory = {
  kind: { $in: [...canBeInTrouble.kind.$in, 'group'] },
};

export const incidentsCard = EntityCardBlueprint.make({
  params: {
    type: 'info',
    filter: canBeInTrouble,
    loader: () =>
      import('./card/EntityIncidentsCard').then(m => <m.EntityIncidentsCard />),
  },
});

/**
 * The overview has no place of its own for a notice, and neither has the head
 * of the page: this one is a card that puts itself before all others of the
 * main column.
 */
export const dependencyNotice = EntityCardBlueprint.make({
  name: 'notice',
  params: {
    type: 'content',
    filter: canBeInTrouble,
    loader: () =>
      import('./notice/EntityIncidentsNotice').then(m => (
        <m.EntityIncidentsNotice />
      )),
  },
});

export const incidentsTab = EntityContentBlueprint.make({
  params: {
    path: '/incidents',
    title: 'Incidents',
    group: 'operation',
    filter: hasHistory,
    routeRef: entityTabRouteRef,
    loader: () =>
      import('./tab/EntityIncidentsTab').then(m => <m.EntityIncidentsTab />),
  },
});

export const reportMenuItem = EntityContextMenuItemBlueprint.make({
  name: 'report',
  params: {
    icon: <RiFlagLine size={16} />,
    filter: canBeInTrouble,
    useProps: () => {
      const { t } = useTranslationRef(incidentsCardTranslationRef);
      const { entity } = useEntity();
      const dialogs = useApi(dialogApiRef);
      const { allowed } = usePermission({
        permission: incidentReportPermission,
      });
      return {
        title: t('report'),
        disabled: !allowed,
        onClick: async () => {
          const { openReport } = await import('../report/openReport');
          openReport(dialogs, stringifyEntityRef(entity));
        },
      };
    },
  },
});

export const entityExtensions: ExtensionDefinition[] = [
  incidentsCard,
  dependencyNotice,
  incidentsTab,
  reportMenuItem,
];
