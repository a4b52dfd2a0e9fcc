import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { optionsQuerySchema } from '@linchpin/backstage-plugin-incidents-common/schemas';
import express from 'express';
import Router from 'express-promise-router';
import { entityOf } from '../http/entityPath';
import { validate } from '../http/validate';
import type { EntityPicker } from './EntityPicker';

/** More is not read by anybody. */
const DEPENDANTS_MAX = 100;

/** What people are offered of the catalog, as far as they may see it there. */
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

  router.get('/options/users', async (req, res) => {
    const { q, limit } = validate(optionsQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    res.json({ items: await picker.users(credentials, q, limit) });
  });

  router.get(
    '/entities/:kind/:namespace/:name/dependants',
    async (req, res) => {
      const credentials = await httpAuth.credentials(req, { allow: ['user'] });
      const entityRef = entityOf(req.params);
      res.json({
        items: await picker.dependants(credentials, entityRef, DEPENDANTS_MAX),
      });
    },
  );

  return router;
}
