import fc from 'fast-check';
import {
  meaningOf,
  type AlertSighting,
  type KnownOccurrence,
} from './sighting';

const at = (minute: number) =>
  new Date(Date.UTC(2026, 10, 21, 10, minute)).toISOString();

const fires = (startsAt?: number, receivedAt = 30): AlertSighting => ({
  state: 'firing',
  ...(startsAt !== undefined && { startsAt: at(startsAt) }),
  receivedAt: at(receivedAt),
});

const ends = (
  startsAt?: number,
  endsAt?: number,
  receivedAt = 30,
): AlertSighting => ({
  ...fires(startsAt, receivedAt),
  state: 'resolved',
  ...(endsAt !== undefined && { endsAt: at(endsAt) }),
});

const firingSince = (minute: number) => ({
  startsAt: at(minute),
  firing: true,
});
const endedSince = (minute: number) => ({
  startsAt: at(minute),
  firing: false,
});

describe('a firing alert', () => {
  it('is new where nothing is known of it', () => {
    expect(meaningOf([], fires(5))).toEqual({ is: 'start', startsAt: at(5) });
  });

  it('is a repeat while it fires', () => {
    const open = firingSince(5);
    expect(meaningOf([open], fires(5))).toEqual({ is: 'repeat', of: open });
  });

  it('is late where that occurrence has ended', () => {
    const ended = endedSince(5);
    expect(meaningOf([ended], fires(5))).toEqual({ is: 'late', of: ended });
  });

  it('is new with a new start, and what fired before has ended', () => {
    const open = firingSince(5);
    expect(meaningOf([open], fires(9))).toEqual({
      is: 'start',
      startsAt: at(9),
      ends: open,
    });
  });

  it('is new after an end with another start, even an earlier one: a clock was set back', () => {
    expect(meaningOf([endedSince(5)], fires(3))).toEqual({
      is: 'start',
      startsAt: at(3),
    });
  });

  it('is the open one where a second server saw it begin earlier', () => {
    const open = firingSince(5);
    expect(meaningOf([open], fires(4))).toEqual({ is: 'repeat', of: open });
  });

  it('is the open one where its start cannot be used, else it began when it was received', () => {
    const open = firingSince(5);
    expect(meaningOf([open], fires())).toEqual({ is: 'repeat', of: open });
    expect(meaningOf([endedSince(5)], fires())).toEqual({
      is: 'start',
      startsAt: at(30),
    });
  });
});

describe('a resolved alert', () => {
  it('ends what fires', () => {
    const open = firingSince(5);
    expect(meaningOf([open], ends(5, 9))).toEqual({ is: 'end', of: open });
    expect(meaningOf([open], ends())).toEqual({ is: 'end', of: open });
  });

  it('is late the second time', () => {
    const ended = endedSince(5);
    expect(meaningOf([ended], ends(5, 9))).toEqual({ is: 'late', of: ended });
  });

  it('is normal where nothing is known of it', () => {
    expect(meaningOf([], ends(5, 9))).toEqual({
      is: 'unknown-end',
      startsAt: at(5),
    });
  });

  it('ends what fires where a second server saw it begin earlier', () => {
    const open = firingSince(5);
    expect(meaningOf([open], ends(4, 9))).toEqual({ is: 'end', of: open });
  });

  it('leaves alone what fires where it is about an older occurrence', () => {
    expect(meaningOf([firingSince(5)], ends(1, 3))).toEqual({
      is: 'unknown-end',
      startsAt: at(1),
    });
    expect(meaningOf([firingSince(5)], ends(1))).toEqual({
      is: 'unknown-end',
      startsAt: at(1),
    });
  });

  it('ends what fires where a newer occurrence came and went unheard', () => {
    const open = firingSince(5);
    expect(meaningOf([open], ends(7, 8))).toEqual({
      is: 'unknown-end',
      startsAt: at(7),
      ends: open,
    });
  });
});

describe('whatever a sender sends', () => {
  const minute = fc.integer({ min: 0, max: 9 });
  const sightings = fc.array(
    fc.record(
      {
        state: fc.constantFrom('firing' as const, 'resolved' as const),
        startsAt: minute.map(at),
        endsAt: minute.map(at),
        receivedAt: minute.map(m => at(20 + m)),
      },
      { requiredKeys: ['state', 'receivedAt'] },
    ),
    { maxLength: 30 },
  );

  function after(
    known: readonly KnownOccurrence[],
    sighting: AlertSighting,
  ): KnownOccurrence[] {
    const meaning = meaningOf(known, sighting);
    switch (meaning.is) {
      case 'start':
      case 'unknown-end': {
        const rest = known.map(occurrence =>
          occurrence === meaning.ends
            ? { ...occurrence, firing: false }
            : occurrence,
        );
        return [
          ...rest,
          { startsAt: meaning.startsAt, firing: meaning.is === 'start' },
        ];
      }
      case 'end':
        return known.map(occurrence =>
          occurrence === meaning.of
            ? { ...occurrence, firing: false }
            : occurrence,
        );
      default:
        return [...known];
    }
  }

  const history = (all: AlertSighting[]) =>
    all.reduce<KnownOccurrence[]>(after, []);

  it('no alert fires twice at once, and no occurrence is there twice', () => {
    fc.assert(
      fc.property(sightings, all => {
        const known = history(all);
        const starts = known.map(({ startsAt }) => startsAt);
        expect(known.filter(({ firing }) => firing).length).toBeLessThan(2);
        expect(new Set(starts).size).toBe(starts.length);
      }),
    );
  });

  it('a message that comes twice starts nothing the second time', () => {
    fc.assert(
      fc.property(sightings, fc.nat(), (all, pick) => {
        fc.pre(all.length > 0);
        const sighting = all[pick % all.length];
        const once = after(history(all), sighting);
        expect(meaningOf(once, sighting).is).not.toBe('start');
      }),
    );
  });

  it('a firing alert fires afterwards, unless that very occurrence has ended', () => {
    fc.assert(
      fc.property(sightings, minute, (all, start) => {
        const known = history(all);
        const isOver = known.some(
          ({ startsAt, firing }) => startsAt === at(start) && !firing,
        );
        const fired = after(known, fires(start)).some(({ firing }) => firing);
        expect(fired || isOver).toBe(true);
      }),
    );
  });
});
