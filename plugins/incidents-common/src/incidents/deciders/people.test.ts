import {
  by,
  eventsOf,
  facts,
  omar,
  open,
  refusalOf,
  system,
} from '../__testUtils__/stage';
import type { Command } from '../commands';
import { decide } from '../decide';
import type { Facts } from '../decision';

function typesOf(command: Command, given: Partial<Facts> = {}) {
  return eventsOf(
    decide(open(), command, facts({ actor: by(omar), ...given })),
  ).map(({ type }) => type);
}

describe('follow', () => {
  it('is noted once', () => {
    expect(typesOf({ type: 'follow' })).toEqual(['followed']);
    expect(typesOf({ type: 'follow' }, { actorFollows: true })).toEqual([]);
  });

  it('ends once', () => {
    expect(typesOf({ type: 'unfollow' }, { actorFollows: true })).toEqual([
      'unfollowed',
    ]);
    expect(typesOf({ type: 'unfollow' })).toEqual([]);
  });
});

describe('I am affected too', () => {
  it('counts me, keeps my words apart and has me follow', () => {
    const [affected, followed] = eventsOf(
      decide(
        open(),
        { type: 'report-affected', symptom: 'My card is refused' },
        facts({ actor: by(omar) }),
      ),
    );
    expect(affected).toMatchObject({
      type: 'affected-reported',
      data: { person: omar },
      texts: { symptom: 'My card is refused' },
    });
    expect(followed).toMatchObject({ type: 'followed' });
  });

  it('does not have me follow twice', () => {
    expect(
      typesOf({ type: 'report-affected' }, { actorFollows: true }),
    ).toEqual(['affected-reported']);
  });

  it('counts me once', () => {
    expect(
      typesOf({ type: 'report-affected' }, { actorIsAffected: true }),
    ).toEqual([]);
  });
});

it.each(['follow', 'report-affected'] as const)('%s is for people', type => {
  expect(
    refusalOf(decide(open(), { type }, facts({ actor: system }))),
  ).toMatchObject({ kind: 'forbidden' });
});
