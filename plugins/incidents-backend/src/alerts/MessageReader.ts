import type { ParsedAlert } from '@linchpin/backstage-plugin-incidents-node';
import type { AlertSources } from './AlertSources';
import type { ClaimedDelivery, ClaimedMessage } from './DeliveryClaims';
import { lineOf, textOf } from './text';

/** A good alert and its position in the message, from 0. */
export interface PositionedAlert {
  position: number;
  alert: ParsedAlert;
}

/** A part of a message that is no alert, kept for those who run the installation. */
export interface AlertKeptAside {
  position: number;
  reason: string;
  /** Its beginning, as sent. */
  excerpt: string;
}

/** A message as its source reads it. */
export interface ReadMessage {
  delivery: ClaimedDelivery;
  /** The source's name on screen. */
  sourceTitle: string;
  alerts: PositionedAlert[];
  keptAside: AlertKeptAside[];
  truncated: number;
}

const EXCERPT_MAX = 500;
const REASON_MAX = 500;

/** Reads kept messages again, by the source that they came from. */
export class MessageReader {
  readonly #sources: AlertSources;

  constructor(sources: AlertSources) {
    this.#sources = sources;
  }

  /** @throws Error where the source, as it is installed now, cannot read it */
  read({ headers, body, ...delivery }: ClaimedMessage): ReadMessage {
    const source = this.#sources.get(delivery.source);
    const { alerts, rejected, truncated } = source.parse({
      body: JSON.parse(body),
      headers,
      receivedAt: delivery.receivedAt,
    });
    return {
      delivery,
      sourceTitle: source.title,
      alerts: positioned(
        alerts,
        rejected.map(({ index }) => index),
      ),
      keptAside: rejected.map(({ index, reason, body: sent }) => ({
        position: index,
        reason: lineOf(reason, REASON_MAX),
        excerpt: textOf(JSON.stringify(sent) ?? '', EXCERPT_MAX),
      })),
      truncated,
    };
  }
}

/** Good alerts stand where no bad one does. */
function positioned(
  alerts: readonly ParsedAlert[],
  rejected: readonly number[],
): PositionedAlert[] {
  const taken = new Set(rejected);
  let position = -1;
  return alerts.map(alert => {
    do {
      position += 1;
    } while (taken.has(position));
    return { position, alert };
  });
}
