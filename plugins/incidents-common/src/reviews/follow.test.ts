import {
  eventsOf,
  facts,
  having,
  inStatus,
  minute,
  nadia,
  omar,
  open,
  system,
} from '../incidents/__testUtils__/stage';
import type { Command, OpenCommand } from '../incidents/commands';
import { decide } from '../incidents/decide';
import type { Facts } from '../incidents/decision';
import { evolve } from '../incidents/evolve';
import type { IncidentState } from '../incidents/state';
import { Desk, fullDraft, resolved } from './__testUtils__/desk';
import { reviewClocksOf } from './clocks';
import { reviewFollows } from './follow';

const P1: Partial<OpenCommand> = { impact: 'high', urgency: 'high' };
const P3: Partial<OpenCommand> = { impact: 'medium', urgency: 'medium' };

const downTo: Command = {
  type: 'prioritise',
  impact: 'low',
  urgency: 'low',
  risks: [],
};
const upTo: Command = {
  type: 'prioritise',
  impact: 'high',
  urgency: 'high',
  risks: [],
};

/** What a command to an incident asks of its review. */
function follows(
  before: IncidentState,
  command: Command,
  given: Partial<Facts> = {},
) {
  const events = eventsOf(decide(before, command, facts(given)));
  const after = events.reduce<IncidentState>(evolve, before);
  return reviewFollows({ before, after, events });
}

describe('reviewFollows', () => {
  it('demands a review of a resolved P1, and none of a P3', () => {
    const resolve = { type: 'resolve' } as const;
    expect(follows(inStatus('fixing', P1), resolve)).toEqual({
      type: 'require',
      because: 'resolved',
    });
    expect(follows(inStatus('fixing', P3), resolve)).toBeUndefined();
  });

  it('demands none of a drill', () => {
    const drill = {
      ...P1,
      request: {
        title: 'Drill',
        risks: [],
        mode: 'drill' as const,
        visibility: 'public' as const,
      },
    };
    expect(
      follows(inStatus('fixing', drill), { type: 'resolve' }),
    ).toBeUndefined();
  });

  it('demands none of what healed before anybody took it', () => {
    const recovered = having(open(P1), { type: 'recover' }, { actor: system });
    expect(
      follows(recovered, { type: 'resolve-recovered' }, { actor: system }),
    ).toBeUndefined();
  });

  it('asks whoever was named at the resolve, whatever the priority', () => {
    expect(
      follows(
        inStatus('fixing', P3),
        { type: 'resolve', reviewOwnerRef: omar.ref },
        { reviewOwner: omar },
      ),
    ).toEqual({ type: 'require', because: 'asked', owner: omar });
  });

  it('follows the priority of what is resolved, up and down', () => {
    expect(follows(inStatus('resolved', P3), upTo)).toEqual({
      type: 'require',
      because: 'raised',
    });
    expect(follows(inStatus('resolved', P1), downTo)).toEqual({
      type: 'release',
      because: 'demoted',
    });
    expect(follows(inStatus('fixing', P1), downTo)).toBeUndefined();
  });

  it('demands it no more where the priority fell while the incident was open again', () => {
    const again = having(
      having(inStatus('resolved', P1), { type: 'reopen', reason: 'Again' }),
      downTo,
    );
    expect(follows(again, { type: 'resolve' })).toEqual({
      type: 'release',
      because: 'demoted',
    });
  });

  it('asks nothing where nothing concerns it', () => {
    expect(follows(open(P1), { type: 'acknowledge' })).toBeUndefined();
    expect(
      follows(open(P1), { type: 'dismiss', reason: 'false-alarm' }),
    ).toBeUndefined();
    expect(
      follows(inStatus('resolved', P1), { type: 'close' }),
    ).toBeUndefined();
  });

  it('opens it again with the incident', () => {
    expect(
      follows(inStatus('resolved', P1), { type: 'reopen', reason: 'Again' }),
    ).toEqual({ type: 'reopen', because: 'incident' });
  });

  it('has to be approved again where a time of what is over is corrected', () => {
    const correct: Command = {
      type: 'correct-time',
      stamp: 'impactStartedAt',
      at: minute(-10),
      reason: 'First error in the log',
    };
    expect(follows(inStatus('resolved', P3), correct)).toEqual({
      type: 'reopen',
      because: 'corrected',
    });
    expect(follows(inStatus('fixing', P1), correct)).toBeUndefined();
  });
});

