import {
  createExternalRouteRef,
  createRouteRef,
  createSubRouteRef,
} from '@backstage/core-plugin-api';

/** The page *Incidents*; its own first room is the inbox. @public */
export const rootRouteRef = createRouteRef({ id: 'incidents' });

/** Everything under way, of all teams. @public */
export const liveRouteRef = createSubRouteRef({
  id: 'incidents:live',
  parent: rootRouteRef,
  path: '/live',
});

/** The archive. @public */
export const archiveRouteRef = createSubRouteRef({
  id: 'incidents:all',
  parent: rootRouteRef,
  path: '/all',
});

/** The reviews of incidents; the actions they brought about lie below. @public */
export const reviewsRouteRef = createSubRouteRef({
  id: 'incidents:reviews',
  parent: rootRouteRef,
  path: '/reviews',
});

/** Where the time goes, across teams and services. @public */
export const insightsRouteRef = createSubRouteRef({
  id: 'incidents:insights',
  parent: rootRouteRef,
  path: '/insights',
});

/** How the installation does. @public */
export const setupRouteRef = createSubRouteRef({
  id: 'incidents:setup',
  parent: rootRouteRef,
  path: '/setup',
});

/** One incident by its number, `INC-12`. @public */
export const incidentRouteRef = createSubRouteRef({
  id: 'incidents:incident',
  parent: rootRouteRef,
  path: '/:number',
});

/** The tab *Incidents* of an entity's page. @public */
export const entityTabRouteRef = createRouteRef({ id: 'incidents:entity' });

/** From the card to that tab; optional, since a portal may have one without the other. @public */
export const historyRouteRef = createExternalRouteRef({
  id: 'incidents:history',
  optional: true,
  defaultTarget: 'incidents.entity',
});
