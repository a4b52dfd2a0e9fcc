import type { AuditorService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  changeIngestPermission,
  type ChangesReceipt,
} from '@linchpin/backstage-plugin-incidents-common';
import express from 'express';
import Router from 'express-promise-router';
import type { AccessService } from '../authorization';
import { audited } from '../http/audited';
import { messageBodyReader, type BodyLimit } from '../http/jsonBody';
import { sayingWhenAgain } from '../http/OverloadedError';
import { takeKey, type KeyGate } from '../keys';
import type { ChangeIntake } from './ChangeIntake';
import { CHANGE_SENDERS } from './senders';
import { isSeveral, sentChangesOf } from './sentChangesOf';

/**
 * What of these routes the platform lets everybody through to: it knows no
 * integration keys, so here the router asks for credentials itself.
 */
export const CHANGES_PATH = '/changes';

/**
 * Where changes are told. It reads bodies itself, so it has to stand before
 * whatever else reads them. A key in the path has become a password before it comes
 * here.
 */
export function createChangesRouter(options: {
  access: Pick<AccessService, 'assertKnown'>;
  keys: Pick<KeyGate, 'admit'>;
  auditor: AuditorService;
  intake: ChangeIntake;
  bodyLimits: { byToken: BodyLimit; byKey: BodyLimit };
}): express.Router {
  const { access, keys, auditor, intake, bodyLimits } = options;
  const readBody = {
    byToken: messageBodyReader(bodyLimits.byToken),
    byKey: messageBodyReader(bodyLimits.byKey),
  };
  const router = Router();

  /** @returns the key that the sender has shown; undefined for a token of the portal */
  async function admitted(req: express.Request) {
    const secret = takeKey(req);
    if (secret === undefined) {
      await access.assertKnown(req, changeIngestPermission);
      return undefined;
    }
    return keys.admit(req, secret, CHANGE_SENDERS.id);
  }

  router.post(CHANGES_PATH, async (req, res) => {
    const key = await sayingWhenAgain(res, admitted(req));
    const receipt = await audited(
      auditor,
      {
        eventId: 'change-ingest',
        severityLevel: 'low',
        request: req,
        meta: key ? { key: key.id } : {},
      },
      async () => {
        const read = key ? readBody.byKey : readBody.byToken;
        const { body } = await read(req, res);
        const outcome = await intake.receive(sentChangesOf(body), key);
        return isSeveral(body) ? outcome : orRefused(outcome);
      },
    );
    res.json(receipt);
  });

  return router;
}

/** @throws InputError where the one change of a request is none */
function orRefused(receipt: ChangesReceipt): ChangesReceipt {
  const [{ error }] = receipt.outcomes;
  if (error) {
    throw new InputError(`${error.field ?? 'body'}: ${error.message}`);
  }
  return receipt;
}
