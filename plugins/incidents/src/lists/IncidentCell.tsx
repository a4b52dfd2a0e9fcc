import { Cell } from '@backstage/ui';
import type { Incident } from '@linchpin/backstage-plugin-incidents-common';
import classes from './IncidentCell.module.css';

/** What a row is about: the title of an incident, its number and what it is on. */
export const IncidentCell = (props: {
  incident: Pick<Incident, 'title' | 'number' | 'entity'>;
}) => {
  const { title, number, entity } = props.incident;
  return (
    <Cell>
      <span className={classes.what}>
        <span className={classes.title} title={title}>
          {title}
        </span>
        <span className={classes.second}>
          {[number, entity?.title].filter(Boolean).join(' · ')}
        </span>
      </span>
    </Cell>
  );
};
