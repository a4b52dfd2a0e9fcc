import { errorOf } from '../src/api';

/** As the backend says that it knows no such thing. */
export function missing(message: string): Promise<Error> {
  return errorOf(
    new Response(
      JSON.stringify({ error: { name: 'NotFoundError', message } }),
      {
        status: 404,
        headers: { 'Content-Type': 'application/json' },
      },
    ),
  );
}
