import { chidi, ines, nadia, ola, ravi, tomas } from '../people';
import {
  acknowledges,
  alertOf,
  blames,
  closes,
  datesImpact,
  fixes,
  marks,
  notes,
  renames,
  resolves,
  tells,
  watches,
  weighs,
} from '../scenes';
import { deploys, ends, fires, weeksAgo, type Chapter } from '../script';

const noConnections = alertOf(
  'resource:payments-db',
  'PostgresConnectionsExhausted',
  'critical',
  'payments-db has no free connections after the 15.4 rollout',
);

const rolloutTakesAllConnections: Chapter = {
  key: 'rollout-15-4-connections',
  begins: weeksAgo(50, 'Tue', '14:08'),
  scenes: [
    deploys(-6, ravi, 'resource:default/payments-db', '15.4'),
    fires(2, noConnections),
    acknowledges(6, ravi),
    weighs(7, ravi, { impact: 'medium', urgency: 'high' }),
    marks(9, ravi, 'component:default/payments-api', 'confirmed'),
    tells(14, ravi, {
      impact: 'Half of the payments fail, retries mostly succeed.',
      action: 'We roll payments-db back to 15.3.',
      next: 60,
    }),
    blames(14.5, ravi, 'payments-db 15.4'),
    fixes(15, ravi, 'Rolling back to 15.3.'),
    watches(43, ravi, 'Back on 15.3, connections at 140 of 400.'),
    ends(44, noConnections),
    marks(45, ravi, 'component:default/payments-api', 'recovered'),
    resolves(
      52,
      ravi,
      'The 15.4 image came with a pool size of 20 per pod instead of 5. Rolled back; 15.4 goes out again with the old size.',
    ),
    closes(2900, nadia),
  ],
};

const walFillsDisk = alertOf(
  'resource:payments-db',
  'DiskSpaceLow',
  'warning',
  'Disk of payments-db at 92 %',
  { labels: { mountpoint: '/var/lib/postgresql' } },
);

const archiveStops: Chapter = {
  key: 'disk-archive-stops',
  begins: weeksAgo(44, 'Sun', '03:20'),
  scenes: [
    fires(0, walFillsDisk),
    acknowledges(27, tomas),
    notes(
      41,
      tomas,
      'It is WAL. Archiving fails since Saturday 18:00: the archive bucket refuses our key.',
    ),
    fixes(58, tomas),
    watches(96, tomas, 'Archiving works, 92 % and falling.'),
    ends(118, walFillsDisk),
    resolves(
      130,
      tomas,
      'The key of the WAL archive had run out. New key, archive caught up, disk at 61 %.',
    ),
  ],
};

const replicaLag = (summary: string) =>
  alertOf('resource:payments-db', 'ReplicationLag', 'warning', summary, {
    labels: { replica: 'b' },
  });

const lagNineMinutes = replicaLag(
  'Replica b of payments-db is 9 minutes behind',
);

const exportHoldsReplica: Chapter = {
  key: 'lag-nightly-export',
  begins: weeksAgo(39, 'Thu', '22:05'),
  scenes: [
    fires(0, lagNineMinutes),
    acknowledges(8, ola),
    notes(
      12,
      ola,
      'The nightly export runs a single query for 40 minutes on replica b.',
    ),
    fixes(14, ola, 'I stop the export and let it run after midnight.'),
    watches(19, ola),
    ends(31, lagNineMinutes),
    resolves(
      34,
      ola,
      'The export held replica b back. Stopped it; it ran at 00:30 without trouble. To be split up.',
    ),
  ],
};

const tableLocked = alertOf(
  'resource:payments-db',
  'PostgresLockWait',
  'critical',
  'Every write to payments waits for a lock',
);

