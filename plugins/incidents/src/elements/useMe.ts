import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useEffect, useState } from 'react';

/** The entity ref of the user, lower case; undefined until it is known. */
export function useMe(): string | undefined {
  const identity = useApi(identityApiRef);
  const [ref, setRef] = useState<string>();
  useEffect(() => {
    let isShown = true;
    identity.getBackstageIdentity().then(
      ({ userEntityRef }) =>
        isShown && setRef(userEntityRef.toLocaleLowerCase('en-US')),
      () => undefined,
    );
    return () => {
      isShown = false;
    };
  }, [identity]);
  return ref;
}
