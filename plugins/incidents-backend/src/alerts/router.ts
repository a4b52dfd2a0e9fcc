import type { AuditorService } from '@backstage/backend-plugin-api';
import { alertIngestPermission } from '@linchpin/backstage-plugin-incidents-common';
import express from 'express';
import Router from 'express-promise-router';
import type { AccessService } from '../authorization';
import { audited } from '../http/audited';
import type { IntakeDeliveryReader } from './IntakeDeliveryReader';
import type { IntakeService } from './IntakeService';
import { messageBodyReader } from './messageBody';
import { OverloadedError } from './OverloadedError';

/**
 * Where senders post their messages and ask what became of them. It reads bodies
 * itself, so it has to stand before whatever else reads them.
 */
export function createIntakeRouter(options: {
  access: Pick<AccessService, 'assert'>;
  auditor: AuditorService;
  intake: IntakeService;
  deliveries: IntakeDeliveryReader;
  /** In bytes. */
  bodyLimit: number;
}): express.Router {
  const { access, auditor, intake, deliveries } = options;
  const readBody = messageBodyReader(options.bodyLimit);
  const router = Router();

  router.post('/intake/:source', async (req, res) => {
    await access.assert(req, alertIngestPermission);
    const { source } = req.params;
    await admitted(intake.admit(source), res);
    const { deliveryId } = await audited(
      auditor,
      {
        eventId: 'alert-ingest',
        severityLevel: 'low',
        request: req,
        meta: { source },
      },
      async () =>
        intake.receive(source, {
          ...(await readBody(req, res)),
          headers: req.headers,
        }),
    );
    res.status(202).json({ deliveryId });
  });

  router.get('/intake/deliveries/:id', async (req, res) => {
    await access.assert(req, alertIngestPermission);
    res.json(await deliveries.read(req.params.id));
  });

  return router;
}

async function admitted(
  admission: Promise<void>,
  res: express.Response,
): Promise<void> {
  try {
    await admission;
  } catch (error) {
    if (error instanceof OverloadedError) {
      res.setHeader('Retry-After', error.retryAfterSeconds);
    }
    throw error;
  }
}
