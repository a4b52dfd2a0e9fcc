import { InputError } from '@backstage/errors';
import express, {
  type Request,
  type RequestHandler,
  type Response,
} from 'express';
import { TooLargeError } from './TooLargeError';

/** A body as JSON and as it came. */
export interface MessageBody {
  body: unknown;
  text: string;
}

/** The largest body that is taken. */
export interface BodyLimit {
  bytes: number;
  /** The setting that says so, where it can be set. */
  setting?: string;
}

/** More than the longest section of a review takes, in whatever script it is written. */
const TYPED: BodyLimit = { bytes: 512 * 1024 };

/** Reads the JSON bodies of what people send; other content is left unread. */
export function typedBodyReader(): RequestHandler {
  const read = express.json({ limit: TYPED.bytes });
  return (req, res, next) =>
    read(req, res, (error?: unknown) =>
      next(error ? problemOf(error, TYPED) : undefined),
    );
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

/** What is wrong with a body that could not be read, in a word that names it. */
function problemOf(error: unknown, { bytes, setting }: BodyLimit): unknown {
  const { type, status, message } = error as Partial<HttpError>;
  switch (type) {
    case 'entity.parse.failed':
      return new InputError(`body: is no JSON: ${message}`);
    case 'entity.too.large':
      return new TooLargeError(
        `body: is larger than ${bytes} bytes${setting ? `, the limit of ${setting}` : ''}`,
      );
    default:
      // Such as a body that says it is compressed and is not.
      return status === 400
        ? new InputError(`body: cannot be read: ${message}`)
        : error;
  }
}

/** What express makes of a body that it cannot read. */
interface HttpError extends Error {
  type: string;
  status: number;
}
