import {
  eventsOf,
  facts,
  having,
  inStatus,
  minute,
  open,
  refusalOf,
} from '../__testUtils__/stage';
import { decide } from '../decide';

const confirm = { type: 'confirm-workaround' } as const;
const retract = { type: 'retract-workaround' } as const;
const told = { now: minute(5), hasWorkaround: true };

describe('confirm-workaround', () => {
  it('lets the urgency fall by one step and derives the priority anew, with the one before on the timeline', () => {
    const before = open({ impact: 'high', urgency: 'high' });
    const events = eventsOf(decide(before, confirm, facts(told)));
    expect(events).toMatchObject([
      { type: 'workaround-confirmed' },
      {
        type: 'prioritised',
        data: { urgency: 'medium', from: 'P1', to: 'P2', because: 'person' },
      },
    ]);
    expect(having(before, confirm, told)).toMatchObject({
      urgency: 'medium',
      priority: 'P2',
      workaround: { confirmedAt: minute(5), urgencyBefore: 'high' },
    });
  });

  it('is written down also where nothing can wait any longer', () => {
    const events = eventsOf(
      decide(open({ urgency: 'low' }), confirm, facts(told)),
    );
    expect(events.map(({ type }) => type)).toEqual(['workaround-confirmed']);
  });

  it('leaves a priority that was set by hand', () => {
    const byHand = having(open(), {
      type: 'prioritise',
      impact: 'high',
      urgency: 'high',
      risks: [],
      override: { priority: 'P1', reason: 'The board watches' },
    });
    expect(having(byHand, confirm, told)).toMatchObject({
      urgency: 'medium',
      priority: 'P1',
    });
  });

  it('is true once', () => {
    const confirmed = having(open(), confirm, told);
    expect(eventsOf(decide(confirmed, confirm, facts(told)))).toEqual([]);
  });

  it('is refused while nobody knows of one', () => {
    expect(refusalOf(decide(open(), confirm, facts()))).toMatchObject({
      kind: 'conflict',
    });
  });
});

describe('retract-workaround', () => {
  const urgent = () => inStatus('fixing', { impact: 'high', urgency: 'high' });

  it('makes it as urgent as it was, with the next update as soon', () => {
    const confirmed = having(urgent(), confirm, told);
    const back = having(confirmed, retract, { now: minute(9) });
    expect(back).toMatchObject({ urgency: 'high', priority: 'P1' });
    expect(back).not.toHaveProperty('workaround');
    expect(back.nextUpdateAt! <= minute(19)).toBe(true);
  });

  it('leaves what somebody has judged meanwhile', () => {
    const judged = having(having(urgent(), confirm, told), {
      type: 'prioritise',
      impact: 'low',
      urgency: 'low',
      risks: [],
    });
    expect(having(judged, retract)).toMatchObject({
      urgency: 'low',
      priority: 'P5',
    });
  });

  it('does nothing where none is known to help', () => {
    expect(eventsOf(decide(open(), retract, facts()))).toEqual([]);
  });
});
