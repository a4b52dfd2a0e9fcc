import type {
  NamedRef,
  Setup,
} from '@linchpin/backstage-plugin-incidents-common';
import type { Knex } from 'knex';
import type { DeadLetter, DeadLetters, DeliveryStatus } from '../delivery';
import { numbersOf } from './numbersOf';
import type { DeliverySetup } from './SetupReader';

/** What *Setup* shows of telling people. */
export function deliverySetup(options: {
  knex: Knex;
  status: DeliveryStatus;
  deadLetters: DeadLetters;
}): DeliverySetup {
  const { knex, status, deadLetters } = options;
  return {
    status: () => status.status(),
    async notSent(viewer) {
      const letters = await deadLetters.list();
      const numbers = await numbersOf(
        knex,
        viewer,
        letters.map(letter => letter.subjectId),
      );
      return letters.map(letter => notSent(letter, numbers));
    },
  };
}

function notSent(
  letter: DeadLetter,
  numbers: ReadonlyMap<string, string>,
): Setup['notSent'][number] {
  const number = numbers.get(letter.subjectId);
  return {
    id: letter.id,
    kind: letter.kind,
    incident: number ? { id: letter.subjectId, number } : null,
    recipient: number ? recipientOf(letter) : null,
    channel: letter.channel,
    error: letter.error,
    attempts: letter.attempts,
    gaveUpAt: letter.gaveUpAt,
  };
}

function recipientOf({ recipient, channel }: DeadLetter): NamedRef {
  return recipient
    ? { ref: recipient.ref, title: recipient.name }
    : { ref: '', title: channel };
}
