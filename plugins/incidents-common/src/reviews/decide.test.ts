import { nadia, omar, rita } from '../incidents/__testUtils__/stage';
import { Desk, fullDraft, resolved } from './__testUtils__/desk';

const write = (text: string, baseVersion: number, section = 'summary') =>
  ({ type: 'write-section', section, baseVersion, text }) as const;

describe('decideReview', () => {
  it('takes a review from the start to the approval, by the table', () => {
    const desk = fullDraft();
    expect(desk.state).toMatchObject({ status: 'draft', owner: nadia });
    expect(desk.send({ type: 'approve' }, omar)).toMatch(
      'A review that is draft does not take',
    );
    desk.send({ type: 'hand-in' });
    expect(desk.state.status).toBe('in-review');
    desk.send({ type: 'send-back', reason: 'Say since when' }, omar);
    expect(desk.state).toMatchObject({
      status: 'draft',
      sentBack: { by: omar },
    });
    desk.send({ type: 'hand-in' });
    desk.send({ type: 'approve' }, omar);
    expect(desk.state).toMatchObject({
      status: 'approved',
      approved: { by: omar },
    });
  });

  it('lets nobody approve or send back what they own', () => {
    const desk = fullDraft();
    desk.send({ type: 'hand-in' });
    expect(desk.send({ type: 'approve' }, nadia)).toMatch('forbidden');
    expect(desk.send({ type: 'send-back', reason: 'x' }, nadia)).toMatch(
      'forbidden',
    );
  });

  it('makes a draft of an approved review that is edited, and says so', () => {
    const desk = fullDraft();
    desk.send({ type: 'hand-in' });
    desk.send({ type: 'approve' }, omar);
    desk.send(write('The summary', 1));
    expect(desk.state.status).toBe('approved');
    desk.send(write('Another summary', 1));
    expect(desk.state).toMatchObject({ status: 'draft' });
    expect(desk.state.approved).toBeUndefined();
    expect(desk.events.slice(-2).map(({ type }) => type)).toEqual([
      'reopened',
      'section-written',
    ]);
  });

  it('leaves what is in review there when it is edited', () => {
    const desk = fullDraft();
    desk.send({ type: 'hand-in' });
    desk.send(write('Another summary', 1));
    expect(desk.state.status).toBe('in-review');
  });

  it('approves nothing that has come to lack something since it was handed in', () => {
    const desk = fullDraft();
    desk.send({ type: 'hand-in' });
    const [{ id }] = desk.state.factors;
    desk.send({ type: 'remove-factor', id });
    desk.send(write('Another summary', 1));
    desk.send(write('The summary of Rita', 0), rita, {
      merging: { present: 'Another summary' },
    });
    expect(desk.send({ type: 'approve' }, omar)).toBe(
      'conflict: Still missing: factor, texts-joined',
    );
    expect(desk.state.status).toBe('in-review');
  });

  it('lists what is missing where it is handed in too early', () => {
    const desk = new Desk({ ...resolved, impactEstimated: true });
    desk.send({ type: 'start' });
    expect(desk.send({ type: 'hand-in' }, nadia, { actions: 0 })).toBe(
      'conflict: Still missing: summary, impact, detection, factor, action, impact-start',
    );
    expect(
      new Desk({ ...resolved, status: 'investigating' }).send({
        type: 'hand-in',
      }),
    ).toMatch('conflict');
  });

  it('keeps both texts where two wrote the same, until somebody joins them', () => {
    const desk = new Desk();
    desk.send({ type: 'start' });
    desk.send(write('It was slow.', 0));
    desk.send(write('It was very slow.', 1), omar);
    desk.send(write('It was down.', 1), nadia);
    expect(desk.textOf('summary')).toBe('It was very slow.');
    const [beside] = desk.state.sections.summary.beside;
    expect(desk.textAt(beside.id)).toBe('It was down.');
    expect(desk.send({ type: 'hand-in' })).toMatch('texts-joined');

    desk.send({
      ...write('It was very slow, then down.', 2),
      joins: beside.id,
    });
    expect(desk.state.sections.summary).toMatchObject({
      version: 3,
      beside: [],
    });
  });

  it('keeps one text beside for an author who goes on writing', () => {
    const desk = new Desk();
    desk.send({ type: 'start' });
    desk.send(write('Slow.', 0));
    desk.send(write('Very slow.', 1), omar);
    desk.send(write('Down', 1), nadia);
    desk.send(write('Down for long', 1), nadia);
    desk.send(write('Dead', 1), rita);
    expect(
      desk.state.sections.summary.beside.map(({ id }) => desk.textAt(id)),
    ).toEqual(['Down for long', 'Dead']);
  });

  it('merges what is apart', () => {
    const desk = new Desk();
    desk.send({ type: 'start' });
    desk.send(write('One.', 0));
    desk.send(write('One. Two.', 1), omar);
    desk.send(write('One. Three.', 1), nadia);
    expect(desk.textOf('summary')).toBe('One. Two. Three.');
    expect(desk.events.at(-1)).toMatchObject({ data: { how: 'merged' } });
  });

  it('keeps beside what would be too long in one with what others wrote', () => {
    const desk = new Desk();
    desk.send({ type: 'start' });
    desk.send(write('One.', 0));
    desk.send(write(`One.${'a'.repeat(30_000)}`, 1), omar);
    desk.send(write(`One.${'b'.repeat(30_000)}`, 1), nadia);
    const { version, beside } = desk.state.sections.summary;
    expect(version).toBe(2);
    expect(desk.textAt(beside[0].id)).toMatch(/^One\.b+$/);
  });

  it('names the field of a section or a version that there is not', () => {
    const desk = new Desk();
    desk.send({ type: 'start' });
    expect(desk.send(write('x', 0, 'blame'))).toMatch("no section 'blame'");
    expect(desk.send(write('x', 0, 'constructor'))).toMatch('no section');
    expect(
      desk.send({ type: 'comment', section: 'constructor', text: 'x' }),
    ).toMatch('no section');
    expect(desk.send(write('x', 3))).toMatch('Nobody has written a version 3');
    expect(
      desk.send({ type: 'choose-entries', include: [21], leaveOut: [] }),
    ).toMatch('The timeline has no entry 21');
    expect(
      desk.send({ type: 'assign-owner', ownerRef: 'user:default/nobody' }),
    ).toMatch('There is no user:default/nobody');
  });

  it('does nothing twice', () => {
    const desk = new Desk();
    desk.send({ type: 'start' });
    desk.send({ type: 'add-factor', tag: 'change', text: 'x' });
    desk.send({ type: 'comment', text: 'Really?' });
    const { id } = desk.state.comments[0];
    desk.send({ type: 'settle-comment', id });
    const { version } = desk.state;
    desk.send({ type: 'settle-comment', id });
    desk.send({ type: 'assign-owner', ownerRef: nadia.ref });
    desk.send({ type: 'annotate-entry', sequence: 3, note: '' });
    desk.send({ type: 'cancel-meeting' });
    desk.send({ type: 'remove-factor', id: '99' });
    expect(desk.state.version).toBe(version);
  });
});
