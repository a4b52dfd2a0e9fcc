import type { IncidentDetail } from '@linchpin/backstage-plugin-incidents-common';
import { useRef, useState } from 'react';
import { Banners } from './banners/Banners';
import { HeaderActions } from './header/HeaderActions';
import { IncidentHeader } from './header/IncidentHeader';
import { IncidentKeys } from './IncidentKeys';
import classes from './IncidentPage.module.css';
import { ActionBar } from './layout/ActionBar';
import { Columns } from './layout/Columns';
import { TabbedParts } from './layout/TabbedParts';
import { useWidth } from './layout/useWidth';

/** One incident, in the order in which a reader asks. */
export const IncidentView = (props: { incident: IncidentDetail }) => {
  const { incident } = props;
  const width = useWidth();
  const noteField = useRef<HTMLTextAreaElement>(null);
  const [isChangingStatus, setChangingStatus] = useState(false);
  const Parts = width === 'wide' ? Columns : TabbedParts;
  const actions = (
    <HeaderActions
      incident={incident}
      isChangingStatus={isChangingStatus}
      onChangeStatus={setChangingStatus}
    />
  );
  return (
    <div className={classes.incident} data-width={width}>
      <IncidentHeader
        incident={incident}
        actions={width !== 'phone' && actions}
      />
      <Banners incident={incident} />
      <div className={classes.parts}>
        <Parts incident={incident} noteField={noteField} />
      </div>
      {width === 'phone' && <ActionBar>{actions}</ActionBar>}
      <IncidentKeys
        incident={incident}
        noteField={noteField}
        onChangeStatus={() => setChangingStatus(true)}
      />
    </div>
  );
};
