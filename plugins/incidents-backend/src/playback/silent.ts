import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import type { NoticeOutbox } from '../incidents/neighbours';

/** Nobody is told of what is played: it is long over. */
export const silentOutbox: NoticeOutbox = {
  async enqueue() {},
  async cancelPages() {},
};

const counter = { add() {} };
const gauge = { record() {} };
const observable = { addCallback() {}, removeCallback() {} };

/** What is played is no load on the installation, so nothing is measured. */
export const silentMetrics: MetricsService = {
  createCounter: () => counter,
  createUpDownCounter: () => counter,
  createHistogram: () => gauge,
  createGauge: () => gauge,
  createObservableCounter: () => observable,
  createObservableUpDownCounter: () => observable,
  createObservableGauge: () => observable,
};
