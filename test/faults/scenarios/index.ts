import type { Scenario } from '../Scenario';
import { clockOff } from './clockOff';
import {
  catalogFailing,
  notificationsFailing,
  poolExhausted,
  postgresRestarted,
} from './databases';
import { diskFull } from './diskFull';
import { importKilled, importTakenOver } from './importKilled';
import { processKilled, replicaKilled } from './killed';

/** In the order in which they run; those on one database engine share their backends. */
export const SCENARIOS: readonly Scenario[] = [
  replicaKilled,
  clockOff,
  importTakenOver,
  catalogFailing,
  notificationsFailing,
  poolExhausted,
  postgresRestarted,
  processKilled,
  importKilled,
  diskFull,
];
