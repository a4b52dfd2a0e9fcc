import type { RoutingPolicy } from '@linchpin/backstage-plugin-incidents-common';
import express from 'express';
import Router from 'express-promise-router';
import type { Knex } from 'knex';
import { createActionsRouter, type composeActions } from '../actions';
import { BODY_LIMIT, createIntakeRouter, type composeAlerts } from '../alerts';
import { AccessService, type PersonNames } from '../authorization';
import type { CatalogDirectory } from '../catalog';
import { createOptionsRouter } from '../catalog/router';
import { createChangesRouter, type composeChanges } from '../changes';
import { createHistoryRouter } from '../history/router';
import { typedBodyReader } from '../http/jsonBody';
import { openapiDocument } from '../http/openapiDocument';
import { createInboxRouter } from '../inbox/router';
import { CommandGate } from '../incidents/CommandGate';
import { createIncidentsRouter } from '../incidents/router';
import { createInsightsRouter } from '../insights/router';
import { createKeysRouter, KEY_BODY_LIMIT, type composeKeys } from '../keys';
import { createReportRouter } from '../report/router';
import { createReviewsRouter, ReviewGate } from '../reviews';
import { LabelCandidates, type EntityMatcher } from '../routing';
import { catalogSetup } from '../setup/catalogSetup';
import { deliverySetup } from '../setup/deliverySetup';
import { createSetupRouter } from '../setup/router';
import { SetupReader } from '../setup/SetupReader';
import { watchdogSetup } from '../setup/watchdogSetup';
import {
  createTransferRouter,
  type composeTransfer,
  type FileLimit,
} from '../transfer';
import type { FindingStore } from '../watchdog';
import type { BackendServices } from './backend';
import type { composeReading } from './reading';
import type { composeTelling } from './telling';
import type { composeWriting } from './writing';

/** Every route, by the room that answers it. */
export function composeRouter(options: {
  services: BackendServices;
  knex: Knex;
  durable: boolean;
  directory: CatalogDirectory;
  matcher: EntityMatcher;
  routingPolicy: RoutingPolicy;
  /** In bytes. */
  bodyLimits: { all: number; byKey: number };
  actions: ReturnType<typeof composeActions>;
  alerts: ReturnType<typeof composeAlerts>;
  changes: ReturnType<typeof composeChanges>;
  keys: ReturnType<typeof composeKeys>;
  reading: ReturnType<typeof composeReading>;
  telling: ReturnType<typeof composeTelling>;
  transfer: ReturnType<typeof composeTransfer>;
  fileLimit: FileLimit;
  findings: FindingStore;
  writing: ReturnType<typeof composeWriting>;
}): express.Router {
  const { services, knex, directory, reading, telling, writing } = options;
  const { alerts, changes, keys } = options;
  const { auditor, auth, httpAuth, now } = services;
  const access = new AccessService({
    auth,
    httpAuth,
    permissions: services.permissions,
    permissionsRegistry: services.permissionsRegistry,
    userInfo: services.userInfo,
  });
  const names: PersonNames = {
    async nameOf(userRef) {
      const titles = await directory.reader.titlesOf(knex, [userRef]);
      return titles.get(userRef) ?? userRef.slice(userRef.lastIndexOf('/') + 1);
    },
  };
  const setup = new SetupReader({
    alerts: alerts.setup,
    delivery: deliverySetup({
      knex,
      status: telling.status,
      deadLetters: telling.deadLetters,
    }),
    catalog: catalogSetup({
      knex,
      directory,
      ownerless: reading.ownerless,
      candidates: new LabelCandidates(options.matcher),
      policy: options.routingPolicy,
    }),
    watchdog: watchdogSetup({ knex, findings: options.findings }),
    database: {
      client: knex.client.config.client,
      durable: options.durable,
    },
    discovery: services.discovery,
    now,
  });

  const { all, byKey } = options.bodyLimits;
  const bodyLimits = {
    byToken: { bytes: all, setting: BODY_LIMIT },
    byKey:
      byKey < all
        ? { bytes: byKey, setting: KEY_BODY_LIMIT }
        : { bytes: all, setting: BODY_LIMIT },
  };

  const router = Router();
  router.get('/openapi.json', (_req, res) => {
    res.json(openapiDocument());
  });
  router.use(
    createIntakeRouter({
      access,
      auditor,
      intake: alerts.intake,
      deliveries: alerts.deliveries,
      keys: keys.gate,
      bodyLimits,
    }),
  );
  router.use(
    createChangesRouter({
      access,
      auditor,
      intake: changes.intake,
      keys: keys.gate,
      bodyLimits,
    }),
  );
  router.use(typedBodyReader());
  router.use(
    createIncidentsRouter({
      access,
      auditor,
      incidents: writing.service,
      reading: reading.incidents,
      details: reading.details,
      gate: new CommandGate({
        ...reading,
        names,
      }),
    }),
  );
  router.use(
    createReviewsRouter({
      access,
      auditor,
      ...reading.reviews,
      factors: reading.factors,
      incidents: reading.incidents,
      service: writing.reviews.service,
      gate: new ReviewGate({
        knex,
        resources: reading.resources,
        reviews: writing.reviews.reviews,
        names,
      }),
    }),
  );
  router.use(
    createActionsRouter({
      access,
      auditor,
      names,
      actions: options.actions.service,
      reading: reading.actions,
      details: options.actions.details,
      followThrough: reading.followThrough,
      trackers: options.actions.trackers,
    }),
  );
  router.use(
    createTransferRouter({
      access,
      auditor,
      names,
      imports: options.transfer.service,
      exports: options.transfer.exports,
      scopes: reading.scopes,
      fileLimit: options.fileLimit,
    }),
  );
  router.use(createHistoryRouter({ access, ...reading }));
  router.use(createInsightsRouter({ access, ...reading }));
  router.use(createInboxRouter({ access, inbox: reading.inbox }));
  router.use(createReportRouter({ access, previews: reading.previews }));
  router.use(createOptionsRouter({ httpAuth, picker: directory.picker }));
  router.use(
    createKeysRouter({
      access,
      auditor,
      keys: keys.service,
      names,
      reader: keys.reader,
    }),
  );
  router.use(
    createSetupRouter({
      access,
      auditor,
      setup,
      outbox: telling.deadLetters,
    }),
  );
  return router;
}
