import type { IncidentDetail } from '@linchpin/backstage-plugin-incidents-common';
import { useNow } from '../../elements/now';
import { ChangeStatusMenu, CommandButton } from '../../commands';
import { ReviewButton } from '../../reviews/ReviewButton';
import { AffectedToo } from '../now/AffectedToo';
import { MoreMenu } from './MoreMenu';
import { type PrimaryAction, primaryAction } from './primaryAction';

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
      <PrimaryButton incident={incident} primary={primary} />
      <ChangeStatusMenu
        incident={incident}
        isOpen={props.isChangingStatus}
        onOpenChange={props.onChangeStatus}
      />
      <MoreMenu incident={incident} primary={primary} />
    </>
  );
};

const PrimaryButton = (props: {
  incident: IncidentDetail;
  primary: PrimaryAction | undefined;
}) => {
  const { incident, primary } = props;
  switch (primary) {
    case undefined:
      return null;
    case 'review':
      return <ReviewButton incident={incident} />;
    case 'report-affected':
      return <AffectedToo incident={incident} variant="primary" />;
    default:
      return (
        <CommandButton type={primary} incident={incident} variant="primary" />
      );
  }
};
