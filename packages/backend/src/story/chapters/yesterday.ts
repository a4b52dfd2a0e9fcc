import {
  amara,
  chidi,
  elin,
  jonas,
  marek,
  mei,
  sam,
  yusuf,
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
  resolves,
  suffers,
  tells,
  watches,
  weighs,
} from '../scenes';
import { daysAgo, ends, fires, type Chapter } from '../script';

const signInErrors = alertOf(
  'sign-in',
  'SignInErrorRatioHigh',
  'critical',
  'Nobody can sign in',
  { description: '97 % of sign-ins fail with "session could not be stored".' },
);
const storeFull = alertOf(
  'sign-in',
  'SessionWriteRefused',
  'critical',
  'session-store refuses writes: out of memory',
);

/** The P1 of yesterday: resolved, and still open for what has to be learned. */
const nobodyCanSignIn: Chapter = {
  key: 'nobody-can-sign-in',
  begins: daysAgo(1, '07:46'),
  scenes: [
    fires(2, signInErrors),
    fires(2.5, storeFull),
    acknowledges(4, elin),
    weighs(5, elin, { impact: 'high', urgency: 'high' }),
    datesImpact(6, elin, 0, 'First refused write in the log of session-store.'),
    tells(9, elin, {
      impact:
        'Nobody can sign in, in the browser or the app. Who was signed in already can go on.',
      action: 'We look at session-store, which refuses writes.',
      workaround: 'Booking as a guest works.',
      next: 25,
    }),
    suffers(10, zoe, '40 calls in the queue, all about signing in.'),
    marks(11, marek, 'component:default/booking-web', 'confirmed'),
    marks(11, marek, 'component:default/mobile-app', 'confirmed'),
    marks(12, marek, 'component:default/checkout-api', 'confirmed'),
    marks(12, marek, 'resource:default/session-store', 'confirmed'),
    follows(13, mei),
    suffers(14, jonas),
    suffers(15, sam, 'Station desks in Lyon and Milan cannot sign in either.'),
    notes(
      18,
      chidi,
      'Memory grew all night. At 16:00 the day before, the eviction policy was changed to noeviction.',
    ),
    fixes(
      22,
      elin,
      'The store is full and may not evict. We give it room first.',
    ),
    tells(24, elin, {
      impact: 'Still nobody can sign in. About 5,200 tries have failed.',
      action:
        'Hosting doubles the memory of session-store; Marek puts the old eviction policy back.',
      workaround: 'Booking as a guest works.',
      next: 50,
    }),
    notes(
      34,
      marek,
      'Policy is back to volatile-lru. Writes go through on one of three nodes.',
    ),
    notes(41, chidi, 'Second and third node are up with 32 GB.'),
    ends(44, storeFull),
    watches(47, elin, 'Sign-ins work since 08:31 UTC.'),
    ends(49, signInErrors),
    tells(49.5, elin, {
      impact: 'Signing in works again for everybody.',
      action: 'We watch memory and sign-in errors for half an hour.',
      next: 85,
    }),
    marks(52, marek, 'component:default/booking-web', 'recovered'),
    marks(52, marek, 'component:default/mobile-app', 'recovered'),
    marks(53, marek, 'component:default/checkout-api', 'recovered'),
    follows(60, amara),
    notes(66, yusuf, 'Error ratio is at its usual 0.2 % since 20 minutes.'),
    resolves(
      83,
      elin,
      'session-store filled up because its eviction policy had been changed to noeviction. Policy put back, memory doubled. We owe an alert on memory above 80 %.',
    ),
  ],
};

export const yesterday: Chapter[] = [nobodyCanSignIn];
