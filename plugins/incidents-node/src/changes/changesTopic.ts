import type { SentChangeRequest } from '@linchpin/backstage-plugin-incidents-common';

/**
 * The topic of the portal's events service on which other plugins tell of changes:
 * of one with a {@link ChangesPayload | change} as the payload, or of up to a
 * hundred. What is no change is not kept, and logged. Nobody answers; whoever has to
 * know that it is kept posts to `/api/incidents/changes`.
 *
 * @example
 * ```ts
 * await events.publish({
 *   topic: CHANGES_TOPIC,
 *   eventPayload: {
 *     kind: 'deployment',
 *     entityRef: 'component:default/payments-api',
 *     title: 'payments-api 15.8',
 *     version: '15.8',
 *     source: 'argo-cd',
 *     sourceId: 'payments-api@15.8',
 *     finishedAt: '2026-11-21T10:00:00Z',
 *   } satisfies ChangesPayload,
 * });
 * ```
 * @public
 */
export const CHANGES_TOPIC = 'incidents.changes';

/**
 * What is published on {@link CHANGES_TOPIC}. Told again with the same `source` and
 * `sourceId`, a change stays as it is.
 * @public
 */
export type ChangesPayload =
  SentChangeRequest | { changes: readonly SentChangeRequest[] };
