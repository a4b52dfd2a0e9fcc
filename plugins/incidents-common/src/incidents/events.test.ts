import storedTimelines from './__fixtures__/timelines.json';
import { nadia, START } from './__testUtils__/stage';
import { EVENT_VERSIONS, upcast, type StoredEvent } from './events';
import { replay } from './evolve';
import type { IncidentState } from './state';

/**
 * What releases have written, as it lies in their databases, and the incidents it
 * tells of. Nothing of it is changed, samples of new versions are added.
 */
const timelines = storedTimelines as unknown as {
  incidentId: string;
  events: StoredEvent[];
  state: IncidentState;
}[];
const stored = timelines.flatMap(({ events }) => events);

describe('stored events', () => {
  it.each(
    Object.entries(EVENT_VERSIONS).flatMap(([type, newest]) =>
      Array.from({ length: newest }, (_, index) => [type, index + 1] as const),
    ),
  )('have a sample of %s in version %d', (type, version) => {
    expect(stored).toContainEqual(expect.objectContaining({ type, version }));
  });

  it.each(stored)('are read, whatever their age: $type of $at', sample => {
    const { type, actor, at } = sample;
    expect(upcast(sample)).toMatchObject({ type, actor, at });
  });

  it.each(timelines)('of $incidentId still tell the same', timeline => {
    expect(replay(timeline.incidentId, timeline.events.map(upcast))).toEqual(
      timeline.state,
    );
  });

  it.each([
    ['resolved', 2],
    ['teleported', 1],
    ['constructor', 1],
  ])('of a newer release are not guessed: %s version %d', (type, version) => {
    expect(() =>
      upcast({
        type,
        version,
        actor: { type: 'user', ...nadia },
        at: START,
        data: {},
      }),
    ).toThrow(`Unknown event '${type}' version ${version}`);
  });
});
