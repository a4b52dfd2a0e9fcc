import * as people from '../people';
import type { Person } from '../people';

/** A group of the sample company, and who of it takes what comes. */
export interface Team {
  ref: string;
  people: readonly Person[];
}

const team = (name: string, ...members: Person[]): Team => ({
  ref: `group:default/${name}`,
  people: members,
});

export const PAYMENTS = team(
  'payments',
  people.nadia,
  people.ravi,
  people.ola,
  people.tomas,
  people.ines,
);
export const BOOKING = team(
  'booking',
  people.mei,
  people.amara,
  people.lukas,
  people.priya,
);
export const OFFERS = team('offers', people.sofia, people.daniel, people.hana);
export const IDENTITY = team(
  'identity',
  people.yusuf,
  people.elin,
  people.marek,
);
export const HOSTING = team('hosting', people.chidi, people.freya, people.luca);
export const FINANCE = team('finance', people.greta, people.paolo);
