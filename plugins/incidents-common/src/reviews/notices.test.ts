import { nadia, omar, rita, system } from '../incidents/__testUtils__/stage';
import { Desk, fullDraft, resolved } from './__testUtils__/desk';
import type { AnyReviewCommand } from './commands';
import { reviewNoticesOf, stillAsks } from './notices';

/** Who is told of the last thing that happened, and how. */
function told(desk: Desk): string[] {
  const event = desk.events.at(-1)!;
  return reviewNoticesOf(desk.state, event, desk.incident).flatMap(
    ({ kind, as, people }) =>
      people.map(({ name }) => `${kind} to ${name} as ${as}`),
  );
}

function after(...commands: AnyReviewCommand[]): Desk {
  const desk = fullDraft();
  commands.forEach(command => desk.send(command, omar));
  return desk;
}

const overdue = {
  type: 'fire-clock',
  clock: 'draft',
  dueAt: '2026-11-26T00:00:00.000Z',
} as const;

describe('reviewNoticesOf', () => {
  it('asks whoever has to write it, else the lead, else the team', () => {
    const needed = (incident: typeof resolved) => {
      const desk = new Desk(incident);
      desk.send({ type: 'require', because: 'resolved' }, system);
      return desk;
    };
    expect(told(needed(resolved))).toEqual(['page to Nadia as owner']);
    const { lead: _, ...leaderless } = resolved;
    const desk = needed(leaderless);
    const team = ['page to Nadia as team', 'page to Omar as team'];
    expect(told(desk)).toEqual(team);
    desk.send(overdue, system);
    expect(told(desk)).toEqual(team);
  });

  it('asks nobody to write what is handed in or waived already', () => {
    const raised = { type: 'require', because: 'raised' } as const;
    const handedIn = after({ type: 'hand-in' });
    handedIn.send(raised, system);
    expect(handedIn.events.at(-1)?.type).toBe('needed');
    expect(told(handedIn)).toEqual([]);
    const waived = after({ type: 'waive', reason: 'Known already' });
    waived.send(raised, system);
    expect(waived.events.at(-1)?.type).toBe('waived');
    expect(waived.state.status).toBe('waived');
  });

  it('asks the team to approve what its owner handed in', () => {
    expect(told(after({ type: 'hand-in' }))).toEqual(['page to Omar as team']);
  });

  it('tells the owner what was said of it', () => {
    expect(told(after({ type: 'comment', text: 'Since when?' }))).toEqual([
      'news to Nadia as owner',
    ]);
    expect(told(after({ type: 'hand-in' }, { type: 'approve' }))).toEqual([
      'news to Nadia as owner',
    ]);
  });

  it('asks to the meeting whoever is to come, each once', () => {
    const desk = after({
      type: 'plan-meeting',
      at: '2026-11-25T10:00:00.000Z',
      attendees: [rita.ref, nadia.ref],
    });
    expect(told(desk)).toEqual([
      'news to Rita as attendee',
      'news to Nadia as attendee',
    ]);
  });

  it('tells whoever was to come that the meeting is off', () => {
    const desk = after(
      {
        type: 'plan-meeting',
        at: '2026-11-25T10:00:00.000Z',
        attendees: [rita.ref],
      },
      { type: 'cancel-meeting' },
    );
    expect(told(desk)).toEqual([
      'news to Rita as attendee',
      'news to Nadia as attendee',
    ]);
  });

  it('tells whoever was to write it that it is demanded no more', () => {
    const desk = new Desk();
    desk.send({ type: 'require', because: 'resolved' }, system);
    desk.send({ type: 'release', because: 'demoted' }, system);
    expect(told(desk)).toEqual(['news to Nadia as owner']);

    const approved = after({ type: 'hand-in' });
    approved.send({ type: 'require', because: 'raised' }, system);
    approved.send({ type: 'approve' }, omar);
    approved.send({ type: 'release', because: 'demoted' }, system);
    expect(approved.events.at(-1)?.type).toBe('released');
    expect(told(approved)).toEqual([]);
  });

  it('tells nobody of a test', () => {
    const desk = new Desk({ ...resolved, mode: 'test' });
    desk.send({ type: 'start' });
    desk.send({ type: 'comment', text: 'x' }, omar);
    expect(told(desk)).toEqual([]);
  });
});

describe('stillAsks', () => {
  it('asks for a draft no more once it is handed in', () => {
    const desk = fullDraft();
    expect(stillAsks('draft', desk.state)).toBe(true);
    desk.send({ type: 'hand-in' });
    expect(stillAsks('draft', desk.state)).toBe(false);
    expect(stillAsks('meeting', desk.state)).toBe(true);
    expect(stillAsks('meeting-reminder', desk.state)).toBe(false);
  });
});
