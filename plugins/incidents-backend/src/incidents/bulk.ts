import { isError } from '@backstage/errors';
import type { BulkOutcome } from '@linchpin/backstage-plugin-incidents-common';

type Outcome = BulkOutcome['outcomes'][number];

/** One verdict for several incidents, one after the other, each with its own outcome. */
export async function executeEach(
  ids: readonly string[],
  execute: (id: string) => Promise<Omit<Outcome, 'error'>>,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const id of new Set(ids)) {
    try {
      outcomes.push({ ...(await execute(id)), error: null });
    } catch (error) {
      if (!isError(error) || !EXPECTED.has(error.name)) {
        throw error;
      }
      const [, field, message] =
        /^([A-Za-z.]+): (.*)$/s.exec(error.message) ?? [];
      outcomes.push({
        id,
        number: null,
        changed: false,
        error: { message: message ?? error.message, field: field ?? null },
      });
    }
  }
  return outcomes;
}

const EXPECTED = new Set([
  'ConflictError',
  'InputError',
  'NotAllowedError',
  'NotFoundError',
]);
