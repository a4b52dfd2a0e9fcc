import {
  guest,
  ines,
  nadia,
  ola,
  paolo,
  ravi,
  sam,
  tomas,
  zoe,
} from '../people';
import {
  acknowledges,
  alertOf,
  closes,
  datesImpact,
  dismisses,
  fixes,
  marks,
  notes,
  reopens,
  resolves,
  suffers,
  tells,
  watches,
  weighs,
} from '../scenes';
import { declares, ends, fires, weeksAgo, type Chapter } from '../script';

const largePaymentsDeclined: Chapter = {
  key: 'large-payments-declined',
  begins: weeksAgo(52, 'Fri', '10:05'),
  scenes: [
    declares(0, zoe, time => ({
      title: 'Payments above 1,000 euro are declined',
      entityRef: 'component:default/payments-api',
      impact: 'medium',
      urgency: 'medium',
      description:
        'Four families today, four different banks, all with trips above 1,000 euro.',
      impactStartedAt: time(-65),
    })),
    acknowledges(22, tomas),
    notes(
      35,
      tomas,
      'The limit per payment came down to 1,000 with this morning’s configuration.',
    ),
    fixes(38, tomas, 'Putting the limit back to 5,000.'),
    watches(51, tomas),
    suffers(55, sam, 'The family from Porto got through now.'),
    resolves(
      100,
      tomas,
      'A limit meant for the test shop reached production. Put back; limits per shop are now in separate files.',
    ),
  ],
};

const frankfurtDrill: Chapter = {
  key: 'drill-frankfurt',
  begins: weeksAgo(41, 'Tue', '09:30'),
  scenes: [
    declares(0, nadia, {
      title: 'Drill: payments-api without Frankfurt',
      entityRef: 'component:default/payments-api',
      impact: 'high',
      urgency: 'medium',
      mode: 'drill',
      description:
        'We take Frankfurt out of the pool and see how long Dublin needs.',
    }),
    acknowledges(1, nadia),
    fixes(6, nadia),
    tells(9, nadia, {
      impact: 'Drill. Nobody is affected.',
      action: 'Dublin takes over; connection pools are being raised.',
      next: 40,
    }),
    watches(31, nadia, 'Dublin carries everything since 09:58 UTC.'),
    resolves(
      50,
      nadia,
      '28 minutes to full capacity, we aimed at 15. The pools have to be raised by hand: action for Ravi.',
    ),
    closes(1500, nadia),
  ],
};

const doubleCharges: Chapter = {
  key: 'double-charges',
  begins: weeksAgo(36, 'Mon', '16:45'),
  scenes: [
    declares(0, paolo, time => ({
      title: 'Travellers who press pay twice are charged twice',
      entityRef: 'component:default/payments-api',
      impact: 'medium',
      urgency: 'medium',
      risks: ['regulatory'],
      description:
        'The daily check shows 37 pairs with the same amount, card and minute since Friday.',
      impactStartedAt: time(-4300),
    })),
    acknowledges(7, nadia),
    tells(14, nadia, {
      impact: '37 travellers were charged twice since Friday; more can follow.',
      action: 'We check why the second request is not seen as a repeat.',
      next: 75,
    }),
    notes(
      42,
      ravi,
      'Idempotency keys are kept in memory since Friday’s release, so each pod has its own.',
    ),
    fixes(48, nadia, 'Keys go back to the database.'),
    tells(74, nadia, {
      impact: '41 pairs by now.',
      action: 'The fix is being rolled out, done in half an hour.',
      next: 130,
    }),
    watches(118, nadia, 'No new pair since 18:40 UTC.'),
    tells(129, nadia, {
      impact: 'No new double charges. 44 travellers wait for their money back.',
      action: 'Finance refunds the 44 by hand.',
      next: 300,
    }),
    resolves(
      290,
      nadia,
      'All 44 refunded. Idempotency keys are in payments-db again, and a test with two pods guards it.',
      118,
    ),
    closes(7300, nadia),
  ],
};

const dublinDrill: Chapter = {
  key: 'drill-dublin',
  begins: weeksAgo(18, 'Tue', '10:00'),
  scenes: [
    declares(0, ravi, {
      title: 'Drill: payments-api without Dublin',
      entityRef: 'component:default/payments-api',
      impact: 'high',
      urgency: 'medium',
      mode: 'drill',
    }),
    acknowledges(1, ravi),
    fixes(4, ravi),
    watches(17, ravi),
    resolves(35, ravi, '13 minutes. The pools grow by themselves now.'),
    closes(200, ravi),
  ],
};

const volumeDrop = alertOf(
  'payments-api',
  'PaymentVolumeLow',
  'warning',
  'Payment volume 60 % below the same day last week',
);