const migrationLocksPayments: Chapter = {
  key: 'rollout-15-6-lock',
  begins: weeksAgo(33, 'Tue', '13:34'),
  scenes: [
    deploys(0, ravi, 'resource:default/payments-db', '15.6'),
    fires(1, tableLocked),
    acknowledges(3, nadia),
    weighs(4, nadia, { impact: 'high', urgency: 'high' }),
    marks(5, nadia, 'component:default/payments-api', 'confirmed'),
    marks(5, nadia, 'component:default/checkout-api', 'confirmed'),
    tells(8, nadia, {
      impact: 'No payment goes through, anywhere.',
      action:
        'A migration of 15.6 holds a lock on the payments table. We end it.',
      next: 25,
    }),
    fixes(9, nadia),
    notes(13, ravi, 'Ended the ALTER TABLE. 2,100 waiting writes run now.'),
    blames(13.5, ravi, 'payments-db 15.6'),
    watches(17, nadia),
    ends(18, tableLocked),
    tells(20, nadia, {
      impact: 'Payments work again since 13:51 UTC.',
      action:
        'We watch, and the migration is done again in small steps next week.',
    }),
    resolves(
      26,
      nadia,
      'Migration of 15.6 rewrote the whole payments table under a lock. Ended and to be redone without a rewrite.',
    ),
    closes(4390, nadia),
  ],
};

const vacuumDisk = alertOf(
  'resource:payments-db',
  'DiskSpaceLow',
  'critical',
  'Disk of payments-db at 95 %',
  { labels: { mountpoint: '/var/lib/postgresql' } },
);

const vacuumBlocked: Chapter = {
  key: 'disk-vacuum-blocked',
  begins: weeksAgo(27, 'Mon', '04:45'),
  scenes: [
    fires(0, vacuumDisk),
    acknowledges(11, ines),
    weighs(14, ines, {
      impact: 'medium',
      urgency: 'medium',
      risks: ['data-loss'],
    }),
    tells(22, ines, {
      impact: 'No traveller notices anything yet. At 100 % payments stop.',
      action: 'We look for what keeps vacuum from cleaning up.',
      next: 80,
    }),
    notes(
      47,
      ines,
      'A forgotten transaction of a debugging session, open since Friday 17:10.',
    ),
    fixes(51, ines, 'Ended the transaction, vacuum runs.'),
    tells(80, ines, {
      impact: 'No effect on payments. Disk at 93 %.',
      action: 'Vacuum runs; Hosting adds 200 GB to be safe.',
      next: 140,
    }),
    notes(112, chidi, '200 GB added on db-01 and db-02.'),
    ends(121, vacuumDisk),
    tells(139, ines, {
      impact: 'No effect on payments. Disk at 74 %.',
      action: 'We wait for vacuum to finish.',
      next: 200,
    }),
    watches(160, ines),
    resolves(
      185,
      ines,
      'A transaction left open for three days blocked vacuum. Ended; sessions idle in a transaction are now cut after 15 minutes.',
    ),
    closes(1560, ines),
  ],
};

const lagAlone = replicaLag('Replica b of payments-db is 6 minutes behind');

const lagRecovers: Chapter = {
  key: 'lag-recovers',
  begins: weeksAgo(21, 'Wed', '23:10'),
  scenes: [fires(0, lagAlone), ends(13, lagAlone)],
};

const lagLong = replicaLag('Replica b of payments-db is 14 minutes behind');

const exportHoldsReplicaAgain: Chapter = {
  key: 'lag-month-end',
  begins: weeksAgo(9, 'Thu', '22:31'),
  scenes: [
    fires(0, lagLong),
    acknowledges(17, ravi),
    notes(24, ravi, 'Export again, month end makes it three times as long.'),
    marks(26, ravi, 'component:default/payout-exporter', 'confirmed'),
    fixes(30, ravi, 'Moving the export to a replica of its own.'),
    notes(55, ravi, 'Replica c is up and 2 minutes behind.'),
    watches(63, ravi),
    ends(66, lagLong),
    resolves(72, ravi, 'The nightly export reads from replica c from now on.'),
  ],
};

