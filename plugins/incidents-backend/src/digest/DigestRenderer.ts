import type { JsonObject } from '@backstage/types';
import type {
  OutboxMessage,
  OutboxRenderer,
  RenderedMessage,
} from '../delivery';
import type { EntityNames } from '../history/EntityNames';
import { INCIDENTS_TOPIC } from '../incidents/IncidentRenderer';
import type { DigestReader } from './DigestReader';
import { digestWords } from './digestWords';

/** The kind under which weekly digests are known to the outbox; the subject is the group. */
export const DIGEST = 'digest';

/** Which week a digest is of. */
export interface DigestPayload extends JsonObject {
  from: string;
  to: string;
}

/** Finds the words of a digest when it is sent. */
export class DigestRenderer implements OutboxRenderer {
  readonly #reader: DigestReader;
  readonly #names: EntityNames;

  constructor(options: { reader: DigestReader; names: EntityNames }) {
    this.#reader = options.reader;
    this.#names = options.names;
  }

  /** Undefined where there is nothing to tell after all. */
  async render({
    subjectId,
    payload,
  }: OutboxMessage): Promise<RenderedMessage | undefined> {
    const week = await this.#reader.week(subjectId, payload as DigestPayload);
    if (!week) {
      return undefined;
    }
    const named = await this.#names.of([subjectId]);
    return {
      topic: INCIDENTS_TOPIC,
      ...digestWords(named(subjectId).title, week),
      severity: 'low',
      link: '/incidents/insights',
      scope: `${DIGEST}:${subjectId}`,
    };
  }
}
