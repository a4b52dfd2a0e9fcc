import { factorsQuerySchema } from '@linchpin/backstage-plugin-incidents-common/schemas';
import express from 'express';
import Router from 'express-promise-router';
import type { AccessService } from '../authorization';
import { validate } from '../http/validate';
import type { FactorReader } from './FactorReader';

/** What can be said of reviews together. */
export function createFactorsRouter(options: {
  access: AccessService;
  factors: FactorReader;
}): express.Router {
  const { access, factors } = options;
  const router = Router();

  router.get('/reviews/factors', async (req, res) => {
    const query = validate(factorsQuerySchema, req.query);
    const reader = await access.of(req);
    reader.assertMayRead();
    res.json(await factors.read(reader, query));
  });

  return router;
}
