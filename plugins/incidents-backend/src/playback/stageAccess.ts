import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type { StagePerson } from '@linchpin/backstage-plugin-incidents-node';
import { Access } from '../authorization';

const ALLOWED: PolicyDecision = { result: AuthorizeResult.ALLOW };

/** The catalog is read as the plugin itself. */
const NOBODY: BackstageCredentials = {
  $$type: '@backstage/BackstageCredentials',
  principal: { type: 'none' },
};

/** Whoever did something in a past was allowed to. */
export function stageAccess({ ref, ownershipRefs }: StagePerson): Access {
  return new Access(
    { type: 'user', ref, ownershipRefs },
    NOBODY,
    {
      read: ALLOWED,
      participate: ALLOWED,
      respond: ALLOWED,
      manage: ALLOWED,
    },
    {
      authorize: ({ result }) => result === AuthorizeResult.ALLOW,
      transform: () => {
        throw new Error('A past knows no conditions');
      },
    },
  );
}
