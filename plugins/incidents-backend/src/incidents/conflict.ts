import { isError } from '@backstage/errors';
import type { Request } from 'express';

/** The body of a 409, as the platform's error handler would write it. */
export function conflictBody(error: unknown, req: Request) {
  if (!isError(error) || error.name !== 'ConflictError') {
    return undefined;
  }
  return {
    error: { name: error.name, message: error.message },
    request: { method: req.method, url: req.url },
    response: { statusCode: 409 },
  };
}
