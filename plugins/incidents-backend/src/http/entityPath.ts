import { stringifyEntityRef } from '@backstage/catalog-model';
import { entityRef } from '@linchpin/backstage-plugin-incidents-common/schemas';
import { z } from 'zod/v3';
import { validate } from './validate';

const pathSchema = z.object({ entity: entityRef });

/**
 * The entity that a path names by kind, namespace and name.
 *
 * @throws InputError where it is no entity ref
 */
export function entityOf(params: {
  kind: string;
  namespace: string;
  name: string;
}): string {
  const { entity } = validate(pathSchema, {
    entity: stringifyEntityRef(params),
  });
  return entity;
}
