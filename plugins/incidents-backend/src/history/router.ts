import { incidentReportPermission } from '@linchpin/backstage-plugin-incidents-common';
import {
  factsQuerySchema,
  historyQuerySchema,
  incidentQuerySchema,
  searchDocumentsQuerySchema,
  timelineQuerySchema,
} from '@linchpin/backstage-plugin-incidents-common/schemas';
import express from 'express';
import Router from 'express-promise-router';
import type { AccessService } from '../authorization';
import { entityOf } from '../http/entityPath';
import { validate } from '../http/validate';
import type { EntityReader } from './EntityReader';
import type { FactsReader } from './FactsReader';
import type { HistoryReader } from './HistoryReader';
import type { IncidentDetailReader } from './IncidentDetailReader';
import type { IncidentReader } from './IncidentReader';
import type { ScopeReader } from './ScopeReader';
import type { SearchDocumentReader } from './SearchDocumentReader';
import type { TimelineReader } from './TimelineReader';

/** Routes that read incidents: lists, one of them, those of an entity, and what to find them by. */
export function createHistoryRouter(options: {
  access: AccessService;
  incidents: IncidentReader;
  details: IncidentDetailReader;
  timelines: TimelineReader;
  entities: EntityReader;
  histories: HistoryReader;
  scopes: ScopeReader;
  facts: FactsReader;
  searchDocuments: SearchDocumentReader;
}): express.Router {
  const { access, incidents, details, timelines } = options;
  const { entities, histories, scopes, facts, searchDocuments } = options;
  const router = Router();

  router.get('/incidents', async (req, res) => {
    const query = validate(incidentQuerySchema, req.query);
    const reader = await access.of(req);
    reader.assertMayRead();
    const { scope, ownership } = query;
    res.json(
      await incidents.list(
        reader,
        query,
        scope ? await scopes.of(scope, ownership) : {},
      ),
    );
  });

  router.get('/incidents/:id', async (req, res) => {
    const reader = await access.of(req);
    reader.assertMayRead();
    res.json(await details.get(reader, req.params.id));
  });

  router.get('/incidents/:id/timeline', async (req, res) => {
    const query = validate(timelineQuerySchema, req.query);
    const reader = await access.of(req);
    reader.assertMayRead();
    const { id } = await incidents.get(reader, req.params.id);
    res.json(await timelines.page(reader, id, query));
  });

  router.get('/entities/:kind/:namespace/:name', async (req, res) => {
    const [reader, mayReport] = await Promise.all([
      access.of(req),
      access.has(req, incidentReportPermission),
    ]);
    reader.assertMayRead();
    res.json(await entities.card(reader, entityOf(req.params), mayReport));
  });

  router.get('/entities/:kind/:namespace/:name/history', async (req, res) => {
    const query = validate(historyQuerySchema, req.query);
    const [reader, mayReport] = await Promise.all([
      access.of(req),
      access.has(req, incidentReportPermission),
    ]);
    reader.assertMayRead();
    res.json(
      await histories.read(reader, entityOf(req.params), query, mayReport),
    );
  });

  router.get('/facts', async (req, res) => {
    const { entity = [] } = validate(factsQuerySchema, req.query);
    const reader = await access.of(req);
    reader.assertMayRead();
    res.json({ items: await facts.of(reader, entity) });
  });

  for (const kind of ['incidents', 'reviews'] as const) {
    router.get(`/search-documents/${kind}`, async (req, res) => {
      const query = validate(searchDocumentsQuerySchema, req.query);
      const reader = await access.of(req);
      reader.assertMayRead();
      res.json(await searchDocuments[kind](reader, query));
    });
  }

  return router;
}
