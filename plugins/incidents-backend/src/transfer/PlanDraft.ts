import type {
  ImportPlan,
  Past,
} from '@linchpin/backstage-plugin-incidents-common';
import type {
  ImportProblem,
  Reading,
} from '@linchpin/backstage-plugin-incidents-common/transfer';

/** So many are shown. */
const SHOWN = 200;

/** So many are told apart: each incident may have one of its own. */
const TOLD_APART = 5_000;

type Listed = ImportPlan['problems'][number];

/** What an import would do, counted up one incident after the other. */
export class PlanDraft {
  readonly #problems = new Map<string, Listed>();
  readonly #statuses = new Map<
    ImportPlan['statuses'][number]['status'],
    number
  >();
  readonly #priorities = new Map<
    ImportPlan['priorities'][number]['priority'],
    number
  >();
  #notToldApart = 0;
  #known = 0;
  #refused = 0;
  #toMake = 0;
  #from: string | null = null;
  #to: string | null = null;

  /** It is here already. */
  known(): void {
    this.#known += 1;
  }

  read({ past, problems }: Reading): void {
    problems.forEach(problem => this.#list(problem));
    if (past) {
      this.#make(past);
    } else {
      this.#refused += 1;
    }
  }

  finished(notInCatalog: readonly string[]): ImportPlan {
    const problems = [...this.#problems.values()].sort(
      (a, b) => b.incidents - a.incidents || a.line - b.line,
    );
    return {
      incidents: this.#known + this.#refused + this.#toMake,
      toMake: this.#toMake,
      known: this.#known,
      refused: this.#refused,
      from: this.#from,
      to: this.#to,
      statuses: sorted(this.#statuses).map(([status, incidents]) => ({
        status,
        incidents,
      })),
      priorities: sorted(this.#priorities).map(([priority, incidents]) => ({
        priority,
        incidents,
      })),
      problems: problems.slice(0, SHOWN),
      moreProblems: Math.max(0, problems.length - SHOWN) + this.#notToldApart,
      notInCatalog: [...notInCatalog].sort(),
    };
  }

  #make({ declaredAt, moments }: Past): void {
    const last = moments[moments.length - 1];
    this.#toMake += 1;
    countUp(this.#statuses, last.status);
    countUp(this.#priorities, last.priority);
    if (!this.#from || declaredAt < this.#from) {
      this.#from = declaredAt;
    }
    if (!this.#to || declaredAt > this.#to) {
      this.#to = declaredAt;
    }
  }

  #list({ kind, field, value, why, detail, line }: ImportProblem): void {
    const key = JSON.stringify(
      why === 'contradiction' ? [field, why] : [field, value, why],
    );
    const listed = this.#problems.get(key);
    if (listed) {
      listed.incidents += 1;
      listed.line = Math.min(listed.line, line);
    } else if (this.#problems.size === TOLD_APART) {
      this.#notToldApart += 1;
    } else {
      this.#problems.set(key, {
        kind,
        field,
        value: value.slice(0, 200),
        why,
        detail: detail ?? null,
        incidents: 1,
        line,
      });
    }
  }
}

function countUp<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function sorted<Key extends string>(
  counts: ReadonlyMap<Key, number>,
): [Key, number][] {
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
}
