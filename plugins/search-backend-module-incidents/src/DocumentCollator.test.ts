import type { SearchDocument } from '@linchpin/backstage-plugin-incidents-common';
import { DocumentCollator } from './DocumentCollator';
import { DOCUMENT_KINDS } from './kinds';

const [incidents] = DOCUMENT_KINDS;

function documentOf(number: string): SearchDocument {
  return {
    incident: {
      id: `id of ${number}`,
      number,
      title: 'Card payments time out',
      status: 'resolved',
      priority: 'P2',
      entity: { ref: 'component:default/payments-api', title: 'payments-api' },
      owner: null,
      declaredAt: '2026-11-21T10:00:00.000Z',
    },
    texts: ['Slow for all', 'Pay by invoice'],
  };
}

it('goes through the pages to the end', async () => {
  const asked: (string | undefined)[] = [];
  const collator = new DocumentCollator(
    {
      async page(_path, cursor) {
        asked.push(cursor);
        return cursor
          ? { items: [documentOf('INC-2')], nextCursor: null }
          : { items: [documentOf('INC-1')], nextCursor: 'next' };
      },
    },
    incidents,
  );

  const documents = (await collator.getCollator())[Symbol.asyncIterator]();
  expect((await documents.next()).value).toEqual({
    title: 'INC-1 Card payments time out',
    text: 'Slow for all\n\nPay by invoice',
    location: '/incidents/INC-1',
    authorization: { resourceRef: 'id of INC-1' },
    number: 'INC-1',
    status: 'resolved',
    priority: 'P2',
    entity: 'payments-api',
    owner: '',
    declaredAt: '2026-11-21T10:00:00.000Z',
  });
  expect(await documents.next()).toMatchObject({
    value: { location: '/incidents/INC-2' },
  });
  expect(await documents.next()).toMatchObject({ done: true });
  expect(asked).toEqual([undefined, 'next']);
});

it('ends with the error of a list that cannot be read, so that the index stays as it was', async () => {
  const collator = new DocumentCollator(
    {
      async page() {
        throw new Error('503 Service Unavailable');
      },
    },
    incidents,
  );
  const reading = (await collator.getCollator()).toArray();
  await expect(reading).rejects.toThrow('503 Service Unavailable');
});
