import { incidentReportPermission } from '@linchpin/backstage-plugin-incidents-common';
import { reportPreviewQuerySchema } from '@linchpin/backstage-plugin-incidents-common/schemas';
import express from 'express';
import Router from 'express-promise-router';
import type { AccessService } from '../authorization';
import { validate } from '../http/validate';
import type { ReportPreviewReader } from './ReportPreviewReader';

/** What the report dialog asks before it is filled in. */
export function createReportRouter(options: {
  access: AccessService;
  previews: ReportPreviewReader;
}): express.Router {
  const router = Router();

  router.get('/reports/preview', async (req, res) => {
    await options.access.assert(req, incidentReportPermission);
    const { entity } = validate(reportPreviewQuerySchema, req.query);
    const reader = await options.access.of(req);
    res.json(await options.previews.read(reader, entity));
  });

  return router;
}
