import type { ClockChange, ClockKey } from './ClockStore';

/** A clock that runs. */
interface Running {
  kind: string;
  dueAt: string;
}

/** What starts and stops on a subject: the difference between what ran before and what runs now. */
export function clockDifference(
  subject: Pick<ClockKey, 'subjectKind' | 'subjectId'>,
  running: readonly Running[],
  next: readonly Running[],
): ClockChange[] {
  const stopped = running.filter(
    old => !next.some(({ kind }) => kind === old.kind),
  );
  const started = next.filter(
    clock =>
      !running.some(
        old => old.kind === clock.kind && old.dueAt === clock.dueAt,
      ),
  );
  return [
    ...stopped.map(({ kind }) => ({ ...subject, kind })),
    ...started.map(({ kind, dueAt }) => ({ ...subject, kind, dueAt })),
  ];
}
