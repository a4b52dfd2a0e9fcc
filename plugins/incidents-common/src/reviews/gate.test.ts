import { Desk, fullDraft } from './__testUtils__/desk';
import { gateOf } from './gate';
import { DEFAULT_TEMPLATE } from './template';

const known = { incident: { impactEstimated: false }, actions: 1 };

/** What is missing, by the section where it is one. */
function missing(
  desk: Desk,
  facts: Parameters<typeof gateOf>[2] = known,
  template = DEFAULT_TEMPLATE,
): string[] {
  return gateOf(desk.state, template, facts)
    .filter(({ met }) => !met)
    .map(({ item, section }) => section ?? item);
}

describe('the gate', () => {
  it('has nothing against what has all of it', () => {
    expect(missing(fullDraft())).toEqual([]);
  });

  it('asks for the sections that are required, a factor, an action item, an owner and a start of the impact', () => {
    expect(
      missing(new Desk(), { incident: { impactEstimated: true }, actions: 0 }),
    ).toEqual([
      'summary',
      'impact',
      'detection',
      'factor',
      'action',
      'owner',
      'impact-start',
    ]);
  });

  it('takes a section for unwritten that was emptied again', () => {
    const desk = fullDraft();
    desk.send({
      type: 'write-section',
      section: 'summary',
      baseVersion: 1,
      text: ' \n',
    });
    expect(missing(desk)).toEqual(['summary']);
  });

  it('asks for no more than an organisation wants, and always that no text waits', () => {
    const desk = new Desk();
    desk.send({ type: 'start' });
    const write = (text: string, baseVersion: number) =>
      desk.send({
        type: 'write-section',
        section: 'summary',
        baseVersion,
        text,
      });
    write('Slow.', 0);
    write('Very slow.', 1);
    write('Down.', 1);
    expect(
      missing(desk, known, { ...DEFAULT_TEMPLATE, gate: ['factor'] }),
    ).toEqual(['factor', 'texts-joined']);
    expect(missing(desk, known, { ...DEFAULT_TEMPLATE, gate: [] })).toEqual([
      'texts-joined',
    ]);
  });
});
