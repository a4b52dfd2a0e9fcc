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
  const source = offer.sources.find(({ id }) => id === created?.key.source.id);
  return created && source ? (
    <CreatedKeyDialog created={created} url={source.url} onClose={onClose} />
  ) : (
    <CreateKeyDialog offer={offer} onCreated={setCreated} onClose={onClose} />
  );
};
