import type { IncidentDetail } from '@linchpin/backstage-plugin-incidents-common';
import type { RefObject } from 'react';
import { Facts } from '../facts/Facts';
import { ActionsCard } from '../now/ActionsCard';
import { AlertsCard } from '../now/AlertsCard';
import { ChangesCard } from '../now/ChangesCard';
import { NowCard } from '../now/NowCard';
import { PeopleCard } from '../now/PeopleCard';
import { SeenBeforeCard } from '../now/SeenBeforeCard';
import { ReviewCard } from '../now/ReviewCard';
import { Situation } from '../situation/Situation';
import { Timeline } from '../timeline/Timeline';
import classes from './Columns.module.css';

/** The situation, and beneath it facts, timeline and what is due side by side. */
export const Columns = (props: {
  incident: IncidentDetail;
  noteField: RefObject<HTMLTextAreaElement>;
}) => {
  const { incident } = props;
  return (
    <>
      <Situation incident={incident} />
      <div className={classes.columns}>
        <div className={classes.facts}>
          <Facts incident={incident} />
        </div>
        <div className={classes.timeline}>
          <Timeline incident={incident} noteField={props.noteField} />
        </div>
        <div className={classes.now}>
          <NowCard incident={incident} />
          <ReviewCard incident={incident} />
          <AlertsCard incident={incident} />
          <ChangesCard incident={incident} />
          <SeenBeforeCard incident={incident} />
          <ActionsCard incident={incident} />
          <PeopleCard incident={incident} />
        </div>
      </div>
    </>
  );
};
