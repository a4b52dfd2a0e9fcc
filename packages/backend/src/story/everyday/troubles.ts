import {
  BOOKING,
  FINANCE,
  HOSTING,
  IDENTITY,
  OFFERS,
  PAYMENTS,
  type Team,
} from './teams';

/** Something that goes wrong again and again. */
export interface Trouble {
  /** What it is about; the kind may be missing of a component. */
  entity: string;
  /** Its owner. */
  team: Team;
  alertname: string;
  severity: 'critical' | 'warning';
  title: string;
  /** What it turned out to be. */
  causes: readonly string[];
  /** What its reviews find, where it is critical: what contributed, and what is to be done. */
  learned?: { factor: string; because: string; remedies: readonly string[] };
  /** What is said where a release did it, and how its versions are numbered. */
  release?: { note: string; version: string };
  timesAYear: number;
  /** Half of them are over sooner. */
  usualMinutes: number;
  /** Half a year ago it took so much longer; 1 where nothing has changed since. */
  onceLonger?: number;
}

/** What goes wrong at the sample company in a year, beside what chapters tell of. */
export const TROUBLES: readonly Trouble[] = [
  {
    entity: 'payments-api',
    team: PAYMENTS,
    alertname: 'CardAuthorisationSlow',
    severity: 'warning',
    title: 'Card authorisations take longer than 3 s',
    causes: [
      'The acquirer was slow; it says a switch of its own.',
      'A report read from the primary. Moved to the replica.',
      'The connection pool was too small for the morning.',
    ],
    release: {
      note: 'The release asked the risk check twice. Rolled back.',
      version: '10',
    },
    timesAYear: 14,
    usualMinutes: 34,
    onceLonger: 2.2,
  },
  {
    entity: 'payments-api',
    team: PAYMENTS,
    alertname: 'PaymentErrorsHigh',
    severity: 'critical',
    title: 'More than 1 % of payments fail',
    causes: [
      'One of three acquirers refused everything. Taken out of the pool.',
      'A certificate of the card network had changed.',
    ],
    learned: {
      factor: 'third-party',
      because: 'An acquirer that fails stays in the pool.',
      remedies: [
        'Take an acquirer out of the pool when it refuses everything',
        'Watch the certificates of the card networks',
        'Show refusals by acquirer on the payments dashboard',
      ],
    },
    release: {
      note: 'The release of the afternoon. Rolled back.',
      version: '8',
    },
    timesAYear: 6,
    usualMinutes: 52,
    onceLonger: 2,
  },
  {
    entity: 'payments-api',
    team: PAYMENTS,
    alertname: 'PaymentsApiRestarts',
    severity: 'warning',
    title: 'payments-api restarts for want of memory',
    causes: [
      'The export of the month keeps every row in memory. Split.',
      'A leak in the client of the message bus. Updated.',
    ],
    release: {
      note: 'The release keeps every session in memory. Rolled back.',
      version: '9',
    },
    timesAYear: 6,
    usualMinutes: 21,
    onceLonger: 1.5,
  },
  {
    entity: 'checkout-api',
    team: PAYMENTS,
    alertname: 'CheckoutSlow',
    severity: 'warning',
    title: 'Checkout answers slowly',
    causes: [
      'A campaign brought three times the visitors. Scaled.',
      'A voucher rule was evaluated for each passenger. Cached.',
    ],
    timesAYear: 5,
    usualMinutes: 41,
  },
  {
    entity: 'card-gateway',
    team: PAYMENTS,
    alertname: 'GatewayTimeouts',
    severity: 'warning',
    title: 'The card gateway times out for one bank',
    causes: [
      'The bank had maintenance that nobody announced.',
      'The bank’s new address was not in our firewall.',
    ],
    timesAYear: 5,
    usualMinutes: 64,
  },
  {
    entity: 'refund-worker',
    team: PAYMENTS,
    alertname: 'RefundsWait',
    severity: 'warning',
    title: 'Refunds wait longer than 15 minutes',
    causes: ['One refund could never be booked. Put aside.', 'Worker scaled.'],
    timesAYear: 4,
    usualMinutes: 75,
  },
  {
    entity: 'partner-webhooks',
    team: PAYMENTS,
    alertname: 'WebhookRetries',
    severity: 'warning',
    title: 'Webhooks to a partner are tried again and again',
    causes: ['The partner had moved.', 'Their certificate had expired.'],
    timesAYear: 5,
    usualMinutes: 180,
  },
  {
    entity: 'fx-rates',
    team: PAYMENTS,
    alertname: 'RatesOld',
    severity: 'warning',
    title: 'Exchange rates are older than an hour',
    causes: ['The source was late.', 'Its file had one column more.'],
    timesAYear: 3,
    usualMinutes: 95,
  },
  {
    entity: 'booking-api',
    team: BOOKING,
    alertname: 'BookingErrors',
    severity: 'critical',
    title: 'Bookings fail at the last step',
    causes: ['A rail partner answered with a new code. Handled.'],
    learned: {
      factor: 'missing-test',
      because: 'Answers of partners are tried with one partner alone.',
      remedies: [
        'Try each partner’s answers before a release',
        'Let a booking go on when a code is unknown',
      ],
    },
    release: {
      note: 'The release of the morning. Rolled back.',
      version: '40',
    },
    timesAYear: 6,
    usualMinutes: 58,
  },
  {
    entity: 'booking-api',
    team: BOOKING,
    alertname: 'BookingSlow',
    severity: 'warning',
    title: 'booking-api answers slowly',
    causes: ['A query without an index. Added.', 'Neighbour on the same host.'],
    release: {
      note: 'The release had lost an index. Rolled back.',
      version: '41',
    },
    timesAYear: 5,
    usualMinutes: 46,
  },
  {
    entity: 'seat-map',
    team: BOOKING,
    alertname: 'SeatMapSlow',
    severity: 'warning',
    title: 'Seat maps take longer than 4 s',
    causes: ['The carrier’s service was slow.', 'The cache was cold.'],
    release: {
      note: 'The release drew every coach at once. Rolled back.',
      version: '6',
    },
    timesAYear: 6,
    usualMinutes: 38,
  },
  {
    entity: 'mobile-app',
    team: BOOKING,
    alertname: 'AppCrashes',
    severity: 'warning',
    title: 'The app crashes more often than usual',
    causes: ['A version of the store’s library. Pinned.'],
    timesAYear: 3,
    usualMinutes: 310,
  },
  {
    entity: 'resource:booking-db',
    team: BOOKING,
    alertname: 'BookingDbConnections',
    severity: 'warning',
    title: 'booking-db runs out of connections',
    causes: ['A job forgot to give them back. Mended.'],
    timesAYear: 3,
    usualMinutes: 29,
  },
  {
    entity: 'fare-search',
    team: OFFERS,
    alertname: 'FareSearchSlow',
    severity: 'warning',
    title: 'Fares take longer than 5 s',
    causes: [
      'The timetable changed and every entry was computed anew.',
      'A crawler. Kept out.',
    ],
    release: {
      note: 'The release passed its cache by. Rolled back.',
      version: '3',
    },
    timesAYear: 11,
    usualMinutes: 52,
  },
  {
    entity: 'price-alerts',
    team: OFFERS,
    alertname: 'PriceAlertsLate',
    severity: 'warning',
    title: 'Price alerts are sent late',
    causes: ['The mail provider slowed us down.'],
    timesAYear: 2,
    usualMinutes: 140,
  },
  {
    entity: 'resource:fare-cache',
    team: OFFERS,
    alertname: 'FareCacheMisses',
    severity: 'warning',
    title: 'The fare cache misses every second time',
    causes: ['Too small for the holidays. Doubled.'],
    timesAYear: 3,
    usualMinutes: 44,
  },
  {
    entity: 'sign-in',
    team: IDENTITY,
    alertname: 'SignInErrors',
    severity: 'critical',
    title: 'Sign-in fails for some travellers',
    causes: ['A provider of social sign-in was down.', 'A key had rotated.'],
    learned: {
      factor: 'dependency',
      because: 'Nobody sees that a provider is down but the travellers.',
      remedies: [
        'Offer the e-mail link when a provider of sign-in is down',
        'Read rotated keys without a restart',
      ],
    },
    timesAYear: 4,
    usualMinutes: 47,
  },
  {
    entity: 'resource:session-store',
    team: IDENTITY,
    alertname: 'SessionStoreEvicts',
    severity: 'warning',
    title: 'The session store forgets sessions',
    causes: ['Memory was raised.'],
    timesAYear: 3,
    usualMinutes: 33,
  },
  {
    entity: 'profile-api',
    team: IDENTITY,
    alertname: 'ProfileErrors',
    severity: 'warning',
    title: 'Profiles cannot be saved',
    causes: ['A migration held a lock.'],
    timesAYear: 2,
    usualMinutes: 26,
  },
  {
    entity: 'edge-proxy',
    team: HOSTING,
    alertname: 'EdgeErrors',
    severity: 'critical',
    title: 'The edge answers with errors',
    causes: ['A route pointed at a host that was gone.', 'A bad rule. Undone.'],
    learned: {
      factor: 'configuration',
      because: 'A rule goes to every edge at once.',
      remedies: [
        'Roll rules of the edge out to one site first',
        'Refuse a route to a host that the catalog does not have',
      ],
    },
    timesAYear: 4,
    usualMinutes: 31,
  },
  {
    entity: 'resource:web-01',
    team: HOSTING,
    alertname: 'DiskFillsUp',
    severity: 'warning',
    title: 'The disk of web-01 fills up',
    causes: ['Logs were not rotated.'],
    timesAYear: 2,
    usualMinutes: 85,
  },
  {
    entity: 'ledger-api',
    team: FINANCE,
    alertname: 'LedgerBehind',
    severity: 'warning',
    title: 'The ledger is behind by an hour',
    causes: ['The close of the month takes longer each time.'],
    timesAYear: 5,
    usualMinutes: 210,
  },
];
