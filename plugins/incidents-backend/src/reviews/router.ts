import type { AuditorService } from '@backstage/backend-plugin-api';
import {
  factorsQuerySchema,
  reviewCommandRequestSchema,
  reviewDocumentQuerySchema,
  reviewsQuerySchema,
  sectionVersionsQuerySchema,
} from '@linchpin/backstage-plugin-incidents-common/schemas';
import express from 'express';
import Router from 'express-promise-router';
import type { AccessService } from '../authorization';
import { afterPlace, decodeCursor, encodeCursor } from '../history/cursor';
import type { IncidentReader } from '../history/IncidentReader';
import { audited } from '../http/audited';
import { validate } from '../http/validate';
import { conflictBody } from '../incidents/conflict';
import type { FactorReader } from './FactorReader';
import type { ReviewDocumentReader } from './ReviewDocumentReader';
import type { ReviewGate } from './ReviewGate';
import type { ReviewListReader } from './ReviewListReader';
import type { ReviewReader } from './ReviewReader';
import type { ReviewService } from './ReviewService';

/** Routes that read and change reviews. */
export function createReviewsRouter(options: {
  access: AccessService;
  auditor: AuditorService;
  incidents: IncidentReader;
  service: ReviewService;
  reader: ReviewReader;
  lists: ReviewListReader;
  documents: ReviewDocumentReader;
  factors: FactorReader;
  gate: ReviewGate;
}): express.Router {
  const { access, auditor, incidents, service, gate } = options;
  const { reader, lists, documents, factors } = options;
  const router = Router();

  router.get('/reviews', async (req, res) => {
    const query = validate(reviewsQuerySchema, req.query);
    const asking = await access.of(req);
    asking.assertMayRead();
    res.json(await lists.list(asking, query));
  });

  router.get('/reviews/factors', async (req, res) => {
    const query = validate(factorsQuerySchema, req.query);
    const asking = await access.of(req);
    asking.assertMayRead();
    res.json(await factors.read(asking, query));
  });

  router.get('/incidents/:id/review', async (req, res) => {
    const asking = await access.of(req);
    asking.assertMayRead();
    res.json(await reader.get(asking, req.params.id));
  });

  router.get('/incidents/:id/review/document', async (req, res) => {
    const query = validate(reviewDocumentQuerySchema, req.query);
    const asking = await access.of(req);
    asking.assertMayRead();
    res.json(await documents.get(asking, req.params.id, query));
  });

  router.get(
    '/incidents/:id/review/sections/:section/versions',
    async (req, res) => {
      const { limit, cursor } = validate(sectionVersionsQuerySchema, req.query);
      const asking = await access.of(req);
      asking.assertMayRead();
      const [before] = cursor ? decodeCursor(cursor, afterPlace) : [];
      const { items, next } = await reader.versions(
        asking,
        req.params.id,
        req.params.section,
        { before, limit },
      );
      res.json({
        items,
        nextCursor: next === undefined ? null : encodeCursor([next]),
      });
    },
  );

  router.post('/incidents/:id/review/commands', async (req, res) => {
    const envelope = validate(reviewCommandRequestSchema, req.body);
    const asking = await access.of(req);
    const { id, number } = await incidents.get(asking, req.params.id);
    const { type } = envelope.command;
    try {
      const { section } = await audited(
        auditor,
        {
          eventId: 'review-command',
          severityLevel: 'medium',
          request: req,
          meta: { queryType: type, incidents: [number] },
        },
        async () =>
          service.execute(await gate.admit(asking, id, type), id, envelope),
      );
      res.json({ review: await reader.get(asking, id), section });
    } catch (error) {
      const body = conflictBody(error, req);
      if (!body) {
        throw error;
      }
      res.status(409).json({ ...body, current: await reader.get(asking, id) });
    }
  });

  return router;
}
