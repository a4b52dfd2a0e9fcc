import type { AuditorService } from '@backstage/backend-plugin-api';
import {
  setupManagePermission,
  setupReadPermission,
} from '@linchpin/backstage-plugin-incidents-common';
import { resendRequestSchema } from '@linchpin/backstage-plugin-incidents-common/schemas';
import express from 'express';
import Router from 'express-promise-router';
import type { AccessService } from '../authorization';
import { audited } from '../http/audited';
import { validate } from '../http/validate';
import type { SetupReader } from './SetupReader';

/** Sends messages again that were given up. */
export interface Resender {
  resend(ids: readonly string[]): Promise<number>;
}

/** How the installation does, for those who run it. */
export function createSetupRouter(options: {
  access: AccessService;
  auditor: AuditorService;
  setup: SetupReader;
  outbox: Resender;
}): express.Router {
  const { access, auditor, setup, outbox } = options;
  const router = Router();

  router.get('/setup', async (req, res) => {
    await access.assert(req, setupReadPermission);
    const mayManage = await access.has(req, setupManagePermission);
    res.json(await setup.read(await access.viewer(req), mayManage));
  });

  router.post('/setup/not-sent/resend', async (req, res) => {
    await access.assert(req, setupManagePermission);
    const { ids } = validate(resendRequestSchema, req.body);
    const resent = await audited(
      auditor,
      {
        eventId: 'message-resend',
        severityLevel: 'low',
        request: req,
        meta: { messages: ids },
      },
      () => outbox.resend(ids),
    );
    res.json({ resent });
  });

  return router;
}
