import { InputError } from '@backstage/errors';
import busboy, { type Busboy } from 'busboy';
import type { Request } from 'express';
import type { Readable } from 'node:stream';
import { TooLargeError } from '../http/TooLargeError';

/** Far more than a mapping of a thousand groups needs. */
const LONGEST_MAPPING = 1024 * 1024;

/** A file that is being sent, with what says how to read it. */
export interface Upload {
  mapping: string;
  fileName: string;
  /**
   * Fails where it is larger than allowed or ends before its time. To be destroyed
   * by whoever does not read it to its end.
   */
  file: Readable;
}

/** The largest file that is taken. */
export interface FileLimit {
  bytes: number;
  /** The setting that says so. */
  setting: string;
}

/**
 * Reads a form of two fields, `mapping` and then `file`. Resolves when the file
 * begins; it comes in as it is read.
 *
 * @throws InputError naming the field
 */
export function receiveUpload(req: Request, limit: FileLimit): Promise<Upload> {
  const parts = partsOf(req, limit);
  /** Whoever has not sent all of it yet could not read the answer otherwise. */
  const letPass = () => {
    req.unpipe(parts);
    req.resume();
  };
  return new Promise((resolve, reject) => {
    let mapping: string | undefined;
    let file: Readable | undefined;
    const fail = (error: Error) => {
      letPass();
      file?.destroy(error);
      reject(error);
    };
    parts.on('field', (name, value, { valueTruncated }) => {
      if (name === 'mapping' && !valueTruncated) {
        mapping = value;
      }
    });
    parts.on('file', (name, stream, { filename }) => {
      if (name !== 'file' || mapping === undefined) {
        stream.resume();
        fail(new InputError(MISPLACED));
        return;
      }
      file = stream;
      stream.on('limit', () => fail(tooLarge(limit)));
      stream.on('close', letPass);
      // Whoever reads it hears of it; where nobody does any more, nobody has to.
      stream.on('error', () => {});
      resolve({ mapping, fileName: fileNameOf(filename), file: stream });
    });
    parts.on('error', error =>
      fail(new InputError(`body: ${(error as Error).message}`)),
    );
    parts.on('finish', () => reject(new InputError('file: is missing')));
    req.on('close', () => {
      if (!req.complete) {
        fail(new InputError('body: ended too early'));
      }
    });
    req.pipe(parts);
  });
}

/** The end of a long one says what it is; PostgreSQL keeps no NUL. */
function fileNameOf(name: string | undefined): string {
  return name?.replaceAll('\0', '').slice(-200) || 'file';
}

const MISPLACED = `file: must come after the mapping, which may be ${LONGEST_MAPPING} bytes long`;

function partsOf({ headers }: Request, { bytes }: FileLimit): Busboy {
  try {
    return busboy({
      headers,
      defParamCharset: 'utf8',
      limits: { fieldSize: LONGEST_MAPPING, fileSize: bytes, files: 1 },
    });
  } catch {
    throw new InputError(
      'body: must be multipart/form-data with the fields mapping and file',
    );
  }
}

function tooLarge({ bytes, setting }: FileLimit): Error {
  return new TooLargeError(
    `file: is larger than ${bytes} bytes, the limit of ${setting}`,
  );
}
