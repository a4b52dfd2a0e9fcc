import { greta, guest, ines, lukas, nadia, ola, paolo, tomas } from '../people';
import {
  acknowledges,
  alertOf,
  closes,
  fixes,
  holds,
  marks,
  notes,
  passesOn,
  resolves,
  suffers,
  tells,
  watches,
  weighs,
} from '../scenes';
import { declares, ends, fires, weeksAgo, type Chapter } from '../script';

const PAYMENTS = 'group:default/payments';
const FINANCE = 'group:default/finance';

const refundedTwice: Chapter = {
  key: 'refunds-twice',
  begins: weeksAgo(34, 'Thu', '09:12'),
  scenes: [
    declares(0, greta, time => ({
      title: 'Refunds are booked twice for one bank',
      entityRef: 'component:default/refund-worker',
      impact: 'medium',
      urgency: 'medium',
      risks: ['data-loss'],
      description:
        '212 refunds to one Dutch bank stand twice in this morning’s statement.',
      impactStartedAt: time(-480),
    })),
    acknowledges(5, ines),
    tells(13, ines, {
      impact: '212 refunds, 31,400 euro, were paid out twice.',
      action: 'refund-worker is paused. Travellers see "refund pending".',
      next: 75,
    }),
    notes(
      38,
      ines,
      'The bank answers with a timeout and books all the same; we try again.',
    ),
    fixes(44, ines),
    tells(73, ines, {
      impact: 'Refunds wait; nothing is paid twice any more.',
      action:
        'Refunds to this bank get a reference that makes a repeat harmless.',
      next: 150,
    }),
    watches(138, ines, 'Worker runs again, queue drains.'),
    marks(140, greta, 'component:default/ledger-api', 'confirmed'),
    tells(149, ines, {
      impact: 'Refunds flow again; 30 minutes of backlog.',
      action: 'Finance asks the bank for the money.',
      next: 220,
    }),
    resolves(
      211,
      ines,
      'The bank takes the doubles back. A timeout is now asked about before it is tried again.',
      138,
    ),
    closes(8700, nadia),
  ],
};

const refundQueueAge = alertOf(
  'refund-worker',
  'RefundQueueAge',
  'warning',
  'Refund queue grows faster than it drains',
  { description: '1,130 refunds wait, oldest 19 min.' },
);

/** The same alert as the one that waits today. */
const refundQueueGrew: Chapter = {
  key: 'refund-queue-grew',
  begins: weeksAgo(3, 'Fri', '15:05'),
  scenes: [
    fires(0, refundQueueAge),
    acknowledges(14, tomas),
    notes(
      18,
      tomas,
      'A railway cancelled 900 seats at once; four workers do 25 refunds a minute.',
    ),
    fixes(20, tomas, 'Scaling refund-worker from 4 to 8.'),
    watches(27, tomas),
    ends(35, refundQueueAge),
    resolves(
      41,
      tomas,
      'Ended by scaling the worker to 8. Back to 4 over night.',
    ),
  ],
};

const payoutRejected = (night: string) =>
  alertOf(
    'payout-exporter',
    'PayoutFileRejected',
    'warning',
    'Payout file rejected by the bank',
    { labels: { file: `payout-${night}` } },
  );

const payoutTooLong = payoutRejected('wed');

const payoutNameTooLong: Chapter = {
  key: 'payout-name-too-long',
  begins: weeksAgo(42, 'Thu', '05:10'),
  scenes: [
    fires(0, payoutTooLong),
    acknowledges(52, ola),
    notes(
      71,
      ola,
      'A partner with a name of 71 characters; the bank takes 70.',
    ),
    fixes(80, ola),
    watches(122, ola, 'File with the short name accepted.'),
    ends(124, payoutTooLong),
    resolves(
      140,
      ola,
      'Names are cut at 70 characters. 214 partners were paid four hours late.',
    ),
  ],
};

const payoutHoliday = payoutRejected('thu');

const payoutOnHoliday: Chapter = {
  key: 'payout-bank-holiday',
  begins: weeksAgo(17, 'Fri', '05:12'),
  scenes: [
    fires(0, payoutHoliday),
    passesOn(
      14,
      guest,
      FINANCE,
      'The bank’s answer speaks of the account agreement, that is yours.',
    ),
    passesOn(
      31,
      paolo,
      PAYMENTS,
      'The agreement is fine. The file is dated to a bank holiday.',
    ),
    acknowledges(36, tomas),
    fixes(41, tomas, 'Value date moved to Monday.'),
    watches(52, tomas),
    ends(54, payoutHoliday),
    resolves(
      65,
      tomas,
      'The exporter did not know the holidays of this bank. It now reads them from finance’s calendar.',
    ),
  ],
};

const partnerRetries = alertOf(
  'partner-webhooks',
  'WebhookRetriesHigh',
  'warning',
  'Retries above 5 % towards one partner',
  { labels: { partner: 'norrail' } },
);

const partnerSlow: Chapter = {
  key: 'partner-retries',
  begins: weeksAgo(22, 'Wed', '12:40'),
  scenes: [
    fires(0, partnerRetries),
    weighs(16, ola, { impact: 'low', urgency: 'medium' }),
    acknowledges(17, ola),
    notes(
      33,
      ola,
      'Their endpoint answers after 25 s. Other partners are fine.',
    ),
    holds(
      40,
      ola,
      'vendor',
      1300,
      'Partner’s ticket NR-5512, they deploy tomorrow morning.',
    ),
    notes(1290, ola, 'Their deploy is out, answers in 300 ms.'),
    watches(1295, ola),
    ends(1330, partnerRetries),
    resolves(
      1560,
      ola,
      'Partner’s database had lost an index. Every waiting webhook was delivered.',
      1330,
    ),
  ],
};

const oldRates = alertOf(
  'fx-rates',
  'ExchangeRatesStale',
  'warning',
  'Exchange rates older than 6 hours',
);

const ratesStale: Chapter = {
  key: 'rates-stale',
  begins: weeksAgo(31, 'Sat', '06:00'),
  scenes: [fires(0, oldRates), ends(127, oldRates)],
};

const receiptsWithoutVat: Chapter = {
  key: 'receipts-without-vat',
  begins: weeksAgo(25, 'Tue', '15:20'),
  scenes: [
    declares(0, greta, {
      title: 'Receipts arrive without the VAT line',
      entityRef: 'component:default/invoice-worker',
      impact: 'low',
      urgency: 'medium',
      description:
        'Only receipts for trips that cross a border. Two business travellers complained.',
    }),
    suffers(44, lukas, 'My own receipt to Vienna lacks it too.'),
    acknowledges(1040, ines),
    notes(
      1072,
      ines,
      'The template asks for one country; a trip across a border has two.',
    ),
    fixes(1080, ines),
    watches(1190, ines),
    resolves(
      1620,
      ines,
      'Receipts carry one VAT line per country. 1,904 receipts sent again.',
    ),
  ],
};

/** What happened on the way back: refunds, payouts, partners, rates, receipts. */
export const payouts: Chapter[] = [
  payoutNameTooLong,
  refundedTwice,
  ratesStale,
  receiptsWithoutVat,
  partnerSlow,
  payoutOnHoliday,
  refundQueueGrew,
];
