import type { ReadMessage } from './MessageReader';

/** As much of a message as goes into one transaction. */
export interface Portion extends ReadMessage {
  /** Nothing of the message comes after it. */
  isLast: boolean;
  /** Nor before it. */
  isWhole: boolean;
}

/**
 * Messages in batches that a transaction can bear: small messages together, large
 * ones in several portions, always in their order.
 *
 * @param most - alerts of one batch
 */
export function* batchesOf(
  messages: Iterable<ReadMessage>,
  most: number,
): Generator<Portion[]> {
  let batch: Portion[] = [];
  let room = most;
  for (const message of messages) {
    let start = 0;
    do {
      const end = start + room;
      const isLast = end >= message.alerts.length;
      batch.push({
        ...message,
        alerts: message.alerts.slice(start, end),
        keptAside: isLast ? message.keptAside : [],
        isLast,
        isWhole: isLast && start === 0,
      });
      // A message without an alert costs about as much as one with.
      room -= Math.max(1, Math.min(room, message.alerts.length - start));
      start = end;
      if (room <= 0) {
        yield batch;
        batch = [];
        room = most;
      }
    } while (start < message.alerts.length);
  }
  if (batch.length > 0) {
    yield batch;
  }
}
