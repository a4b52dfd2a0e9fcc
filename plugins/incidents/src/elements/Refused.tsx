import { Alert } from '@backstage/ui';

/** Why what somebody sent was not taken, read aloud as it appears; nothing where it was. */
export const Refused = (props: { why: string | undefined }) =>
  props.why ? (
    <div role="alert">
      <Alert status="danger" icon title={props.why} />
    </div>
  ) : null;
