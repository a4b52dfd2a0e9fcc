import { insightsQuerySchema } from '@linchpin/backstage-plugin-incidents-common/schemas';
import express from 'express';
import Router from 'express-promise-router';
import type { AccessService } from '../authorization';
import { validate } from '../http/validate';
import type { InsightsReader } from './InsightsReader';

/** What can be said across teams and services. */
export function createInsightsRouter(options: {
  access: AccessService;
  insights: InsightsReader;
}): express.Router {
  const { access, insights } = options;
  const router = Router();

  router.get('/insights', async (req, res) => {
    const query = validate(insightsQuerySchema, req.query);
    const reader = await access.of(req);
    reader.assertMayRead();
    res.json(await insights.read(reader, query));
  });

  return router;
}
