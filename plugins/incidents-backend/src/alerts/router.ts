import type { AuditorService } from '@backstage/backend-plugin-api';
import { alertIngestPermission } from '@linchpin/backstage-plugin-incidents-common';
import express from 'express';
import Router from 'express-promise-router';
import type { AccessService } from '../authorization';
import { audited } from '../http/audited';
import { sayingWhenAgain } from '../http/OverloadedError';
import { takeKey, type KeyGate } from '../keys';
import type { IntakeDeliveryReader } from './IntakeDeliveryReader';
import type { IntakeService } from './IntakeService';
import { messageBodyReader, type BodyLimit } from '../http/jsonBody';

/**
 * What of these routes the platform lets everybody through to: it knows no
 * integration keys, so here the router asks for credentials itself.
 */
export const INTAKE_PATH = '/intake';

/**
 * Where senders post their messages and ask what became of them. It reads bodies
 * itself, so it has to stand before whatever else reads them. A key in the path has
 * become a password before it comes here.
 */
export function createIntakeRouter(options: {
  access: Pick<AccessService, 'assertKnown'>;
  keys: Pick<KeyGate, 'admit'>;
  auditor: AuditorService;
  intake: IntakeService;
  deliveries: IntakeDeliveryReader;
  bodyLimits: { byToken: BodyLimit; byKey: BodyLimit };
}): express.Router {
  const { access, keys, auditor, intake, deliveries, bodyLimits } = options;
  const readBody = {
    byToken: messageBodyReader(bodyLimits.byToken),
    byKey: messageBodyReader(bodyLimits.byKey),
  };
  const router = Router();

  /** @returns the key that the sender has shown; undefined for a token of the portal */
  async function admitted(req: express.Request, source: string) {
    const secret = takeKey(req);
    if (secret === undefined) {
      await access.assertKnown(req, alertIngestPermission);
    }
    const key =
      secret === undefined ? undefined : await keys.admit(req, secret, source);
    await intake.admit(source);
    return key;
  }

  router.post(`${INTAKE_PATH}/:source`, async (req, res) => {
    const { source } = req.params;
    const key = await sayingWhenAgain(res, admitted(req, source));
    const { deliveryId } = await audited(
      auditor,
      {
        eventId: 'alert-ingest',
        severityLevel: 'low',
        request: req,
        meta: { source, ...(key && { key: key.id }) },
      },
      async () =>
        intake.receive(source, {
          ...(await (key ? readBody.byKey : readBody.byToken)(req, res)),
          headers: req.headers,
          ...(key && { key }),
        }),
    );
    res.status(202).json({ deliveryId });
  });

  router.get(`${INTAKE_PATH}/deliveries/:id`, async (req, res) => {
    await access.assertKnown(req, alertIngestPermission);
    res.json(await deliveries.read(req.params.id));
  });

  return router;
}
