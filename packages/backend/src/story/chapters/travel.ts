import {
  amara,
  daniel,
  hana,
  jonas,
  lukas,
  mei,
  priya,
  sam,
  sofia,
  zoe,
} from '../people';
import {
  acknowledges,
  alertOf,
  closes,
  datesImpact,
  dismisses,
  fixes,
  follows,
  holds,
  marks,
  notes,
  passesOn,
  renames,
  resolves,
  suffers,
  tells,
  watches,
  weighs,
} from '../scenes';
import { declares, does, ends, fires, weeksAgo, type Chapter } from '../script';

const blankInSafari: Chapter = {
  key: 'blank-page-safari',
  begins: weeksAgo(48, 'Wed', '12:02'),
  scenes: [
    declares(0, sam, time => ({
      title: 'Blank page in older Safari',
      entityRef: 'component:default/booking-web',
      impact: 'medium',
      urgency: 'high',
      description:
        'White page after the search. All of them on an iPhone that is three years or older.',
      impactStartedAt: time(-25),
    })),
    acknowledges(6, mei),
    suffers(9, zoe, 'Eleven calls.'),
    tells(12, mei, {
      impact:
        'The site stays blank for about 6 % of visitors, those with Safari 15.',
      action: 'We roll back this morning’s release.',
      workaround: 'The app works, so does any other browser.',
      next: 60,
    }),
    fixes(13, mei),
    watches(38, mei, 'Old release is out, errors are gone.'),
    resolves(
      70,
      mei,
      'The new bundle used syntax that Safari 15 does not know. Rolled back; the build checks for it now.',
    ),
    closes(1600, mei),
  ],
};

const databaseBusy = alertOf(
  'resource:booking-db',
  'PostgresCpuSaturated',
  'critical',
  'booking-db runs at 100 % CPU',
);

const summerSale: Chapter = {
  key: 'summer-sale',
  begins: weeksAgo(29, 'Sun', '18:03'),
  scenes: [
    fires(2, databaseBusy),
    acknowledges(5, amara),
    weighs(6, amara, { impact: 'high', urgency: 'high' }),
    datesImpact(7, amara, 0, 'First booking that timed out.'),
    marks(7, amara, 'component:default/booking-api', 'confirmed'),
    renames(7.5, amara, 'Most bookings time out at the start of the sale'),
    marks(8, amara, 'component:default/booking-web', 'confirmed'),
    marks(8, amara, 'component:default/mobile-app', 'confirmed'),
    tells(10, amara, {
      impact: 'Booking times out for most travellers. Search works.',
      action:
        'The sale that began at 18:00 brings eight times the load. We look for the query.',
      next: 35,
    }),
    follows(11, sofia),
    notes(
      19,
      lukas,
      'One query for seat holds reads the whole table; its index is not used since yesterday’s statistics.',
    ),
    fixes(21, amara),
    tells(34, amara, {
      impact: 'Booking times out for half of the travellers.',
      action: 'A waiting room is on. Statistics are being rebuilt.',
      workaround: 'Wait in the waiting room; seats are held.',
      next: 65,
    }),
    notes(44, lukas, 'Index is used again, CPU at 55 %.'),
    watches(46, amara),
    ends(48, databaseBusy),
    tells(51, amara, {
      impact: 'Booking works. The waiting room lets everybody in.',
      action: 'We watch until the sale’s first hour is over.',
    }),
    resolves(
      62,
      amara,
      'A plan changed under load because statistics were old. Rebuilt; they are now refreshed before every sale.',
    ),
    closes(4400, mei),
  ],
};

const seatsFree: Chapter = {
  key: 'seats-shown-free',
  begins: weeksAgo(20, 'Thu', '08:40'),
  scenes: [
    declares(0, zoe, {
      title: 'Seats are shown as free that are taken',
      entityRef: 'component:default/seat-map',
      impact: 'low',
      urgency: 'medium',
      description: 'One traveller sent a screenshot of seat 41 in coach 7.',
    }),
    dismisses(
      55,
      priya,
      'not-reproducible',
      'The screenshot is from before the seat was sold, four minutes earlier. The map was right both times.',
    ),
  ],
};

const wrongDay: Chapter = {
  key: 'confirmation-wrong-day',
  begins: weeksAgo(8, 'Tue', '23:20'),
  scenes: [
    declares(0, sam, {
      title: 'Confirmation page shows the wrong day around midnight',
      entityRef: 'component:default/booking-web',
      impact: 'medium',
      urgency: 'medium',
      description: 'The ticket is right, the page says one day later.',
    }),
    acknowledges(31, jonas),
    notes(
      44,
      jonas,
      'Only for people who sit in another zone than the station.',
    ),
    fixes(640, jonas),
    watches(702, jonas),
    resolves(
      760,
      jonas,
      'The page took the browser’s zone. It takes the station’s now.',
      702,
    ),
  ],
};

const wrongDayAgain: Chapter = {
  key: 'confirmation-wrong-day-report',
  begins: weeksAgo(8, 'Tue', '23:52'),
  scenes: [
    declares(0, zoe, {
      title: 'Trip on the 14th, confirmation says the 15th',
      entityRef: 'component:default/mobile-app',
      impact: 'low',
      urgency: 'medium',
    }),
    does(9, jonas, { type: 'merge', into: wrongDay.key }),
  ],
};

