import type { Knex } from 'knex';
import type { FindingStore } from '../watchdog';
import { numbersOf } from './numbersOf';
import type { WatchdogSetup } from './SetupReader';

/** So many can be looked into; there is rarely more than one. */
const LISTED = 50;

/** What *Setup* shows of what should have happened by now. */
export function watchdogSetup(options: {
  knex: Knex;
  findings: FindingStore;
}): WatchdogSetup {
  const { knex, findings } = options;
  return {
    async status() {
      const [counts, [oldest], lookedAt] = await Promise.all([
        findings.counts(knex),
        findings.list(knex, 1),
        findings.lookedAt(knex),
      ]);
      return {
        lookedAt: lookedAt ?? null,
        findings: counts.reduce((sum, { count }) => sum + count, 0),
        since: oldest?.since ?? null,
      };
    },
    async findings(viewer) {
      const listed = await findings.list(knex, LISTED);
      const numbers = await numbersOf(
        knex,
        viewer,
        listed.map(({ subjectId }) => subjectId),
      );
      return listed.map(({ kind, subjectId, since, detail }) => {
        const number = subjectId && numbers.get(subjectId);
        return {
          kind,
          incident: subjectId && number ? { id: subjectId, number } : null,
          since,
          detail,
        };
      });
    },
  };
}
