import { isLive } from '@linchpin/backstage-plugin-incidents-common';
import { sampleCatalog } from '../__testUtils__/organisation';
import { play } from '../__testUtils__/stage';
import { story } from '../story';
import { everyday } from './everyday';
import { wholeYear } from './wholeYear';

const NOW = '2026-11-21T13:18:00.000Z';
const catalog = sampleCatalog();

const states = (now = NOW) =>
  [...play(wholeYear(now), catalog, now).values()].map(({ state }) => state);

describe('the ordinary days of a year', () => {
  it.each([
    ['at noon', NOW],
    ['right after midnight', '2026-11-21T00:00:30.000Z'],
    ['early on a Monday', '2026-11-23T00:05:00.000Z'],
    ['on a leap day', '2028-02-29T12:00:00.000Z'],
  ])(
    'run through without a refusal, and get in the way of no chapter, when told %s',
    (_when, now) => {
      const played = states(now);
      expect(played.length).toBeGreaterThan(130);
      expect(played.filter(({ status }) => isLive(status))).toHaveLength(4);
    },
  );

  it('are the same each time', () => {
    expect(everyday(NOW, story(NOW))).toEqual(everyday(NOW, story(NOW)));
  });

  it('give some services far more than ten, and leave others below', () => {
    const counts = new Map<string, number>();
    for (const { entity, mode, status } of states()) {
      if (entity && mode === 'real' && status === 'closed') {
        counts.set(entity.ref, (counts.get(entity.ref) ?? 0) + 1);
      }
    }
    expect(counts.get('component:default/payments-api')).toBeGreaterThan(20);
    expect(counts.get('component:default/ledger-api')).toBeLessThan(10);
    expect(counts.get('component:default/weather-widget')).toBeUndefined();
  });

  it('end in all the ways in which such things end', () => {
    const ordinary = states().slice(0, -4);
    const some = (is: (state: (typeof ordinary)[number]) => boolean) =>
      ordinary.filter(is).length;
    expect(some(({ status }) => status === 'dismissed')).toBeGreaterThan(4);
    expect(
      some(({ recoveredAt }) => recoveredAt !== undefined),
    ).toBeGreaterThan(5);
    expect(some(({ reopened }) => reopened > 0)).toBeGreaterThan(2);
    expect(some(({ passes }) => passes > 1)).toBeGreaterThan(2);
    expect(some(({ causedBy }) => causedBy !== undefined)).toBeGreaterThan(10);
    expect(some(({ priority }) => priority === 'P2')).toBeGreaterThan(15);
    expect(some(({ priority }) => priority === 'P4')).toBeGreaterThan(20);
  });
});
