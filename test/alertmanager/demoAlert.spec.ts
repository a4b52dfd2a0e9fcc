import { once } from 'node:events';
import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { webhookMessage } from '../../scripts/demo/alertmanager.mjs';
import { Alertmanager } from './alertmanager';

type Message = ReturnType<typeof webhookMessage>;

/** Alertmanager leaves out the zeros at the end of a fraction of a second. */
const withInstants = (message: Message): Message => ({
  ...message,
  alerts: message.alerts.map(alert => ({
    ...alert,
    startsAt: new Date(alert.startsAt).toISOString(),
    endsAt: new Date(alert.endsAt).toISOString(),
  })),
});

test('the demo alert is the message that Alertmanager sends', async () => {
  const messages: Message[] = [];
  const receiver = createServer(async (request, response) => {
    messages.push(withInstants((await json(request)) as Message));
    response.end();
  }).listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  const { port } = receiver.address() as AddressInfo;
  const alertmanager = await Alertmanager.start({
    url: `http://127.0.0.1:${port}/`,
  });

  const alert = {
    labels: {
      alertname: 'HighErrorRate',
      service: 'payments-api',
      severity: 'critical',
      environment: 'Zürich',
    },
    annotations: { summary: 'HighErrorRate on payments-api' },
    startsAt: new Date().toISOString(),
  };
  const elsewhere = { externalURL: expect.any(String) };
  const likeReal = (message: Message) => ({
    ...message,
    ...elsewhere,
    alerts: withInstants(message).alerts.map(sent => ({
      ...sent,
      generatorURL: expect.any(String),
    })),
  });
  try {
    await alertmanager.push([alert]);
    await expect
      .poll(() => messages.at(-1))
      .toEqual(likeReal(webhookMessage(alert)));

    const ended = { ...alert, endsAt: new Date().toISOString() };
    await alertmanager.push([ended]);
    await expect
      .poll(() => messages.at(-1))
      .toEqual(likeReal(webhookMessage(ended)));
  } finally {
    await alertmanager.stop();
    receiver.close();
  }
});
