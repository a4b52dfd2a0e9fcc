import {
  amara,
  chidi,
  ines,
  lukas,
  mei,
  nadia,
  ola,
  paolo,
  ravi,
  sofia,
  tomas,
  yusuf,
  type Person,
} from '../people';
import type { Lesson } from '../learning';

/** What was learned from the incidents of the chapters, by their keys. */
export const lessons: Readonly<Record<string, Lesson>> = {
  'card-network-outage': {
    owner: tomas,
    approver: nadia,
    sections: {
      summary:
        'One of three card networks was down for 2 h 10. A third of all card payments failed at first, one in eight once its cards went through the second acquirer.',
      impact:
        '4,100 payments failed, about 2,600 of them were paid later by other means. No money was lost or charged twice.',
      detection:
        'Our probe of the gateway saw it after one minute. The network’s own status page followed 22 minutes later.',
      response:
        'Tomás had it after three minutes. Switching to the second acquirer took 17 minutes: twelve of them to find the page that says how.',
      'went-well': '- The probe names the network, so nobody had to guess.',
      'went-poorly':
        '- The switch is by hand, and its steps are on a page of another team.\n- 3-D Secure was never tried with the second acquirer.',
      lucky:
        'It was a Wednesday evening. On a Friday it is three times the load.',
      'external-message':
        'On Wednesday evening cards of one network could not be used for two hours. The network has mended it. Nothing was charged twice.',
    },
    factors: [
      [
        'third-party',
        'A card network is a single point for a third of our payments.',
      ],
      ['documentation', 'How to switch stood where nobody on call looks.'],
      [
        'missing-test',
        '3-D Secure had never been tried with the second acquirer.',
      ],
    ],
    remedies: [
      {
        title: 'Switch a card network to the second acquirer with one command',
        type: 'mitigate',
        by: ravi,
        doneAfter: 24,
        seenToHelp: 'Done in the drill of Dublin: 40 seconds.',
        factor: 'third-party',
      },
      {
        title: 'Try 3-D Secure with the second acquirer every week',
        type: 'detect',
        by: ines,
        doneAfter: 41,
        factor: 'missing-test',
      },
    ],
  },

  'double-charges': {
    owner: nadia,
    approver: paolo,
    sections: {
      summary:
        'From Friday’s release until Monday evening a traveller who pressed pay twice could be charged twice: idempotency keys were kept in the memory of each pod.',
      impact:
        '44 travellers were charged twice, 6,180 € in all. Finance paid everything back the same evening.',
      detection:
        'The daily check of Finance found 37 pairs on Monday. Nothing of ours looks for pairs; over the weekend nobody looks at the check.',
      response:
        'Found within 42 minutes, mended within two hours. Travellers were told by Support before most of them had noticed.',
      'went-well':
        '- Finance named the pattern in the first report.\n- The refunds were by hand, and all right.',
      'went-poorly':
        '- The review of the change said “simplifies the cache” and did not ask what the cache is for.\n- Three days from the release to the first look.',
      lucky: 'The release came on a quiet weekend.',
      questions:
        'What else do we keep in memory that two pods have to agree on?',
      'external-message':
        'Between Friday and Monday 44 travellers were charged twice. Everybody has their money back.',
    },
    factors: [
      ['change', 'The release moved the idempotency keys into memory.'],
      ['missing-test', 'No test runs two pods.'],
      ['missing-alert', 'Pairs of charges are seen by a daily check alone.'],
    ],
    remedies: [
      {
        title: 'Run the payment tests against two pods',
        type: 'prevent',
        by: ravi,
        doneAfter: 12,
        seenToHelp: 'Found a second case before it was released.',
        factor: 'missing-test',
      },
      {
        title: 'Alert on two charges of one card within a minute',
        type: 'detect',
        by: ola,
        doneAfter: 26,
        factor: 'missing-alert',
      },
    ],
  },

  'summer-sale': {
    owner: amara,
    approver: mei,
    sections: {
      summary:
        'For 46 minutes of the first hour of the summer sale most bookings timed out. Under eight times the usual load the booking database stopped using an index and read a whole table for every seat that was to be held. A waiting room and fresh statistics ended it.',
      impact:
        'About 5,300 travellers could not book at once, and 1,900 of them had not come back by midnight. Search worked all the time, and no ticket that had been sold was lost.',
      detection:
        'The alert on CPU came two minutes after the first booking that timed out. The load test of the week before was run on a copy with fresh statistics: it could not have shown this.',
      response:
        'Amara had it after three minutes, and five minutes later the first update was out. The second person for the database joined after a quarter of an hour, by chance: nobody is on call for it on Sundays.',
      'went-well':
        '- The waiting room had been tried before the sale and was on within a minute.\n- Offers knew within ten minutes and held back the newsletter.',
      'went-poorly':
        '- The load test does not look like the sale.\n- Nobody is on call for booking-db on Sundays.',
      lucky:
        'Lukas was at his desk. The newsletter to two million travellers had not gone out yet.',
      questions:
        'What makes the planner drop an index, and can we see it coming?',
      'external-message':
        'On Sunday evening booking was slow or not possible from 18:03 to 18:49 UTC. Seats that were held stayed held. We are sorry for the wait.',
    },
    factors: [
      ['capacity', 'Eight times the usual load within a minute.'],
      [
        'monitoring',
        'Statistics of booking-db were a day old, and nothing says when a plan changes.',
      ],
      ['missing-test', 'The load test ran on fresh statistics.'],
    ],
    remedies: [
      {
        title: 'Refresh the statistics of booking-db before every sale',
        type: 'prevent',
        by: lukas,
        doneAfter: 9,
        seenToHelp: 'At the next sale: the same load, CPU at 60 %.',
        factor: 'monitoring',
      },
      {
        title: 'Load test the sale with yesterday’s statistics',
        type: 'prevent',
        by: amara,
        doneAfter: 38,
        factor: 'missing-test',
      },
      {
        title: 'Have somebody on call for booking-db on Sundays of a sale',
        type: 'respond-better',
        by: mei,
        doneAfter: 20,
        seenToHelp: 'Two sales since, both with a name on the calendar.',
        factor: 'capacity',
      },
      {
        title: 'Alert when a query of seat holds changes its plan',
        type: 'detect',
        by: sofia,
        factor: 'monitoring',
        dropped: 'The database has no such event; the statistics cover it.',
      },
    ],
  },

  'rollout-15-8-cards': {
    owner: nadia,
    approver: ines,
    sections: {
      summary:
        'After the rollout of payments-db 15.8 one in eight card payments timed out for half an hour. The rollout had left one of two replicas out of the read pool.',
      impact:
        '1,240 payments timed out, 1,010 of them were paid at the second try. One partner asked for a report.',
      detection:
        'Our latency alert, three minutes after the first slow payment. The rollout itself reported success.',
      response:
        'Rolled back within half an hour, as in the two rollouts before it. It is the third time in a year that a rollout of this database takes payments with it.',
      'went-well': '- The roll back is one command and everybody knows it.',
      'went-poorly':
        '- “Finished” means that the last step ran, not that both replicas take reads.\n- We rolled back twice before and changed nothing about the rollout.',
      lucky: 'It was half past one in the afternoon.',
      'external-message':
        'On Tuesday from 13:48 to 14:21 one in eight card payments timed out. A second try worked for most.',
    },
    factors: [
      ['change', 'The rollout of 15.8 left a replica out of the read pool.'],
      [
        'process',
        'A rollout counts as done before anybody has looked at reads.',
      ],
    ],
    remedies: [
      {
        title: 'Let the rollout put every replica back into the read pool',
        description:
          'And fail where one of them takes no reads after five minutes.',
        type: 'prevent',
        by: ravi,
        factor: 'change',
      },
      {
        title: 'Show reads per replica on the payments dashboard',
        type: 'detect',
        by: ola,
        doneAfter: 8,
        factor: 'process',
      },
    ],
  },

  'gateway-certificate': {
    owner: ravi,
    approver: nadia,
    sections: {
      summary:
        'The client certificate towards the first acquirer ran out. Card payments through it failed for 29 minutes.',
      impact:
        '2,050 payments failed. Most were paid by wallet or the next morning.',
      detection:
        'By the failing payments themselves, a minute after it ran out.',
      'went-poorly':
        '- The reminder went to the mailbox of somebody who has left.',
      lucky: 'The acquirer signed the new one within ten minutes.',
      'external-message':
        'On Monday from 11:24 to 11:53 some card payments could not be made.',
    },
    factors: [
      ['process', 'Certificates are watched by a mailbox.'],
      ['missing-alert', 'Nothing looks at when a certificate runs out.'],
    ],
    remedies: [
      {
        title: 'Alert 30 days before a certificate runs out',
        type: 'prevent',
        by: tomas,
        doneAfter: 19,
        factor: 'missing-alert',
      },
      {
        title: 'List every certificate with its owner in the catalog',
        type: 'prevent',
        factor: 'process',
      },
    ],
  },
};

/** Incidents of before reviews were kept here, by their keys. */
export const reviewedElsewhere: ReadonlyMap<string, Person> = new Map([
  ['rollout-15-4-connections', nadia],
  ['rollout-15-6-lock', nadia],
  ['disk-vacuum-blocked', nadia],
  ['refunds-twice', nadia],
  ['blank-page-safari', mei],
  ['app-crash-android', mei],
  ['session-store-failover', yusuf],
  ['uplinks-lost', chidi],
]);
