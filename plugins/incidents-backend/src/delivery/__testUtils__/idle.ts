import type { Occupation } from '../Occupation';

/** A process that has nothing else to do. */
export const IDLE: Pick<Occupation, 'share' | 'rest'> = {
  share: () => 0,
  rest: async () => {},
};
