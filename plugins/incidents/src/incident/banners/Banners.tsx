import type { IncidentDetail } from '@linchpin/backstage-plugin-incidents-common';
import { isUpdateOverdue } from '../header/primaryAction';
import { useNow } from '../../elements/now';
import classes from './Banners.module.css';
import { ClosedBanner, DismissedBanner, MergedBanner } from './EndedBanner';
import { OnHoldBanner } from './OnHoldBanner';
import { PreventingBanner } from './PreventingBanner';
import { RecoveredBanner } from './RecoveredBanner';
import { ResolveProposedBanner } from './ResolveProposedBanner';
import { UnroutedBanner } from './UnroutedBanner';
import { UpdateOverdueBanner } from './UpdateOverdueBanner';

/** What is out of the ordinary, with what can be done about it. */
export const Banners = (props: { incident: IncidentDetail }) => {
  const { incident } = props;
  const banners = useBanners(incident);
  return banners.length === 0 ? null : (
    <div className={classes.banners}>
      {banners.map(Banner => (
        <Banner key={Banner.name} incident={incident} />
      ))}
    </div>
  );
};

function useBanners(incident: IncidentDetail) {
  const now = useNow();
  switch (incident.status) {
    case 'dismissed':
      return [DismissedBanner];
    case 'merged':
      return [MergedBanner];
    case 'closed':
      return [ClosedBanner];
    case 'resolved':
      return [];
    default:
      return [
        ...(incident.preventing.length > 0 ? [PreventingBanner] : []),
        ...(incident.unrouted ? [UnroutedBanner] : []),
        ...(isUpdateOverdue(incident, now) ? [UpdateOverdueBanner] : []),
        ...(incident.onHold ? [OnHoldBanner] : []),
        ...(incident.resolveProposedAt ? [ResolveProposedBanner] : []),
        ...(incident.recoveredAt ? [RecoveredBanner] : []),
      ];
  }
}
