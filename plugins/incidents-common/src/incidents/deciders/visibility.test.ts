import {
  by,
  eventsOf,
  facts,
  having,
  open,
  opening,
  refusalOf,
  rita,
} from '../__testUtils__/stage';
import { decide } from '../decide';

const reported = () => open({ source: 'report' });
const hide = { type: 'make-private' } as const;
const show = { type: 'make-public' } as const;

describe('make-private', () => {
  it('keeps whoever does it among those who know', () => {
    const events = eventsOf(
      decide(reported(), hide, facts({ actor: by(rita) })),
    );
    expect(events).toMatchObject([
      { type: 'visibility-changed', data: { to: 'private' } },
      { type: 'followed', data: { person: rita } },
    ]);
    expect(having(reported(), hide).visibility).toBe('private');
  });

  it('lets whoever follows already follow once', () => {
    const events = eventsOf(
      decide(reported(), hide, facts({ actorFollows: true })),
    );
    expect(events.map(({ type }) => type)).toEqual(['visibility-changed']);
  });

  it('is refused where alerts tell of it', () => {
    expect(
      refusalOf(decide(reported(), hide, facts({ alerts: 1 }))),
    ).toMatchObject({ kind: 'conflict' });
  });

  it('does nothing where it is so', () => {
    const hidden = having(reported(), hide);
    expect(eventsOf(decide(hidden, hide, facts({ alerts: 1 })))).toEqual([]);
  });
});

describe('make-public', () => {
  it('opens what was private', () => {
    const hidden = open({
      source: 'report',
      request: { ...opening().request, visibility: 'private' },
    });
    expect(having(hidden, show).visibility).toBe('public');
  });

  it('does nothing where it is so', () => {
    expect(eventsOf(decide(reported(), show, facts()))).toEqual([]);
  });
});
