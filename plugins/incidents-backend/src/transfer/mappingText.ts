import { InputError } from '@backstage/errors';
import type { ImportMapping } from '@linchpin/backstage-plugin-incidents-common';
import { importMappingSchema } from '@linchpin/backstage-plugin-incidents-common/schemas';
import { parseDocument } from 'yaml';
import { validate } from '../http/validate';

/**
 * Reads a mapping file: YAML, of which JSON is a part.
 *
 * @throws InputError naming the line, or the field by its path
 */
export function readMapping(text: string): ImportMapping {
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error) {
    throw new InputError(`mapping: ${error.message.split('\n')[0]}`);
  }
  return validate(importMappingSchema, valueOf(document), 'mapping');
}

function valueOf(document: ReturnType<typeof parseDocument>): unknown {
  try {
    // Aliases are not followed: a few lines of them stand for gigabytes.
    return document.toJS({ maxAliasCount: 0 });
  } catch (error) {
    throw new InputError(`mapping: ${(error as Error).message}`);
  }
}
