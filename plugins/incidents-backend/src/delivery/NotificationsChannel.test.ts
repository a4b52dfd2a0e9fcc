import {
  mockServices,
  registerMswTestHooks,
} from '@backstage/backend-test-utils';
import { DefaultNotificationService } from '@backstage/plugin-notifications-node';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { ChannelNotInstalledError, type Delivery } from './DeliveryChannel';
import { NotificationsChannel } from './NotificationsChannel';
import { PluginPresence } from './PluginPresence';

const server = setupServer();
registerMswTestHooks(server);

const NOTIFICATIONS = 'http://localhost:0/api/notifications';
const KEYS = `${NOTIFICATIONS}/.backstage/auth/v1/jwks.json`;

const discovery = mockServices.discovery();
const channel = new NotificationsChannel({
  notifications: DefaultNotificationService.create({
    auth: mockServices.auth(),
    discovery,
  }),
  presence: new PluginPresence({
    pluginId: 'notifications',
    discovery,
    now: { now: () => '2026-11-21T12:00:00.000Z' },
  }),
});

const page: Delivery = {
  key: 'incident|inc-a|1:routed|notifications|user:default/nadia',
  recipientRef: 'user:default/nadia',
  message: {
    topic: 'incidents',
    title: 'P2 Checkout is slow',
    description: 'Acknowledge, pass on or dismiss it',
    link: '/incidents/INC-1',
    severity: 'high',
    scope: 'incident:inc-a:page',
  },
};

it('tells one person, in a scope that later words of the same scope replace', async () => {
  const received: unknown[] = [];
  server.use(
    http.post(NOTIFICATIONS, async ({ request }) => {
      received.push(await request.json());
      return HttpResponse.json([]);
    }),
  );

  await channel.deliver(page);

  expect(received).toEqual([
    {
      recipients: { type: 'entity', entityRef: 'user:default/nadia' },
      payload: {
        topic: 'incidents',
        title: 'P2 Checkout is slow',
        description: 'Acknowledge, pass on or dismiss it',
        link: '/incidents/INC-1',
        severity: 'high',
        scope: 'incident:inc-a:page',
      },
    },
  ]);
});

it.each([400, 500, 503])(
  'fails where the notifications answer %s, so that it is tried again',
  async status => {
    server.use(
      http.post(NOTIFICATIONS, () => new HttpResponse(null, { status })),
      http.get(KEYS, () => HttpResponse.json({ keys: [] })),
    );

    await expect(channel.deliver(page)).rejects.toThrow(String(status));
  },
);

it('says so where there are no notifications, so that it is not tried again', async () => {
  server.use(
    http.post(NOTIFICATIONS, () => new HttpResponse(null, { status: 404 })),
    http.get(KEYS, () => new HttpResponse(null, { status: 404 })),
  );
  const absent = new NotificationsChannel({
    notifications: DefaultNotificationService.create({
      auth: mockServices.auth(),
      discovery,
    }),
    presence: new PluginPresence({
      pluginId: 'notifications',
      discovery,
      now: { now: () => '2026-11-21T12:00:00.000Z' },
    }),
  });

  await expect(absent.deliver(page)).rejects.toThrow(ChannelNotInstalledError);
});

it('refuses groups: they would be expanded over there', async () => {
  await expect(
    channel.deliver({ ...page, recipientRef: 'group:default/payments' }),
  ).rejects.toThrow('group:default/payments');
  await expect(
    channel.deliver({ ...page, recipientRef: undefined }),
  ).rejects.toThrow('Notifications go to users');
});

it('refuses what has no words', async () => {
  await expect(
    channel.deliver({ ...page, message: { topic: 'incidents', data: {} } }),
  ).rejects.toThrow('title');
});
