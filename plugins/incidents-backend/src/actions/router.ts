import type { AuditorService } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  actionCommandRequestSchema,
  actionsQuerySchema,
  bulkActionsSchema,
  createActionSchema,
  followThroughQuerySchema,
} from '@linchpin/backstage-plugin-incidents-common/schemas';
import express from 'express';
import Router from 'express-promise-router';
import type { Access, AccessService, PersonNames } from '../authorization';
import { audited } from '../http/audited';
import { validate } from '../http/validate';
import { executeEach } from '../incidents/bulk';
import { conflictBody } from '../incidents/conflict';
import type { ActionDetailReader } from './ActionDetailReader';
import type { ActionReader } from './ActionReader';
import type { ActionSender, ActionService } from './ActionService';
import type { FollowThroughReader } from './FollowThroughReader';
import type { ActionTrackers } from './trackers';

/** Action items: the board, one of them, what becomes of them, and of all together. */
export function createActionsRouter(options: {
  access: AccessService;
  auditor: AuditorService;
  names: PersonNames;
  actions: ActionService;
  reading: ActionReader;
  details: ActionDetailReader;
  followThrough: FollowThroughReader;
  trackers: ActionTrackers;
}): express.Router {
  const { access, auditor, names, actions, reading, details } = options;
  const { followThrough, trackers } = options;
  const router = Router();

  router.get('/actions', async (req, res) => {
    const query = validate(actionsQuerySchema, req.query);
    const reader = await access.of(req);
    reader.assertMayRead();
    res.json(await reading.list(reader, query));
  });

  router.post('/actions', async (req, res) => {
    const request = validate(createActionSchema, req.body);
    const reader = await access.of(req);
    const id = await audited(
      auditor,
      {
        eventId: 'action-propose',
        severityLevel: 'medium',
        request: req,
        meta: { incidents: request.incidents },
      },
      async () => actions.propose(await senderOf(reader, names), request),
    );
    res.status(201).json(await details.get(reader, id));
  });

  router.post('/actions/commands', async (req, res) => {
    const { ids, command, clientId } = validate(bulkActionsSchema, req.body);
    const reader = await access.of(req);
    const outcomes = await audited(
      auditor,
      {
        eventId: 'action-command',
        severityLevel: 'medium',
        request: req,
        meta: { queryType: command.type, actions: ids },
      },
      async () => {
        const sender = await senderOf(reader, names);
        return executeEach(ids, async asked => {
          const { id, number } = await reading.get(reader, asked);
          await actions.execute(sender, id, { command, clientId });
          return { id: asked, number, changed: true };
        });
      },
    );
    res.json({
      items: outcomes.map(({ id, error }) => ({
        id,
        error: error?.message ?? null,
      })),
    });
  });

  router.get('/actions/follow-through', async (req, res) => {
    const query = validate(followThroughQuerySchema, req.query);
    const reader = await access.of(req);
    reader.assertMayRead();
    res.json(await followThrough.read(reader, query));
  });

  router.get('/actions/trackers', async (req, res) => {
    const reader = await access.of(req);
    reader.assertMayRead();
    res.json({
      items: trackers.all().map(({ id, title }) => ({ id, title })),
    });
  });

  router.get('/actions/:id', async (req, res) => {
    const reader = await access.of(req);
    reader.assertMayRead();
    res.json(await details.get(reader, req.params.id));
  });

  router.post('/actions/:id/commands', async (req, res) => {
    const envelope = validate(actionCommandRequestSchema, req.body);
    const reader = await access.of(req);
    const { id, number } = await reading.get(reader, req.params.id);
    try {
      await audited(
        auditor,
        {
          eventId: 'action-command',
          severityLevel: 'medium',
          request: req,
          meta: { queryType: envelope.command.type, actions: [number] },
        },
        async () =>
          actions.execute(await senderOf(reader, names), id, envelope),
      );
    } catch (error) {
      const body = conflictBody(error, req);
      if (!body) {
        throw error;
      }
      res.status(409).json({ ...body, current: await details.get(reader, id) });
      return;
    }
    res.json(await details.get(reader, id));
  });

  return router;
}

/** @throws NotAllowedError where the sender is no person */
async function senderOf(
  access: Access,
  names: PersonNames,
): Promise<ActionSender> {
  const { viewer } = access;
  if (viewer.type !== 'user') {
    throw new NotAllowedError('Only a person can change an action');
  }
  const { ref } = viewer;
  return { access, person: { ref, name: await names.nameOf(ref) } };
}
