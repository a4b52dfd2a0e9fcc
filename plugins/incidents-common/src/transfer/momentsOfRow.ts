import type { Past, PastMoment } from '../incidents/past';
import { isLive, type Instant } from '../incidents/vocabulary';
import type { IncidentsMapping } from '../schemas/transfer';
import type { RowMeaning } from './RowMeaning';
import type { SourceRow } from './rows';
import { textOf } from './texts';

/** What an incident was from a time on. */
interface Reached {
  status: PastMoment['status'];
  /** The column that says since when. */
  column?: string;
  at?: Instant;
}

/** The status that an incident has now, and what goes with it. */
type Final = Pick<PastMoment, 'status' | 'hold' | 'dismissedAs'>;

/**
 * The moments of an incident of which one row tells all that is known: it was
 * declared, and then what its times say, up to the status that it has now.
 */
export function momentsOfRow(
  rows: readonly SourceRow[],
  declaredAt: Instant,
  mapping: IncidentsMapping,
  meaning: RowMeaning,
): Pick<Past, 'moments' | 'resolvedAt'> {
  meaning.only(rows);
  const [row] = rows;
  const reached: Reached[] = [
    { status: 'triage', column: mapping.declaredAt, at: declaredAt },
    ...timed(row, mapping, meaning),
  ];
  checkOrder(reached, row, meaning);
  const resolvedAt = reached.find(({ status }) => status === 'resolved')?.at;
  const final = meaning.essential(row, mapping.status);
  const way = final ? wayTo(final, reached, row, mapping, meaning) : reached;
  const same = {
    actor: meaning.actor(row, undefined),
    ...meaning.assessment(row),
    ...meaning.place(row),
  };
  const lead = meaning.person(row, mapping.lead);
  const note = textOf(
    mapping.notes
      .filter(column => row.fields[column])
      .map(column => `${column}: ${row.fields[column]}`)
      .join('\n'),
  );
  return {
    ...(mapping.resolvedAt && { resolvedAt: resolvedAt ?? null }),
    moments: way.map(({ status, at }, index) => ({
      ...same,
      at: at ?? declaredAt,
      status,
      ...(lead && status !== 'triage' && { lead }),
      ...(index === 0 && note && { note }),
      ...(index === way.length - 1 && final),
    })),
  };
}

function timed(
  row: SourceRow,
  mapping: IncidentsMapping,
  meaning: RowMeaning,
): Reached[] {
  const all: Reached[] = [
    { status: 'investigating', column: mapping.acknowledgedAt },
    { status: 'monitoring', column: mapping.mitigatedAt },
    { status: 'resolved', column: mapping.resolvedAt },
    { status: 'closed', column: mapping.closedAt },
  ];
  return all
    .map(reached => ({ ...reached, at: meaning.time(row, reached.column) }))
    .filter(({ at }) => at !== undefined);
}

/** The times that lead to a status, and that status itself as the last of them. */
function wayTo(
  final: Final,
  reached: readonly Reached[],
  row: SourceRow,
  { resolvedAt, closedAt, status: column }: IncidentsMapping,
  meaning: RowMeaning,
): Reached[] {
  const { status } = final;
  const live = reached.filter(each => isLive(each.status));
  if (isLive(status)) {
    const last = live[live.length - 1];
    return last.status === status ? live : [...live, { status, at: last.at }];
  }
  const over = reached.filter(each => !isLive(each.status));
  const ended = status === 'resolved' ? over[0] : over[over.length - 1];
  if (!ended) {
    meaning.missing(row, resolvedAt ?? closedAt ?? column!.column);
    return live;
  }
  const before = status === 'closed' ? over.slice(0, -1) : [];
  return [...live, ...before, { status, at: ended.at }];
}

/** Each of them at the time of the one before it, or later. */
function checkOrder(
  reached: readonly Reached[],
  { line, fields }: SourceRow,
  meaning: RowMeaning,
): void {
  for (const [index, { column, at }] of reached.entries()) {
    const before = reached[index - 1];
    if (before?.at && at && column && at < before.at) {
      meaning.found({
        kind: 'refused',
        field: column,
        value: fields[column] ?? '',
        why: 'contradiction',
        detail: `lies before ${before.column} (${before.at})`,
        line,
      });
    }
  }
}
