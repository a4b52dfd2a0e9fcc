import fc from 'fast-check';
import type { ReadMessage } from './MessageReader';
import { batchesOf } from './portions';

function messageOf(id: number, alerts: number): ReadMessage {
  return {
    delivery: { id: String(id), source: 's', receivedAt: '', attempts: 1 },
    sourceTitle: 'S',
    alerts: Array.from({ length: alerts }, (_, position) => ({
      position,
      alert: {
        dedupKey: `${id}/${position}`,
        state: 'firing',
        title: '',
        severity: 'info',
        labels: {},
        annotations: {},
      },
    })),
    keptAside: [{ position: alerts, reason: '', excerpt: '' }],
    truncated: 0,
  };
}

it('puts small messages together and large ones apart', () => {
  const batches = [
    ...batchesOf(
      [2, 0, 7, 1].map((n, id) => messageOf(id, n)),
      4,
    ),
  ];
  expect(
    batches.map(batch =>
      batch.map(p => [p.delivery.id, p.alerts.length, p.isLast, p.isWhole]),
    ),
  ).toEqual([
    [
      ['0', 2, true, true],
      ['1', 0, true, true],
      ['2', 1, false, false],
    ],
    [['2', 4, false, false]],
    [
      ['2', 2, true, false],
      ['3', 1, true, true],
    ],
  ]);
});

it('loses nothing, keeps the order, and ends each message once', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 12 }),
      fc.integer({ min: 1, max: 6 }),
      (sizes, most) => {
        const messages = sizes.map((n, id) => messageOf(id, n));
        const batches = [...batchesOf(messages, most)];
        const portions = batches.flat();

        expect(portions.flatMap(({ alerts }) => alerts)).toEqual(
          messages.flatMap(({ alerts }) => alerts),
        );
        expect(
          portions.filter(p => p.isLast).map(p => [p.delivery.id, p.keptAside]),
        ).toEqual(messages.map(m => [m.delivery.id, m.keptAside]));
        expect(
          portions.filter(p => !p.isLast).flatMap(p => p.keptAside),
        ).toEqual([]);
        batches.forEach(batch =>
          expect(batch.flatMap(p => p.alerts).length).toBeLessThanOrEqual(most),
        );
      },
    ),
  );
});