const quietHoliday: Chapter = {
  key: 'volume-drop-holiday',
  begins: weeksAgo(16, 'Thu', '08:15'),
  scenes: [
    fires(0, volumeDrop),
    dismisses(
      19,
      guest,
      'expected',
      'Public holiday in seven of our eleven countries. Last year looked the same.',
    ),
    ends(840, volumeDrop),
  ],
};

const slowDuringExport = alertOf(
  'payments-api',
  'PaymentLatencyHigh',
  'warning',
  'Slow answers while the nightly export runs',
  { labels: { zone: 'dub-a' } },
);

const slowDuringNightlyExport: Chapter = {
  key: 'slow-during-export',
  begins: weeksAgo(5, 'Tue', '21:40'),
  scenes: [
    fires(0, slowDuringExport),
    acknowledges(12, ola),
    marks(14, ola, 'resource:default/payments-db', 'suspected'),
    fixes(
      16,
      ola,
      'The export started on the primary instead of replica c. Stopped.',
    ),
    watches(20, ola),
    ends(22, slowDuringExport),
    resolves(31, ola, 'Export moved to replica c again.'),
    reopens(
      1462,
      ola,
      'Same hour, same picture: the export was back on the primary.',
    ),
    notes(
      1468,
      ola,
      'The setting lives in two places and the scheduler reads the other one.',
    ),
    fixes(1470, ola),
    watches(1475, ola),
    resolves(
      1487,
      ola,
      'One place for the setting. Tonight’s export was watched to its end.',
    ),
  ],
};

const networkDown = alertOf(
  'card-gateway',
  'CardNetworkUnreachable',
  'critical',
  'One of three card networks does not answer',
);

const cardNetworkOutage: Chapter = {
  key: 'card-network-outage',
  begins: weeksAgo(46, 'Wed', '19:20'),
  scenes: [
    fires(1, networkDown),
    acknowledges(4, tomas),
    weighs(6, tomas, { impact: 'medium', urgency: 'high' }),
    datesImpact(7, tomas, 0, 'First refused card of that network.'),
    marks(8, tomas, 'component:default/payments-api', 'confirmed'),
    tells(13, tomas, {
      impact: 'Cards of one network fail, about a third of all card payments.',
      action:
        'The network has an outage of its own and says so on its status page. We switch its cards to the second acquirer.',
      workaround: 'Another card, bank transfer or wallet.',
      next: 70,
    }),
    fixes(21, tomas),
    notes(
      64,
      ines,
      'The second acquirer takes 60 % of them, the rest needs 3-D Secure and fails.',
    ),
    tells(70, tomas, {
      impact: 'About one card payment in eight fails.',
      action: 'We wait for the network. No time from them.',
      workaround: 'Another card, bank transfer or wallet.',
      next: 130,
    }),
    tells(128, tomas, {
      impact: 'About one card payment in eight fails.',
      action: 'The network says it is fixed; we move back in steps of 10 %.',
      next: 190,
    }),
    watches(141, tomas),
    ends(143, networkDown),
    resolves(
      156,
      tomas,
      'Outage of the card network, 2 h 10. Switching to the second acquirer helped most travellers and took us 17 minutes by hand.',
    ),
    closes(5800, nadia),
  ],
};

const handshakeFails = alertOf(
  'card-gateway',
  'TlsHandshakeErrors',
  'critical',
  'Certificate of the card network gateway expired',
);

const gatewayCertificate: Chapter = {
  key: 'gateway-certificate',
  begins: weeksAgo(7, 'Mon', '11:24'),
  scenes: [
    fires(1, handshakeFails),
    acknowledges(3, ravi),
    weighs(5, ravi, { impact: 'medium', urgency: 'high' }),
    datesImpact(6, ravi, 0, 'The certificate ran out at 11:24 UTC.'),
    marks(7, ravi, 'component:default/payments-api', 'confirmed'),
    tells(12, ravi, {
      impact: 'Card payments through the first acquirer fail.',
      action:
        'Our client certificate ran out this minute. A new one is being signed.',
      workaround: 'Bank transfer or wallet.',
      next: 45,
    }),
    fixes(13, ravi),
    notes(
      24,
      nadia,
      'The acquirer has signed it. Rolling it out to three pods.',
    ),
    watches(29, ravi),
    ends(30, handshakeFails),
    resolves(
      37,
      ravi,
      'New certificate for another year. The reminder went to a mailbox of somebody who left.',
    ),
    closes(2880, ravi),
  ],
};

/** What payments-api and the way to the card networks went through in a year. */
export const payments: Chapter[] = [
  largePaymentsDeclined,
  cardNetworkOutage,
  frankfurtDrill,
  doubleCharges,
  dublinDrill,
  quietHoliday,
  gatewayCertificate,
  slowDuringNightlyExport,
];
