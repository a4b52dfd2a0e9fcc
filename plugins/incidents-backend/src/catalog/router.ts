import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { optionsQuerySchema } from '@linchpin/backstage-plugin-incidents-common/schemas';
import express from 'express';
import Router from 'express-promise-router';
import { validate } from '../http/validate';
import type { EntityPicker } from './EntityPicker';

/** What pickers offer: entities and groups that the asking person may see in the catalog. */
export function createOptionsRouter(options: {
  httpAuth: HttpAuthService;
  picker: EntityPicker;
}): express.Router {
  const { httpAuth, picker } = options;
  const router = Router();

  router.get('/options/entities', async (req, res) => {
    const { q, limit } = validate(optionsQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    res.json({ items: await picker.entities(credentials, q, limit) });
  });

  router.get('/options/groups', async (req, res) => {
    const { q, limit } = validate(optionsQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    res.json({ items: await picker.groups(credentials, q, limit) });
  });

  return router;
}
