import type { Config } from '@backstage/config';
import { MEGABYTE, readSize } from '../http/readSize';
import type { FileLimit } from './upload';

/** Where the largest file is set. */
const FILE_LIMIT = 'incidents.transfer.fileLimit';

/** @throws InputError naming the key */
export function readFileLimit(config: Config): FileLimit {
  return {
    bytes: readSize(config, FILE_LIMIT) ?? 200 * MEGABYTE,
    setting: FILE_LIMIT,
  };
}