describe('a review whose incident goes on', () => {
  const require = { type: 'require', because: 'resolved' } as const;

  it('is needed within three working days, talked about within five, and is the lead’s', () => {
    const desk = new Desk();
    desk.send(require, system);
    // Resolved on a Saturday.
    expect(desk.state).toMatchObject({
      status: 'needed',
      required: true,
      owner: desk.incident.lead,
      draftDueAt: '2026-11-26T00:00:00.000Z',
      meetingDueAt: '2026-11-28T00:00:00.000Z',
    });
    expect(reviewClocksOf(desk.state).map(({ kind }) => kind)).toEqual([
      'draft-soon',
      'draft',
      'meeting',
    ]);
  });

  it('is not needed any more where it was never begun and the priority fell', () => {
    const desk = new Desk();
    desk.send(require, system);
    desk.send({ type: 'release', because: 'demoted' }, system);
    expect(desk.state).toMatchObject({ status: 'not-needed', required: false });
    expect(reviewClocksOf(desk.state)).toEqual([]);
  });

  it('stays with whoever was asked for it, whatever the priority', () => {
    const desk = new Desk({ ...resolved, priority: 'P3' });
    desk.send({ type: 'require', because: 'asked', owner: omar }, system);
    desk.send({ type: 'release', because: 'demoted' }, system);
    expect(desk.state).toMatchObject({ status: 'needed', owner: omar });
    desk.send({ type: 'release', because: 'dismissed' }, system);
    expect(desk.state).toMatchObject({ status: 'not-needed' });
  });

  it('is due anew where a waiver is taken back, and where it is to be written on', () => {
    const desk = fullDraft();
    desk.send(require, system);
    const later = { now: '2026-12-07T10:00:00.000Z' };
    const due = '2026-12-11T00:00:00.000Z';
    const clocks = () =>
      reviewClocksOf(desk.state).filter(({ kind }) => kind !== 'draft-soon');

    desk.send({ type: 'waive', reason: 'Known' });
    desk.send({ type: 'start' }, nadia, later);
    expect(clocks()).toEqual([
      { kind: 'draft', dueAt: due },
      { kind: 'meeting', dueAt: '2026-12-15T00:00:00.000Z' },
    ]);

    desk.send({ type: 'hand-in' });
    desk.send({ type: 'send-back', reason: 'Why so long?' }, omar, {
      now: '2026-12-14T10:00:00.000Z',
    });
    expect(clocks()[0].dueAt).toBe('2026-12-18T00:00:00.000Z');

    desk.send({ type: 'hand-in' });
    desk.send({ type: 'approve' }, omar);
    desk.send({ type: 'remove-factor', id: desk.state.factors[0].id }, nadia, {
      now: '2026-12-21T10:00:00.000Z',
    });
    expect(clocks()).toEqual([
      { kind: 'draft', dueAt: '2026-12-25T00:00:00.000Z' },
    ]);
  });

  it('stays a draft that somebody has begun, without clocks', () => {
    const desk = new Desk();
    desk.send(require, system);
    desk.send({ type: 'start' });
    desk.send({ type: 'release', because: 'demoted' }, system);
    expect(desk.state).toMatchObject({ status: 'draft', required: false });
    expect(reviewClocksOf(desk.state)).toEqual([]);
  });

  it('is a draft again when it is reopened, and due anew when it is resolved again', () => {
    const desk = new Desk();
    desk.send(require, system);
    desk.send({ type: 'start' });
    desk.send({ type: 'waive', reason: 'Known' });
    desk.send({ type: 'reopen', because: 'incident' }, system);
    expect(desk.state).toMatchObject({ status: 'draft' });
    expect(reviewClocksOf(desk.state)).toEqual([]);
    desk.send(require, system);
    expect(reviewClocksOf(desk.state)).toHaveLength(3);
  });

  it('is to be approved again where a time was corrected that it was approved with, and waits for nothing else', () => {
    const correct = { type: 'reopen', because: 'corrected' } as const;
    const desk = fullDraft();
    desk.send(require, system);
    desk.send(correct, system);
    expect(desk.events.at(-1)?.type).toBe('needed');
    desk.send({ type: 'hand-in' });
    desk.send(correct, system);
    expect(desk.state.status).toBe('in-review');
    desk.send({ type: 'approve' }, omar);
    desk.send(correct, system);
    expect(desk.state).toMatchObject({ status: 'draft', required: true });
    expect(desk.state.approved).toBeUndefined();
    expect(desk.send({ type: 'hand-in' })).toBeUndefined();
  });

  it('reminds of a meeting a day before, unless it is planned later than that', () => {
    const desk = new Desk();
    desk.send({ type: 'start' });
    const at = '2026-11-25T10:00:00.000Z';
    desk.send({ type: 'plan-meeting', at, attendees: [omar.ref] });
    expect(reviewClocksOf(desk.state)).toEqual([
      { kind: 'meeting-reminder', dueAt: '2026-11-24T10:00:00.000Z' },
    ]);
    desk.send({
      type: 'fire-clock',
      clock: 'meeting-reminder',
      dueAt: '2026-11-24T10:00:00.000Z',
    });
    expect(reviewClocksOf(desk.state)).toEqual([]);
    desk.send({
      type: 'plan-meeting',
      at: '2026-11-21T18:00:00.000Z',
      attendees: [],
    });
    expect(reviewClocksOf(desk.state)).toEqual([]);
  });
});
