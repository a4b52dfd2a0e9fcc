import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { setTimeout as pause } from 'node:timers/promises';
import { Failure, bold, command, dim } from './console/steps.mjs';
import { webhookMessage } from './demo/alertmanager.mjs';
import { SentAlerts } from './demo/sentAlerts.mjs';
import { findRunning } from './portal/running.mjs';
import { readSettings } from './portal/settings.mjs';
import { inRepository } from './setup/paths.mjs';

const USAGE = `npm run demo:alert -- <service> [--resolve] [--name HighErrorRate] [--severity critical]

  <service>    a name from the catalog, for example wallet-api
  --resolve    ends the alert that was sent before
  --name       the alert's name: another name is another alert
  --severity   critical, error, warning, info`;

const PATIENCE_MS = 10_000;

// npm run demo:alert: sends what Alertmanager sends, and says what became of it.
command(async () => {
  const request = readArguments();
  const settings = readSettings();
  const portal = findRunning(settings) ?? settings;
  const sent = SentAlerts.in(settings.dataFolder);
  const alert = request.resolve ? sent.resolve(request) : sent.fire(request);

  const { deliveryId } = await call(
    portal,
    'POST',
    'alertmanager',
    webhookMessage(alert),
  );
  sent.save();

  const delivery = await untilProcessed(portal, deliveryId);
  if (delivery.status === 'pending') {
    console.log(
      'The alert is kept, and not processed yet: see it under Incidents.',
    );
    return;
  }
  if (delivery.status === 'failed') {
    throw new Failure(
      'The alert is kept, and could not be processed.',
      delivery.error,
    );
  }
  for (const outcome of delivery.alerts) {
    console.log(describe(outcome, portal));
  }
});

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        resolve: { type: 'boolean', default: false },
        name: { type: 'string', default: 'HighErrorRate' },
        severity: { type: 'string', default: 'critical' },
      },
    });
    if (positionals.length === 1) {
      return { service: positionals[0], ...values };
    }
  } catch (error) {
    throw new Failure(error.message, USAGE);
  }
  throw new Failure('Which service is it about?', USAGE);
}

async function untilProcessed(portal, deliveryId) {
  for (const deadline = Date.now() + PATIENCE_MS; ; await pause(200)) {
    const delivery = await call(portal, 'GET', `deliveries/${deliveryId}`);
    if (delivery.status !== 'pending' || Date.now() > deadline) {
      return delivery;
    }
  }
}

async function call(portal, method, path, body) {
  const url = `${portal.backendUrl}/api/incidents/intake/${path}`;
  const response = await fetch(url, {
    method,
    headers: {
      Authorization: `Bearer ${intakeToken()}`,
      'Content-Type': 'application/json',
    },
    body: body && JSON.stringify(body),
  }).catch(() => {
    throw new Failure(
      `Nothing answers at ${portal.backendUrl}.`,
      'Start the portal first: npm start',
    );
  });
  const answer = await response.text();
  if (!response.ok) {
    throw new Failure(
      `The portal answered ${response.status} to ${method} ${url}.`,
      answer,
    );
  }
  return JSON.parse(answer);
}

/** The token of the sample configuration. It is read without a YAML reader, to work uninstalled. */
function intakeToken() {
  const config = readFileSync(inRepository('app-config.yaml'), 'utf8');
  return config.match(/externalAccess:[^]*?token: *(\S+)/)[1];
}

const DISPOSITIONS = {
  incident: 'makes an incident',
  quiet: 'is in the inbox, and nobody was told',
  record: 'is on record, and makes no incident',
  'kept-aside':
    'could not be read; it is kept, and listed under Incidents, Setup',
};

function describe(
  { title, disposition, reason, incidentNumber, entityRef, ownerRef },
  portal,
) {
  const facts = {
    why: reason,
    incident:
      incidentNumber && `${portal.frontendUrl}/incidents/${incidentNumber}`,
    service: entityRef,
    owner: ownerRef,
  };
  const lines = Object.entries(facts)
    .filter(([, fact]) => fact)
    .map(([name, fact]) => `  ${dim(name.padEnd(9))} ${fact}`);
  const outcome = incidentNumber
    ? `reached incident ${bold(incidentNumber)}`
    : DISPOSITIONS[disposition];
  return [`${bold(title)} ${outcome}`, ...lines].join('\n');
}
