import { createHash } from 'node:crypto';
import { InputError } from '@backstage/errors';
import { TEXT_MAX } from '@linchpin/backstage-plugin-incidents-common/schemas';
import type { ParsedAlert } from '@linchpin/backstage-plugin-incidents-node';
import { senderTime } from '../senderTime';
import { textOf } from '../text';
import { fingerprintOf } from './fingerprint';
import { severityOf } from './severity';
import { titleOf } from './title';
import type { WireAlert } from './wire';

/** What can be a key as it is; anything else is known by its hash. */
const PLAIN_KEY = /^[\x21-\x7e]{1,200}$/;
const LABEL_MAX = 2_000;
const URL_MAX = 4_000;

/**
 * An alert of the wire as ours.
 *
 * @param externalUrl - of the Alertmanager, against which links are resolved
 * @throws InputError naming the field where nothing says which alert it is
 */
export function readAlert(
  sent: WireAlert,
  externalUrl: string,
  receivedAt: string,
): ParsedAlert {
  const { labels, annotations } = sent;
  const startsAt = senderTime(sent.startsAt, receivedAt);
  const endsAt =
    sent.status === 'resolved'
      ? senderTime(sent.endsAt, receivedAt)
      : undefined;
  const description = textOf(
    annotations.description ?? annotations.message ?? '',
    TEXT_MAX,
  );
  const url = linkOf(sent.generatorURL, externalUrl);
  const runbookUrl = linkOf(
    annotations.runbook_url ?? annotations.runbook,
    externalUrl,
  );
  return {
    dedupKey: identityOf(sent),
    state: sent.status,
    ...(startsAt && { startsAt }),
    ...(endsAt && { endsAt }),
    title: titleOf(labels, annotations),
    ...(description && { description }),
    severity: severityOf(labels),
    labels: Object.fromEntries(
      Object.entries(labels).map(([name, value]) => [
        name,
        textOf(value, LABEL_MAX),
      ]),
    ),
    annotations,
    ...(url && { url }),
    ...(runbookUrl && { runbookUrl }),
  };
}

/** As sent, since a sender may hash labels that it does not show; else as Alertmanager does it. */
function identityOf({ fingerprint, labels }: WireAlert): string {
  if (!fingerprint && Object.keys(labels).length === 0) {
    throw new InputError(
      'labels: are empty, and there is no fingerprint either',
    );
  }
  const identity = fingerprint || fingerprintOf(labels);
  return PLAIN_KEY.test(identity)
    ? identity
    : createHash('sha256').update(identity).digest('hex');
}

/** An address that a browser may open; nothing that runs. */
function linkOf(value: unknown, base: string): string | undefined {
  if (typeof value !== 'string' || !value || value.length > URL_MAX) {
    return undefined;
  }
  const url = URL.parse(value, URL.canParse(base) ? base : undefined);
  return url && ['http:', 'https:'].includes(url.protocol)
    ? url.href
    : undefined;
}
