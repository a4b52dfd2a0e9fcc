import type { AuditorService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { incidentReportPermission } from '@linchpin/backstage-plugin-incidents-common';
import {
  bulkRequestSchema,
  commandRequestSchema,
  declareSchema,
} from '@linchpin/backstage-plugin-incidents-common/schemas';
import express from 'express';
import Router from 'express-promise-router';
import type { Access, AccessService } from '../authorization';
import type { IncidentDetailReader } from '../history/IncidentDetailReader';
import type { IncidentReader } from '../history/IncidentReader';
import { numberOf } from '../history/incidentRows';
import { audited } from '../http/audited';
import { validate } from '../http/validate';
import { executeEach } from './bulk';
import type { CommandGate } from './CommandGate';
import { conflictBody } from './conflict';
import type { EarlierIncident, IncidentService } from './IncidentService';

/** Routes that change incidents. */
export function createIncidentsRouter(options: {
  access: AccessService;
  auditor: AuditorService;
  incidents: IncidentService;
  reading: IncidentReader;
  details: IncidentDetailReader;
  gate: CommandGate;
}): express.Router {
  const { access, auditor, incidents, reading, details, gate } = options;
  const router = Router();

  router.post('/incidents', async (req, res) => {
    await access.assert(req, incidentReportPermission);
    const request = validate(declareSchema, req.body);
    const reader = await access.of(req);
    const { id } = await audited(
      auditor,
      {
        eventId: 'incident-declare',
        severityLevel: 'medium',
        request: req,
        meta: { entityRef: request.entityRef ?? null },
      },
      async () =>
        incidents.declare(
          await gate.commander(reader, false),
          request,
          request.recurrenceOf
            ? await earlier(reading, reader, request.recurrenceOf)
            : undefined,
        ),
    );
    res.status(201).json(await details.get(reader, id));
  });

  router.post('/incidents/commands', async (req, res) => {
    const { ids, command, clientId } = validate(bulkRequestSchema, req.body);
    const reader = await access.of(req);
    const outcomes = await audited(
      auditor,
      {
        eventId: 'incident-command',
        severityLevel: 'medium',
        request: req,
        meta: { queryType: command.type, incidents: ids },
      },
      () =>
        executeEach(ids, async id => {
          const incident = await details.get(reader, id);
          const { changed } = await incidents.execute(
            await gate.admit(reader, incident.id, command),
            incident.id,
            { command, clientId },
          );
          return { id: incident.id, number: incident.number, changed };
        }),
    );
    res.json({ outcomes });
  });

  router.post('/incidents/:id/commands', async (req, res) => {
    const envelope = validate(commandRequestSchema, req.body);
    const reader = await access.of(req);
    const { id, number } = await details.get(reader, req.params.id);
    const { command } = envelope;
    try {
      const { changed, opened } = await audited(
        auditor,
        {
          eventId: 'incident-command',
          severityLevel: 'medium',
          request: req,
          meta: { queryType: command.type, incidents: [number] },
        },
        async () =>
          incidents.execute(
            await gate.admit(reader, id, command),
            id,
            envelope,
          ),
      );
      res.json({
        incident: await details.get(reader, id),
        changed,
        opened: opened ? { id: opened.id, number: numberOf(opened) } : null,
      });
    } catch (error) {
      const body = conflictBody(error, req);
      if (!body) {
        throw error;
      }
      res.status(409).json({ ...body, current: await details.get(reader, id) });
    }
  });

  return router;
}

/** @throws InputError where there is none, or none that may be known of */
async function earlier(
  incidents: IncidentReader,
  access: Access,
  idOrNumber: string,
): Promise<EarlierIncident> {
  const found = await incidents.find(access, idOrNumber);
  if (!found) {
    throw new InputError(`recurrenceOf: No incident ${idOrNumber}`);
  }
  const { id, number, visibility } = found;
  return { id, number: Number(number.slice('INC-'.length)), visibility };
}
