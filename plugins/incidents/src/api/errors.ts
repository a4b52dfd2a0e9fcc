import { ResponseError } from '@backstage/errors';
import type { Incident } from '@linchpin/backstage-plugin-incidents-common';

/** A field that the backend refused; `message` says why, in plain words. @public */
export class InvalidField extends Error {
  readonly name = 'InvalidField';

  constructor(
    readonly field: string,
    message: string,
  ) {
    super(message);
  }
}

/** Somebody else changed the incident first; `current` is how it stands now. @public */
export class OutdatedIncident extends Error {
  readonly name = 'OutdatedIncident';

  constructor(
    readonly current: Incident,
    message: string,
  ) {
    super(message);
  }
}

/** Whether the asking user may not see or do it. */
export function isForbidden(error: unknown): boolean {
  return error instanceof ResponseError && error.statusCode === 403;
}

export function isMissing(error: unknown): boolean {
  return error instanceof ResponseError && error.statusCode === 404;
}

/** Whether it has been changed since, or does not allow it as it stands. */
export function isConflict(error: unknown): boolean {
  return error instanceof ResponseError && error.statusCode === 409;
}

/** What went wrong, as the backend words it. */
export function reasonOf(error: unknown): string {
  if (error instanceof ResponseError) {
    return error.body.error.message;
  }
  return error instanceof Error ? error.message : String(error);
}

/** The error that a refused response stands for. */
export async function errorOf(response: Response): Promise<Error> {
  const error = await ResponseError.fromResponse(response);
  const { message } = error.body.error;
  if (error.statusCode === 400) {
    const [, field, reason] = FIELD_FIRST.exec(message) ?? [];
    return field ? new InvalidField(field, reason) : error;
  }
  const { current } = error.body.error as { current?: Incident };
  return error.statusCode === 409 && current
    ? new OutdatedIncident(current, message)
    : error;
}

/** `command.resumeBy: must be in the future` */
const FIELD_FIRST = /^(?:command\.)?([a-zA-Z][\w.[\]]*): (.+)$/s;
