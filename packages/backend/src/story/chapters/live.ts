import {
  daniel,
  guest,
  hana,
  jonas,
  mei,
  nadia,
  ola,
  paolo,
  ravi,
  sam,
  sofia,
  tomas,
  zoe,
} from '../people';
import {
  acknowledges,
  alertOf,
  datesImpact,
  fixes,
  follows,
  marks,
  notes,
  renames,
  suffers,
  tells,
  weighs,
} from '../scenes';
import {
  declares,
  deploys,
  ends,
  fires,
  minutesAgo,
  type Chapter,
} from '../script';

const slowCards = (zone: string) =>
  alertOf(
    'payments-api',
    'PaymentLatencyHigh',
    'critical',
    'Card payments take longer than 8 s',
    { labels: { zone }, description: 'p99 of authorise above 8 s for 2 min.' },
  );
const cardErrors = alertOf(
  'payments-api',
  'PaymentErrorRatioHigh',
  'critical',
  'More than 15 % of card payments fail',
);
const replicaGone = alertOf(
  'payments-api',
  'ReplicaCountLow',
  'warning',
  'payments-api sees 1 of 2 replicas of payments-db',
  { labels: { database: 'payments-db' } },
);

/** A P2 in full swing: who leads, what is done, and when the next news comes. */
const cardPaymentsTimeOut: Chapter = {
  key: 'card-payments-time-out',
  begins: minutesAgo(38),
  scenes: [
    deploys(-12, ravi, 'resource:default/payments-db', '15.9'),
    fires(2, slowCards('fra-a')),
    fires(2.2, slowCards('fra-b')),
    fires(3, slowCards('fra-c')),
    fires(4, cardErrors),
    acknowledges(4.4, nadia),
    fires(5, slowCards('dub-a')),
    weighs(6, nadia, {
      impact: 'medium',
      urgency: 'medium',
      risks: ['redundancy-gone'],
    }),
    fires(7, replicaGone),
    notes(
      8,
      ravi,
      'payments-db 15.9 finished rolling out 12 minutes before the first slow payment. Same picture as with 15.8.',
    ),
    datesImpact(9, nadia, 0, 'First timed-out payment in the gateway log.'),
    suffers(
      9.5,
      zoe,
      'Nine travellers in ten minutes: card refused at once, works on the third try.',
    ),
    follows(10, guest),
    renames(11, nadia, 'Card payments time out for 1 in 5 bookings'),
    marks(12, nadia, 'component:default/checkout-api', 'confirmed'),
    marks(12.5, ravi, 'component:default/refund-worker', 'confirmed'),
    marks(13, ravi, 'resource:default/payments-db', 'suspected'),
    suffers(
      13.5,
      mei,
      'Payment step of booking-web hangs and then offers to try again.',
    ),
    tells(15, nadia, {
      impact:
        'About 1 in 5 card payments fails at the last step, web and app, all countries. Nothing is charged when it fails.',
      action: 'We compare what payments-db 15.9 changed.',
      workaround:
        'Pay by bank transfer or wallet; the payment page offers both.',
      next: 30,
    }),
    suffers(16, sam, 'Phone queue is at 14; we tell people to use the wallet.'),
    follows(17, jonas),
    ends(20, cardErrors),
    suffers(21, sofia),
    fixes(
      24,
      nadia,
      'Cause found: replica a is out since the rollout, reads pile up on the primary.',
    ),
    ends(25, slowCards('dub-a')),
    notes(
      28,
      nadia,
      'Decision: switch payments-db to replica b instead of rolling back 15.9. The rollback would lock the payments table again.',
    ),
    tells(29.5, nadia, {
      impact:
        '1 in 5 card payments fails at the last step, about 310 bookings so far. Refunds wait, none are lost.',
      action:
        'We move payments-db to its second replica. Ravi does it. No reliable end time yet.',
      workaround: 'Pay by bank transfer or wallet.',
      next: 50,
    }),
    notes(33, ravi, 'Replica b is 40 s behind. I switch when it is below 5 s.'),
    follows(34, tomas),
    follows(34.5, ola),
  ],
};

/** A report with several people affected, waiting for Booking. */
const signedOutAtSeats: Chapter = {
  key: 'signed-out-at-seats',
  begins: minutesAgo(31),
  scenes: [
    declares(0, zoe, time => ({
      title: 'Travellers are signed out when they choose a seat',
      entityRef: 'component:default/booking-web',
      impact: 'medium',
      urgency: 'medium',
      description:
        'Choose a trip, press "Choose seats", and the page asks to sign in again. After that the basket is empty. Six calls since ten minutes, all in the browser, none in the app.',
      impactStartedAt: time(-12),
      affected: ['component:default/sign-in'],
    })),
    suffers(
      4,
      sam,
      'Same here, three calls. All of them were signed in with a passkey.',
    ),
    suffers(9, sofia, 'Happens to me in a private window as well.'),
    suffers(
      13,
      paolo,
      'Wanted to book for Thursday, gave up after the second time.',
    ),
    suffers(19, daniel),
    follows(20, hana),
  ],
};

const refundQueueAge = alertOf(
  'refund-worker',
  'RefundQueueAge',
  'warning',
  'Refund queue grows faster than it drains',
  {
    description:
      '1,840 refunds wait, oldest 26 min. Travellers see "refund pending" for longer than promised.',
  },
);

/** A P3 that waits for the team of whoever opens the portal first. */
const refundQueueGrows: Chapter = {
  key: 'refund-queue-grows',
  begins: minutesAgo(22),
  scenes: [
    fires(0, refundQueueAge),
    fires(
      5,
      alertOf(
        'refund-worker',
        'RefundQueueDepth',
        'warning',
        'More than 1,500 refunds wait',
      ),
    ),
    fires(
      16,
      alertOf(
        'refund-worker',
        'RefundWorkerErrors',
        'warning',
        'More than 2 % of refunds fail at the first try',
      ),
    ),
  ],
};

/** An alert whose labels name nothing in the catalog. */
const gatewayProbeFails: Chapter = {
  key: 'gateway-probe-fails',
  begins: minutesAgo(9),
  scenes: [
    fires(0, {
      labels: {
        alertname: 'ProbeFailed',
        job: 'blackbox',
        service: 'pay-gw',
        severity: 'warning',
        environment: 'production',
      },
      annotations: {
        summary: 'Probe of pay-gw fails from two of three places',
        description: 'Dublin and Warsaw time out, Frankfurt answers in 90 ms.',
      },
    }),
  ],
};

/** What is going on right now. */
export const live: Chapter[] = [
  cardPaymentsTimeOut,
  signedOutAtSeats,
  refundQueueGrows,
  gatewayProbeFails,
];
