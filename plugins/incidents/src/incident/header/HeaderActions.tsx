import type { IncidentDetail } from '@linchpin/backstage-plugin-incidents-common';
import { useNow } from '../../elements/now';
import { ChangeStatusMenu, CommandButton } from '../../commands';
import { AffectedToo } from '../now/AffectedToo';
import { MoreMenu } from './MoreMenu';
import { primaryAction } from './primaryAction';

/** The one thing to do next, every way on, and the rest. */
export const HeaderActions = (props: {
  incident: IncidentDetail;
  isChangingStatus: boolean;
  onChangeStatus: (isChanging: boolean) => void;
}) => {
  const { incident } = props;
  const primary = primaryAction(incident, useNow());
  return (
    <>
      {primary === 'report-affected' ? (
        <AffectedToo incident={incident} variant="primary" />
      ) : (
        primary && (
          <CommandButton type={primary} incident={incident} variant="primary" />
        )
      )}
      <ChangeStatusMenu
        incident={incident}
        isOpen={props.isChangingStatus}
        onOpenChange={props.onChangeStatus}
      />
      <MoreMenu incident={incident} primary={primary} />
    </>
  );
};
