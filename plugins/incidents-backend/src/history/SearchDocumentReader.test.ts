import { DEFAULT_POLICY } from '@linchpin/backstage-plugin-incidents-common';
import {
  untouchedReview,
  type ReviewState,
} from '@linchpin/backstage-plugin-incidents-common/reviews';
import { accessOf } from '../authorization/__testUtils__/accessOf';
import { PluginDatabases } from '../database/__testUtils__/PluginDatabases';
import { by, minute, nadia, openWard } from '../incidents/__testUtils__/ward';
import { SearchDocumentReader } from './SearchDocumentReader';

const databases = PluginDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('%s', databaseId => {
  it('says page by page what each incident is found by', async () => {
    const ward = await openWard(await databases.init(databaseId));
    const reader = new SearchDocumentReader(ward.knex, DEFAULT_POLICY);
    const first = await ward.report('Card payments time out');
    await ward.report('Seat map stays empty', { at: minute(1) });
    await ward.report('Refunds wait', { at: minute(2) });
    await ward.send(
      first.id,
      {
        type: 'post-update',
        impact: 'Every second card is declined',
        action: 'Rolling back the gateway',
        workaround: 'Pay by invoice',
      },
      by(nadia, minute(3)),
    );

    const page = await reader.incidents(accessOf(nadia), { limit: 2 });
    expect(page.items).toEqual([
      {
        incident: {
          id: first.id,
          number: 'INC-1',
          title: 'Card payments time out',
          status: 'triage',
          priority: 'P2',
          entity: {
            ref: 'component:default/payments-api',
            title: 'payments-api',
          },
          owner: { ref: 'group:default/payments', title: 'Payments' },
          declaredAt: minute(0),
        },
        texts: [
          'Every second card is declined',
          'Rolling back the gateway',
          'Pay by invoice',
        ],
      },
      expect.objectContaining({ texts: [] }),
    ]);
    const rest = await reader.incidents(accessOf(nadia), {
      limit: 2,
      cursor: page.nextCursor!,
    });
    expect(rest.items.map(({ incident }) => incident.number)).toEqual([
      'INC-3',
    ]);
    expect(rest.nextCursor).toBeNull();
    await expect(
      reader.incidents(accessOf(nadia), { limit: 2, cursor: 'nonsense' }),
    ).rejects.toThrow(/^cursor: /);
  });

  it('says what reviews are found by: what stands in them now, and no earlier text', async () => {
    const ward = await openWard(await databases.init(databaseId));
    const reader = new SearchDocumentReader(ward.knex, DEFAULT_POLICY);
    const { id } = await ward.report('Card payments time out');
    await ward.report('Refunds wait', { at: minute(1) });
    const review: ReviewState = {
      ...untouchedReview(id, minute(2)),
      status: 'draft',
      sections: {
        'went-well': { version: 2, sequence: 3, written: true, beside: [] },
        questions: { version: 0, sequence: 0, written: false, beside: [] },
      },
      factors: [{ id: '2', tag: 'missing-alert', sequence: 2, by: nadia }],
    };
    await ward.knex('reviews').insert({
      incident_id: id,
      version: 3,
      state: JSON.stringify(review),
      status: 'draft',
      since: new Date(minute(2)),
      required: true,
    });
    const texts = [
      'We looked early',
      'No alert on the queue',
      'We looked late',
    ];
    for (const [index, text] of texts.entries()) {
      const sequence = index + 1;
      await ward.knex('review_events').insert({
        incident_id: id,
        sequence,
        type: sequence === 2 ? 'factor-added' : 'section-written',
        version: 1,
        actor_type: 'user',
        actor_ref: nadia.ref,
        actor_name: nadia.name,
        at: new Date(minute(sequence)),
        data: '{}',
      });
      await ward
        .knex('review_texts')
        .insert({ incident_id: id, sequence, field: 'text', text });
    }

    const page = await reader.reviews(accessOf(nadia), { limit: 50 });
    expect(page).toEqual({
      items: [
        {
          incident: expect.objectContaining({ id, number: 'INC-1' }),
          texts: ['We looked late', 'No alert on the queue'],
        },
      ],
      nextCursor: null,
    });
  });
});
