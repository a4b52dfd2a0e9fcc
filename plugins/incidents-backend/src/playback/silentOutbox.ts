import type { NoticeOutbox } from '../incidents/IncidentWriter';

/** Nobody is told of what is played: it is long over. */
export const silentOutbox: NoticeOutbox = {
  async enqueue() {},
  async cancelPages() {},
};
