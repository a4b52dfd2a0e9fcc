import type {
  CreatedKey,
  IntegrationKeys,
} from '@linchpin/backstage-plugin-incidents-common';
import { useState } from 'react';
import { CreatedKeyDialog } from './CreatedKeyDialog';
import { CreateKeyDialog } from './CreateKeyDialog';

/** Asks what a new key is for, then shows it, once. */
export const NewKeyDialog = (props: {
  offer: IntegrationKeys;
  onClose: () => void;
}) => {
  const { offer, onClose } = props;
  const [created, setCreated] = useState<CreatedKey>();
  return created ? (
    <CreatedKeyDialog
      created={created}
      intakeUrl={offer.intakeUrl}
      onClose={onClose}
    />
  ) : (
    <CreateKeyDialog offer={offer} onCreated={setCreated} onClose={onClose} />
  );
};
