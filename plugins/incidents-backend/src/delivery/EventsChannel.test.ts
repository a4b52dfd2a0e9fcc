import { mockServices } from '@backstage/backend-test-utils';
import { EventsChannel } from './EventsChannel';

it('publishes the data under its topic, with the key for those who had it before', async () => {
  const events = mockServices.events.mock();

  await new EventsChannel(events).deliver({
    key: 'incident|inc-a|1:changed|events|',
    message: { topic: 'incidents', data: { id: 'inc-a' } },
  });

  expect(events.publish).toHaveBeenCalledWith({
    topic: 'incidents',
    eventPayload: { id: 'inc-a' },
    metadata: { key: 'incident|inc-a|1:changed|events|' },
  });
});

it('fails where the events service does, so that it is tried again', async () => {
  const events = mockServices.events.mock({
    publish: jest.fn().mockRejectedValue(new Error('shutting down')),
  });

  await expect(
    new EventsChannel(events).deliver({
      key: 'key',
      message: { topic: 'incidents', data: {} },
    }),
  ).rejects.toThrow('shutting down');
});

it('refuses words for people', async () => {
  await expect(
    new EventsChannel(mockServices.events.mock()).deliver({
      key: 'key',
      message: {
        topic: 'incidents',
        title: 'P2 Checkout is slow',
        severity: 'high',
        scope: 'incident:inc-a',
      },
    }),
  ).rejects.toThrow('data');
});
