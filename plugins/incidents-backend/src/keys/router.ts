import type { AuditorService } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  keyManagePermission,
  setupManagePermission,
  type KeyManager,
} from '@linchpin/backstage-plugin-incidents-common';
import {
  createKeySchema,
  identifier,
  keysQuerySchema,
} from '@linchpin/backstage-plugin-incidents-common/schemas';
import express, { type Request } from 'express';
import Router from 'express-promise-router';
import type { AccessService, PersonNames } from '../authorization';
import { audited } from '../http/audited';
import { validate } from '../http/validate';
import type { KeyReader } from './KeyReader';
import type { KeyService } from './KeyService';

/** Integration keys, for those whose groups and entities they are for. */
export function createKeysRouter(options: {
  access: AccessService;
  auditor: AuditorService;
  keys: KeyService;
  names: PersonNames;
  reader: KeyReader;
}): express.Router {
  const { access, auditor, keys, names, reader } = options;
  const router = Router();

  /** @throws NotAllowedError for services: a key is somebody's to answer for */
  async function managerOf(req: Request): Promise<KeyManager> {
    await access.assert(req, keyManagePermission);
    const viewer = await access.viewer(req);
    if (viewer.type !== 'user') {
      throw new NotAllowedError('Integration keys are made by people');
    }
    const { ref, ownershipRefs } = viewer;
    return {
      person: { ref, name: await names.nameOf(ref) },
      ownershipRefs,
      managesSetup: await access.has(req, setupManagePermission),
    };
  }

  router.get('/keys', async (req, res) => {
    const manager = await managerOf(req);
    const query = validate(keysQuerySchema, req.query);
    res.json(await reader.list(manager, query));
  });

  router.post('/keys', async (req, res) => {
    const manager = await managerOf(req);
    const request = validate(createKeySchema, req.body);
    const { key, secret } = await audited(
      auditor,
      {
        eventId: 'key-create',
        severityLevel: 'medium',
        request: req,
        meta: { ...request },
      },
      () => keys.create(manager, request),
    );
    res.status(201).json({ key: await reader.show(key), secret });
  });

  router.post('/keys/:id/revoke', async (req, res) => {
    const manager = await managerOf(req);
    const id = validate(identifier(64), req.params.id, 'id');
    const key = await audited(
      auditor,
      {
        eventId: 'key-revoke',
        severityLevel: 'medium',
        request: req,
        meta: { key: id },
      },
      () => keys.revoke(manager, id),
    );
    res.json(await reader.show(key));
  });

  return router;
}
