import { incidentReportPermission } from '@linchpin/backstage-plugin-incidents-common';
import {
  historyQuerySchema,
  incidentQuerySchema,
  timelineQuerySchema,
} from '@linchpin/backstage-plugin-incidents-common/schemas';
import express from 'express';
import Router from 'express-promise-router';
import type { AccessService } from '../authorization';
import { entityOf } from '../http/entityPath';
import { validate } from '../http/validate';
import type { EntityReader } from './EntityReader';
import type { IncidentDetailReader } from './IncidentDetailReader';
import type { IncidentReader } from './IncidentReader';
import type { TimelineReader } from './TimelineReader';

/** Routes that read incidents: lists, one of them, and those of an entity. */
export function createHistoryRouter(options: {
  access: AccessService;
  incidents: IncidentReader;
  details: IncidentDetailReader;
  timelines: TimelineReader;
  entities: EntityReader;
}): express.Router {
  const { access, incidents, details, timelines, entities } = options;
  const router = Router();

  router.get('/incidents', async (req, res) => {
    const query = validate(incidentQuerySchema, req.query);
    const reader = await access.of(req);
    reader.assertMayRead();
    res.json(await incidents.list(reader, query));
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
      await entities.history(reader, entityOf(req.params), query, mayReport),
    );
  });

  return router;
}
