import type { ActionTracker } from '@linchpin/backstage-plugin-incidents-node';
import { ActionTrackers } from './ActionTrackers';

function trackerOf(id: string, host: string): ActionTracker {
  return {
    id,
    title: id.toUpperCase(),
    ticketAt: url =>
      new URL(url).host === host ? { key: `${id}-1`, url } : undefined,
    find: async () => undefined,
    create: async () => ({ key: `${id}-1`, url: `https://${host}/1` }),
    read: async () => 'open',
    setState: async () => {},
  };
}

describe('the trackers of an installation', () => {
  it('know whose a ticket is, and none of a stranger', () => {
    const trackers = new ActionTrackers();
    trackers.addTracker(trackerOf('one', 'one.example'));
    trackers.addTracker(trackerOf('two', 'two.example'));

    expect(trackers.ticketAt('https://two.example/1')).toEqual({
      tracker: 'two',
      trackerTitle: 'TWO',
      key: 'two-1',
      url: 'https://two.example/1',
    });
    expect(trackers.ticketAt('https://three.example/1')).toBeUndefined();
    expect(trackers.ticketToMake('one')).toEqual({
      tracker: 'one',
      trackerTitle: 'ONE',
    });
    expect(trackers.ticketToMake('three')).toBeUndefined();
  });

  it('refuse an id that is taken, or none', () => {
    const trackers = new ActionTrackers();
    trackers.addTracker(trackerOf('one', 'one.example'));
    expect(() => trackers.addTracker(trackerOf('one', 'x.example'))).toThrow(
      "The id 'one' is taken already",
    );
    expect(() => trackers.addTracker(trackerOf('No Id', 'x.example'))).toThrow(
      "id: 'No Id' is no id of a tracker",
    );
  });
});
