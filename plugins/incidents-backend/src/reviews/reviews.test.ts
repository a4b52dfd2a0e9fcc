import { DEFAULT_POLICY } from '@linchpin/backstage-plugin-incidents-common';
import { as, openPortal } from '../__testUtils__/portal';
import { PluginDatabases } from '../database/__testUtils__/PluginDatabases';

const databases = PluginDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const nadia = as('nadia');
const mei = as('mei');
const entityRef = 'component:default/payments-api';

describe.each(databases.eachSupportedId())('reviews on %s', databaseId => {
  let portal: Awaited<ReturnType<typeof openPortal>>;

  beforeEach(async () => {
    portal = await openPortal(await databases.init(databaseId));
  });

  afterEach(() => portal.stop());

  /** A P1 that began at a known time, led and resolved by Nadia. */
  async function resolvedP1(given: object = {}, resolve: object = {}) {
    const { body } = await portal.post(
      '/incidents',
      {
        title: 'Card payments fail',
        entityRef,
        impact: 'high',
        urgency: 'high',
        impactStartedAt: '2026-11-20T10:00:00Z',
        ...given,
      },
      mei,
    );
    const tell = (command: object, person = nadia) =>
      portal.post(`/incidents/${body.id}/commands`, { command }, person);
    await tell({ type: 'acknowledge' });
    await tell({
      type: 'post-update',
      impact: 'Every third card payment fails.',
      action: 'We roll the release back.',
    });
    await tell({ type: 'resolve', ...resolve });
    return body as { id: string; number: string };
  }

  const review = (id: string, person = nadia) =>
    portal.get(`/incidents/${id}/review`, person);
  const send = (id: string, command: object, person = nadia, rest = {}) =>
    portal.post(
      `/incidents/${id}/review/commands`,
      { command, ...rest },
      person,
    );
  const write = (
    id: string,
    section: string,
    baseVersion: number,
    text: string,
    person = nadia,
  ) => send(id, { type: 'write-section', section, baseVersion, text }, person);

  it('is needed of a resolved P1, drafted, written by two at once, approved and published', async () => {
    const { id, number } = await resolvedP1();
    const detail = await portal.get(`/incidents/${id}`, mei);
    expect(detail.body.review).toMatchObject({
      status: 'needed',
      required: true,
      owner: { ref: 'user:default/nadia' },
      draftDueAt: expect.any(String),
    });

    const drafted = (await send(id, { type: 'start' })).body.review;
    expect(drafted.status).toBe('draft');
    expect(drafted.impact.at).toEqual([
      { priority: 'P1', milliseconds: expect.any(Number) },
    ]);
    expect(
      drafted.scorecard.find(
        ({ check }: { check: string }) => check === 'time-to-acknowledge',
      ),
    ).toMatchObject({
      verdict: 'kept',
      found: { withinMs: DEFAULT_POLICY.acknowledgeWithin.P1 },
    });
    const sequences = drafted.entries
      .filter(({ included }: { included: boolean }) => included)
      .map(({ sequence }: { sequence: number }) => sequence);
    expect(sequences).toContain(1);

    // Two authors, first apart from each other and then in the same line.
    await write(id, 'summary', 0, 'Payments failed.\n\nWe rolled back.');
    const mine = 'Payments failed for an hour.\n\nWe rolled back.';
    const theirs = 'Payments failed.\n\nWe rolled back the release.';
    expect((await write(id, 'summary', 1, mine)).body.section).toBe('written');
    expect((await write(id, 'summary', 1, theirs, mei)).body.section).toBe(
      'merged',
    );
    const clash = await write(id, 'summary', 2, 'Nothing failed.', mei);
    expect(clash.body.section).toBe('beside');
    const [summary] = clash.body.review.sections;
    expect(summary.text).toBe(
      'Payments failed for an hour.\n\nWe rolled back the release.',
    );
    expect(summary.beside).toMatchObject([
      { text: 'Nothing failed.', by: { ref: 'user:default/mei' } },
    ]);

    const early = await send(id, { type: 'hand-in' });
    expect(early.status).toBe(409);
    expect(early.body.error.message).toBe(
      'Still missing: impact, detection, factor, action, texts-joined',
    );
    await send(id, {
      type: 'write-section',
      section: 'summary',
      baseVersion: 3,
      text: summary.text,
      joins: summary.beside[0].id,
    });
    await write(id, 'impact', 0, 'A third of all card payments.');
    await write(id, 'detection', 0, 'Omar saw it on the dashboard.');
    await send(id, {
      type: 'add-factor',
      tag: 'capacity',
      text: 'The pool was full',
    });
    await portal.post(
      '/actions',
      {
        title: 'Bound the pool of connections',
        type: 'prevent',
        responsibleRef: 'user:default/nadia',
        incidents: [id],
      },
      mei,
    );
    const shown = await portal.get(`/incidents/${id}/review`, mei);
    expect(shown.body.gate.every(({ met }: { met: boolean }) => met)).toBe(
      true,
    );
    expect(shown.body.factorTags[0]).toBe('capacity');

    await send(id, { type: 'hand-in' });
    expect((await send(id, { type: 'approve' })).status).toBe(403);
    expect(
      (await send(id, { type: 'approve' }, mei)).body.review,
    ).toMatchObject({
      status: 'approved',
      approved: { by: { ref: 'user:default/mei' } },
    });

    const document = async (query: string) =>
      (await portal.get(`/incidents/${id}/review/document?${query}`, mei)).body;
    const internal = await document('audience=internal');
    expect(internal).toMatchObject({ fileName: `${number}-review.md` });
    expect(internal.markdown).toContain('**Capacity:** The pool was full');
    expect(internal.markdown).toContain('ACT-1 Bound the pool');
    expect(internal.markdown).toContain('Omar saw it on the dashboard');
    const shared = await document('audience=sharing&language=de');
    expect(shared.markdown).toContain('## Was wir tun');
    expect(shared.markdown).toContain('Every third card payment fails.');
    expect(shared.markdown).not.toMatch(/nadia|omar|dashboard|pool was full/i);

    expect(shared.markdown).toContain('A third of all card payments.');

    // What is edited afterwards is a draft again, of which nothing is shared.
    const edited = await write(id, 'impact', 1, 'Half of all card payments.');
    expect(edited.body.review).toMatchObject({
      status: 'draft',
      approved: null,
    });
    const { markdown } = await document('audience=sharing');
    expect(markdown).toContain('Every third card payment fails.');
    expect(markdown).not.toMatch(/of all card payments|bound the pool/i);
  });

  it('keeps every text of a section, the newest first, in pages', async () => {
    const { id } = await resolvedP1();
    await send(id, { type: 'start' });
    for (const [index, text] of ['one', 'two', 'three'].entries()) {
      await write(id, 'lucky', index, text);
    }
    await write(id, 'lucky', 1, 'another', mei);
    const path = `/incidents/${id}/review/sections/lucky/versions?limit=3`;
    const first = (await portal.get(path, mei)).body;
    expect(first.items).toMatchObject([
      { version: null, text: 'another' },
      { version: 3, text: 'three' },
      { version: 2, text: 'two' },
    ]);
    const rest = await portal.get(`${path}&cursor=${first.nextCursor}`, mei);
    expect(rest.body).toMatchObject({
      items: [{ version: 1, text: 'one' }],
      nextCursor: null,
    });
  });

  it('has the words of all who wrote at the same instant', async () => {
    const { id } = await resolvedP1();
    await send(id, { type: 'start' });
    const begun = ['one', 'two', 'three', 'four', 'five', 'six'];
    await write(id, 'response', 0, begun.join('\n\n'));
    const answers = await Promise.all(
      begun.map((word, index) =>
        write(
          id,
          'response',
          1,
          begun.map(each => (each === word ? `${each}!` : each)).join('\n\n'),
          index % 2 === 0 ? nadia : mei,
        ),
      ),
    );
    expect(answers.map(({ body }) => body.section).sort()).toEqual([
      ...Array(begun.length - 1).fill('merged'),
      'written',
    ]);
    const { body } = await review(id);
    expect(
      body.sections.find(
        (section: { id: string }) => section.id === 'response',
      ),
    ).toMatchObject({
      text: begun.map(each => `${each}!`).join('\n\n'),
      version: 7,
      beside: [],
    });
  });

  it('does once what is sent twice', async () => {
    const { id } = await resolvedP1();
    await send(id, { type: 'start' });
    const once = { clientId: 'a1' };
    const comment = { type: 'comment', text: 'Since when?' };
    await send(id, comment, mei, once);
    const { status, body } = await send(id, comment, mei, once);
    expect(status).toBe(200);
    expect(body.review.comments).toHaveLength(1);
  });

  it('is not approved with what its approver has not read', async () => {
    const { id } = await resolvedP1();
    await send(id, { type: 'start' });
    const read = (await review(id)).body.version;
    await write(id, 'summary', 0, 'It was the cache.');
    const late = await send(id, { type: 'approve' }, mei, {
      expectedVersion: read,
    });
    expect(late.status).toBe(409);
    expect(late.body.error.message).toMatch('changed by somebody else');
    expect(late.body.current).toMatchObject({ version: read + 1 });
  });

  it('names the field that is wrong', async () => {
    const { id } = await resolvedP1();
    await send(id, { type: 'start' });
    const wrong = await send(id, {
      type: 'assign-owner',
      ownerRef: 'user:default/nobody',
    });
    expect(wrong.status).toBe(400);
    expect(wrong.body.error.message).toMatch('ownerRef: There is no');
    const nobody = await resolvedP1(
      {},
      { reviewOwnerRef: 'user:default/nobody' },
    );
    const still = await portal.get(`/incidents/${nobody.id}`, mei);
    expect(still.body.status).not.toBe('resolved');
  });

  it('lists reviews by status and owner, and goes on where a page ended', async () => {
    const first = await resolvedP1();
    const second = await resolvedP1();
    await resolvedP1({ impact: 'low', urgency: 'low' });
    await send(second.id, { type: 'start' });
    const numbers = (body: { items: { incident: { number: string } }[] }) =>
      body.items.map(({ incident }) => incident.number);
    const all = (await portal.get('/reviews?limit=1', mei)).body;
    expect(numbers(all)).toEqual([second.number]);
    const next = `/reviews?limit=1&cursor=${all.nextCursor}`;
    expect(numbers((await portal.get(next, mei)).body)).toEqual([first.number]);
    const needed = (await portal.get('/reviews?status=needed', mei)).body;
    expect(numbers(needed)).toEqual([first.number]);
    expect((await portal.get('/reviews?mine=true', mei)).body.items).toEqual(
      [],
    );
    expect(
      numbers((await portal.get('/reviews?mine=true', nadia)).body),
    ).toHaveLength(2);
    expect(
      numbers(
        (await portal.get('/reviews?owner=group:default/payments&q=card', mei))
          .body,
      ),
    ).toHaveLength(2);
  });

  it('is not to be known of where its incident is private', async () => {
    const { id } = await resolvedP1({ visibility: 'private' });
    const stranger = as('rita');
    await send(id, { type: 'start' });
    expect((await review(id)).status).toBe(200);
    for (const path of [
      'review',
      'review/document',
      'review/sections/summary/versions',
    ]) {
      const { status } = await portal.get(`/incidents/${id}/${path}`, stranger);
      expect({ path, status }).toEqual({ path, status: 404 });
    }
    const written = await write(id, 'summary', 0, 'x', stranger);
    expect(written.status).toBe(404);

    // Who may not know of it cannot be the one to write it.
    const reviewOwnerRef = 'user:default/rita';
    const other = await resolvedP1(
      { visibility: 'private' },
      { reviewOwnerRef },
    );
    const refused = await portal.post(
      `/incidents/${other.id}/commands`,
      { command: { type: 'resolve', reviewOwnerRef } },
      nadia,
    );
    expect(refused.body.error.message).toMatch(
      `reviewOwnerRef: ${reviewOwnerRef} may not know`,
    );
    expect((await portal.get('/reviews', stranger)).body.items).toEqual([]);
    expect((await portal.get('/reviews', nadia)).body.items).toHaveLength(1);
  });
});
