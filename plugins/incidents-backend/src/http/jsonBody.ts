import { CustomErrorBase, InputError } from '@backstage/errors';
import express, { type Request, type Response } from 'express';

/** A body as JSON and as it came. */
export interface MessageBody {
  body: unknown;
  text: string;
}

class TooLargeError extends CustomErrorBase {
  name = 'TooLargeError' as const;
  readonly statusCode = 413;
}

/** The largest body that is taken. */
export interface BodyLimit {
  bytes: number;
  /** The setting that says so. */
  setting: string;
}

/**
 * Reads the JSON body of a request whatever its content type says, and keeps its
 * text.
 */
export function messageBodyReader(
  limit: BodyLimit,
): (req: Request, res: Response) => Promise<MessageBody> {
  const texts = new WeakMap<object, string>();
  const read = express.json({
    limit: limit.bytes,
    strict: false,
    type: () => true,
    verify: (req, _res, bytes, encoding) => {
      texts.set(req, new TextDecoder(encoding).decode(bytes));
    },
  });
  return (req, res) =>
    new Promise((resolve, reject) => {
      read(req, res, (error?: unknown) => {
        const text = texts.get(req);
        if (error) {
          reject(problemOf(error, limit));
        } else if (!text) {
          reject(new InputError('body: is missing'));
        } else {
          resolve({ body: req.body, text });
        }
      });
    });
}

function problemOf(error: unknown, limit: BodyLimit): unknown {
  switch ((error as { type?: string }).type) {
    case 'entity.parse.failed':
      return new InputError(`body: is no JSON: ${(error as Error).message}`);
    case 'entity.too.large':
      return new TooLargeError(
        `body: is larger than ${limit.bytes} bytes, the limit of ${limit.setting}`,
      );
    default:
      return error;
  }
}
