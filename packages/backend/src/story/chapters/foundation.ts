import { chidi, elin, freya, luca, marek, mei, yusuf, zoe } from '../people';
import {
  acknowledges,
  alertOf,
  closes,
  datesImpact,
  fixes,
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

const passkeysInFirefox: Chapter = {
  key: 'passkeys-firefox',
  begins: weeksAgo(40, 'Mon', '08:02'),
  scenes: [
    declares(0, mei, {
      title: 'Passkeys do not work in Firefox',
      entityRef: 'component:default/sign-in',
      impact: 'medium',
      urgency: 'medium',
      description:
        'Firefox asks for the key and then says that the request was not allowed.',
      workaround: 'Sign in with the password.',
    }),
    acknowledges(18, yusuf),
    suffers(30, zoe),
    notes(
      49,
      yusuf,
      'Firefox came out with a stricter rule at the weekend: our relying party id must match the page.',
    ),
    fixes(63, yusuf),
    watches(98, yusuf),
    resolves(
      115,
      yusuf,
      'Relying party id is fernway.test for all pages. Tried in four browsers.',
    ),
  ],
};

const slowSessions = alertOf(
  'sign-in',
  'SignInLatencyHigh',
  'critical',
  'Signing in takes longer than 10 s',
);

const sessionStoreFailover: Chapter = {
  key: 'session-store-failover',
  begins: weeksAgo(19, 'Tue', '07:44'),
  scenes: [
    fires(1, slowSessions),
    acknowledges(5, marek),
    weighs(6, marek, { impact: 'medium', urgency: 'high' }),
    datesImpact(8, marek, 0, 'Start of the failover in the log.'),
    marks(9, marek, 'resource:default/session-store', 'confirmed'),
    tells(14, marek, {
      impact: 'Signing in takes 10 to 30 s; one in five gives up.',
      action:
        'session-store changed its leader twice. We take the bad node out.',
      next: 60,
    }),
    fixes(16, marek),
    watches(27, marek),
    ends(29, slowSessions),
    resolves(
      38,
      marek,
      'A node with a failing network card kept becoming the leader. Taken out and replaced.',
    ),
    closes(1480, elin),
  ],
};

const lineDown = alertOf(
  'resource:edge-router',
  'UplinkDown',
  'critical',
  'edge-router has lost both uplinks',
);

const uplinksLost: Chapter = {
  key: 'uplinks-lost',
  begins: weeksAgo(35, 'Sun', '01:14'),
  scenes: [
    fires(1, lineDown),
    weighs(6, freya, { impact: 'high', urgency: 'high' }),
    passesOn(
      6.5,
      freya,
      'group:default/hosting',
      'Nobody owns the routers, and somebody has to.',
    ),
    acknowledges(7, freya),
    datesImpact(8, freya, 0, 'Last packet through the first uplink.'),
    marks(8.5, freya, 'component:default/edge-proxy', 'confirmed'),
    tells(9, freya, {
      impact: 'Fernway cannot be reached from anywhere.',
      action:
        'The carrier works on the fibre. We bring up the backup line by hand.',
      next: 25,
    }),
    fixes(10, freya),
    notes(15, luca, 'Backup line is up, routes spread.'),
    watches(16, freya),
    ends(17, lineDown),
    resolves(
      18,
      freya,
      'Both uplinks run through one duct, and the carrier cut it. The backup line came up by hand; it has to by itself.',
    ),
    closes(2980, chidi),
  ],
};

const flap = alertOf(
  'resource:edge-router',
  'BgpSessionFlapping',
  'warning',
  'BGP session with the carrier goes up and down',
);

const sessionFlaps: Chapter = {
  key: 'bgp-flaps',
  begins: weeksAgo(2, 'Wed', '04:21'),
  scenes: [fires(0, flap), ends(7, flap)],
};

/** What Identity and Hosting went through in a year. */
export const foundation: Chapter[] = [
  passkeysInFirefox,
  uplinksLost,
  sessionStoreFailover,
  sessionFlaps,
];
