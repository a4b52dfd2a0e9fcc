import { followThroughQuerySchema } from '@linchpin/backstage-plugin-incidents-common/schemas';
import express from 'express';
import Router from 'express-promise-router';
import type { AccessService } from '../authorization';
import { validate } from '../http/validate';
import type { FollowThroughReader } from './FollowThroughReader';

/** What can be said of action items together. */
export function createFollowThroughRouter(options: {
  access: AccessService;
  followThrough: FollowThroughReader;
}): express.Router {
  const { access, followThrough } = options;
  const router = Router();

  router.get('/actions/follow-through', async (req, res) => {
    const query = validate(followThroughQuerySchema, req.query);
    const reader = await access.of(req);
    reader.assertMayRead();
    res.json(await followThrough.read(reader, query));
  });

  return router;
}
