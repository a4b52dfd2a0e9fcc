import { errorOf } from '../src/api';

/** As the backend says that it knows no such thing. */
export function missing(message: string): Promise<Error> {
  return refused(404, { name: 'NotFoundError', message });
}

/** As the backend says that somebody else was first. */
export function outdated(message: string): Promise<Error> {
  return refused(409, { name: 'ConflictError', message });
}

function refused(
  status: number,
  error: { name: string; message: string },
): Promise<Error> {
  return errorOf(
    new Response(JSON.stringify({ error }), {
      status,
      headers: { 'Content-Type': 'application/json' },
    }),
  );
}