const diskAgain = alertOf(
  'resource:payments-db',
  'DiskSpaceLow',
  'warning',
  'Disk of payments-db at 91 %',
  { labels: { mountpoint: '/var/lib/postgresql' } },
);

const replicaSlotFillsDisk: Chapter = {
  key: 'disk-replication-slot',
  begins: weeksAgo(4, 'Sat', '05:15'),
  scenes: [
    fires(0, diskAgain),
    acknowledges(21, ola),
    notes(
      26,
      ola,
      'The replication slot of the old replica a2 keeps 180 GB of WAL.',
    ),
    fixes(29, ola),
    watches(36, ola, 'Slot dropped, 58 %.'),
    ends(37, diskAgain),
    resolves(
      48,
      ola,
      'Dropped the slot of a replica that no longer exists. Slots without a reader for an hour should alert.',
    ),
  ],
};

const lagOnceMore = replicaLag('Replica b of payments-db is 7 minutes behind');

const lagAfterBackup: Chapter = {
  key: 'lag-backup',
  begins: weeksAgo(3, 'Thu', '22:20'),
  scenes: [
    fires(0, lagOnceMore),
    acknowledges(9, tomas),
    weighs(10, tomas, { impact: 'low', urgency: 'medium' }),
    notes(
      14,
      tomas,
      'Not the export this time: the backup was moved to 22:15 and reads from replica b.',
    ),
    ends(22, lagOnceMore),
    resolves(
      25,
      tomas,
      'Backup and reporting met on replica b. Backup is back at 03:00.',
    ),
  ],
};

const slowAfterRollout = alertOf(
  'payments-api',
  'PaymentLatencyHigh',
  'critical',
  'Card payments take longer than 8 s',
  {
    labels: { zone: 'fra-a' },
    description: 'p99 of authorise above 8 s for 2 min.',
  },
);

/** The one that looks like today's. */
const cardsTimeOutAfterRollout: Chapter = {
  key: 'rollout-15-8-cards',
  begins: weeksAgo(14, 'Tue', '13:48'),
  scenes: [
    deploys(-10, ravi, 'resource:default/payments-db', '15.8'),
    fires(3, slowAfterRollout),
    acknowledges(5, nadia),
    weighs(6, nadia, { impact: 'medium', urgency: 'high' }),
    datesImpact(8, nadia, 0, 'First timed-out payment in the gateway log.'),
    renames(8.5, nadia, 'Card payments time out after the 15.8 rollout'),
    marks(9, nadia, 'resource:default/payments-db', 'suspected'),
    tells(13, nadia, {
      impact: 'One in eight card payments times out.',
      action: 'payments-db 15.8 finished ten minutes before. We roll it back.',
      workaround: 'Pay by bank transfer or wallet.',
      next: 60,
    }),
    fixes(14, nadia),
    marks(19, ravi, 'resource:default/payments-db', 'confirmed'),
    notes(22, ravi, 'After the rollout only one of two replicas takes reads.'),
    blames(23, ravi, 'payments-db 15.8'),
    watches(33, nadia, '15.7 is back, latency normal.'),
    ends(34, slowAfterRollout),
    marks(35, ravi, 'resource:default/payments-db', 'recovered'),
    resolves(
      41,
      nadia,
      'Ended by rolling payments-db back to 15.7. The rollout forgets to put a replica back into the read pool.',
    ),
    closes(3010, nadia),
  ],
};

/** One database, three causes that come back: rollouts, lag, disk. */
export const paymentsDatabase: Chapter[] = [
  rolloutTakesAllConnections,
  archiveStops,
  exportHoldsReplica,
  migrationLocksPayments,
  vacuumBlocked,
  lagRecovers,
  cardsTimeOutAfterRollout,
  exportHoldsReplicaAgain,
  replicaSlotFillsDisk,
  lagAfterBackup,
];
