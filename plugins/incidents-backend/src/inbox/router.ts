import { inboxQuerySchema } from '@linchpin/backstage-plugin-incidents-common/schemas';
import express from 'express';
import Router from 'express-promise-router';
import type { AccessService } from '../authorization';
import { validate } from '../http/validate';
import type { InboxReader } from './InboxReader';

/** What needs the asking person's decision. */
export function createInboxRouter(options: {
  access: AccessService;
  inbox: InboxReader;
}): express.Router {
  const router = Router();

  router.get('/inbox', async (req, res) => {
    const query = validate(inboxQuerySchema, req.query);
    const reader = await options.access.of(req);
    reader.assertMayRead();
    res.json(await options.inbox.read(reader, query));
  });

  return router;
}