const appCrashes = alertOf(
  'mobile-app',
  'CrashFreeSessionsLow',
  'critical',
  'The app crashes on start on Android 9',
);

const crashOnStart: Chapter = {
  key: 'app-crash-android',
  begins: weeksAgo(6, 'Mon', '06:48'),
  scenes: [
    fires(2, appCrashes),
    acknowledges(12, priya),
    weighs(14, priya, { impact: 'medium', urgency: 'high' }),
    datesImpact(
      16,
      priya,
      -560,
      'Release 8.4 reached the first phones at 21:28 UTC yesterday.',
    ),
    tells(24, priya, {
      impact:
        'The app does not start on Android 9, 4 % of our travellers there.',
      action: 'We stop the roll-out of 8.4 and build 8.4.1.',
      workaround: 'Booking and tickets work in the browser.',
      next: 90,
    }),
    fixes(28, priya),
    tells(88, priya, {
      impact: 'Unchanged.',
      action: '8.4.1 is with the store for review.',
      workaround: 'Booking and tickets work in the browser.',
      next: 240,
    }),
    tells(236, priya, {
      impact: 'Unchanged.',
      action: 'Still in review. The store promised an answer by noon.',
      workaround: 'Booking and tickets work in the browser.',
      next: 360,
    }),
    watches(301, priya, '8.4.1 is out.'),
    ends(322, appCrashes),
    resolves(
      341,
      priya,
      '8.4.1 starts everywhere. A library had raised its lowest Android version; the device farm gets an Android 9.',
    ),
    closes(3300, mei),
  ],
};

const railwayDown: Chapter = {
  key: 'railway-interface-down',
  begins: weeksAgo(26, 'Fri', '07:10'),
  scenes: [
    declares(0, lukas, {
      title: 'One railway sells no seats: its interface is down',
      entityRef: 'component:eu/rail-connector',
      impact: 'medium',
      urgency: 'medium',
      description:
        'Every request to the railway’s reservation interface ends in 503 since 07:02 UTC.',
      workaround: 'Tickets without a seat can be sold.',
    }),
    acknowledges(1, lukas),
    tells(25, lukas, {
      impact: 'No seats on trains of one railway. Everything else sells.',
      action: 'The railway knows and works on it.',
      workaround: 'Tickets without a seat can be sold.',
      next: 260,
    }),
    holds(31, lukas, 'vendor', 250, 'Railway’s ticket 88120.'),
    watches(341, lukas, 'They are back, first seats sold.'),
    resolves(
      372,
      lukas,
      'The railway’s interface was down for five and a half hours. We showed "no seats" instead of "seats cannot be sold": to be changed.',
      341,
    ),
  ],
};

const slowSearch = alertOf(
  'fare-search',
  'SearchLatencyHigh',
  'warning',
  'Search takes longer than 3 s',
);

const searchDuringReindex: Chapter = {
  key: 'search-slow-reindex',
  begins: weeksAgo(45, 'Mon', '06:35'),
  scenes: [
    fires(0, slowSearch),
    acknowledges(7, sofia),
    notes(
      10,
      sofia,
      'The new timetable is being indexed, on the nodes that answer searches.',
    ),
    fixes(11, sofia, 'Slowed the indexing down.'),
    ends(17, slowSearch),
    resolves(
      22,
      sofia,
      'Indexing of a new timetable now runs at night and with a limit.',
    ),
  ],
};

const busesFirst: Chapter = {
  key: 'buses-first',
  begins: weeksAgo(13, 'Wed', '10:15'),
  scenes: [
    declares(0, hana, {
      title: 'Night buses stand before faster trains of the same price',
      entityRef: 'component:default/offer-ranking',
      impact: 'low',
      urgency: 'low',
    }),
    acknowledges(1, hana),
    notes(
      190,
      daniel,
      'Ties are broken by name, and "bus" comes before "train".',
    ),
    fixes(1480, hana),
    watches(1530, hana),
    resolves(2950, hana, 'Ties are broken by travel time.', 1530),
  ],
};

const pointsMissing: Chapter = {
  key: 'points-missing',
  begins: weeksAgo(43, 'Tue', '11:00'),
  scenes: [
    declares(0, zoe, {
      title: 'No points for trips since Sunday',
      entityRef: 'component:default/loyalty-api',
      impact: 'low',
      urgency: 'medium',
      description: 'Nobody seems to own this any more. Who can have a look?',
    }),
    passesOn(
      95,
      zoe,
      'group:default/offers',
      'The team is gone; you took its mailbox over.',
    ),
    acknowledges(120, daniel),
    notes(
      151,
      daniel,
      'The nightly job waits for a password that ran out on Sunday.',
    ),
    fixes(160, daniel),
    watches(188, daniel, 'Points of three days are being booked.'),
    resolves(
      240,
      daniel,
      'New password, all points booked. The service still has no owner.',
    ),
  ],
};

/** What Booking and Offers went through in a year. */
export const travel: Chapter[] = [
  blankInSafari,
  searchDuringReindex,
  pointsMissing,
  summerSale,
  railwayDown,
  seatsFree,
  busesFirst,
  wrongDay,
  wrongDayAgain,
  crashOnStart,
];
