import type { AuditorService } from '@backstage/backend-plugin-api';
import {
  setupManagePermission,
  setupReadPermission,
  type Import,
} from '@linchpin/backstage-plugin-incidents-common';
import {
  identifier,
  incidentExportQuerySchema,
} from '@linchpin/backstage-plugin-incidents-common/schemas';
import express, { type Request } from 'express';
import Router from 'express-promise-router';
import { pipeline } from 'node:stream/promises';
import type { AccessService, PersonNames } from '../authorization';
import type { ScopeReader } from '../history/ScopeReader';
import { audited } from '../http/audited';
import { validate } from '../http/validate';
import type { ImportService } from './ImportService';
import type { StoredImport } from './ImportStore';
import type { IncidentExport } from './IncidentExport';
import { receiveUpload, type FileLimit } from './upload';

/** Imports of the past, for those who run the installation; exports of what one may read. */
export function createTransferRouter(options: {
  access: AccessService;
  auditor: AuditorService;
  imports: ImportService;
  exports: IncidentExport;
  scopes: ScopeReader;
  names: PersonNames;
  fileLimit: FileLimit;
}): express.Router {
  const { access, auditor, imports, exports, names, fileLimit } = options;
  const { scopes } = options;
  const router = Router();

  async function senderOf(req: Request): Promise<StoredImport['createdBy']> {
    const viewer = await access.viewer(req);
    return viewer.type === 'user'
      ? { ref: viewer.ref, name: await names.nameOf(viewer.ref) }
      : { name: 'A service' };
  }

  function change(
    eventId: string,
    act: (id: string) => Promise<Import>,
  ): express.RequestHandler {
    return async (req, res) => {
      await access.assert(req, setupManagePermission);
      const id = validate(identifier(64), req.params.id, 'id');
      const changed = await audited(
        auditor,
        {
          eventId,
          severityLevel: 'medium',
          request: req,
          meta: { import: id },
        },
        () => act(id),
      );
      res.json(changed);
    };
  }

  router.get('/imports', async (req, res) => {
    await access.assert(req, setupReadPermission);
    res.json({
      items: await imports.latest(),
      mayManage: await access.has(req, setupManagePermission),
    });
  });

  router.get('/imports/:id', async (req, res) => {
    await access.assert(req, setupReadPermission);
    const id = validate(identifier(64), req.params.id, 'id');
    res.json(await imports.get(id));
  });

  router.post('/imports', async (req, res) => {
    await access.assert(req, setupManagePermission);
    const sender = await senderOf(req);
    const upload = await receiveUpload(req, fileLimit);
    const created = await audited(
      auditor,
      {
        eventId: 'import-create',
        severityLevel: 'medium',
        request: req,
        meta: { file: upload.fileName },
      },
      () => imports.create(upload, sender),
    ).finally(() => upload.file.destroy());
    res.status(201).json(created);
  });

  router.post(
    '/imports/:id/start',
    change('import-start', id => imports.start(id)),
  );
  router.post(
    '/imports/:id/cancel',
    change('import-cancel', id => imports.cancel(id)),
  );

  router.get('/incidents/export', async (req, res) => {
    const reader = await access.of(req);
    reader.assertMayRead();
    const query = validate(incidentExportQuerySchema, req.query);
    const { ownership } = query;
    const scope = query.scope ? await scopes.of(query.scope, ownership) : {};
    await audited(
      auditor,
      {
        eventId: 'incident-export',
        severityLevel: 'low',
        request: req,
        meta: { ...query },
      },
      async () => {
        const { name, contentType, content } = exports.of(reader, query, scope);
        res.setHeader('Content-Type', contentType);
        res.setHeader('Content-Disposition', `attachment; filename="${name}"`);
        await pipeline(content, res);
      },
    );
  });
  return router;
}
