import type { IncidentDetail } from '@linchpin/backstage-plugin-incidents-common';
import { PreventingActions } from '../../actions/guard/PreventingActions';

/** It was known how to prevent it, and that is not done yet. */
export const PreventingBanner = (props: { incident: IncidentDetail }) => (
  <PreventingActions actions={props.incident.preventing} />
);
