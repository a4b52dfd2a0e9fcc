import type { LiveLine } from '@linchpin/backstage-plugin-incidents-common';
import { mostUrgentOfEach } from '../mostUrgentOfEach';
import { DependencyNotice } from './DependencyNotice';
import classes from './DependencyNotices.module.css';

/** P4 and P5 make no noise; they stand in the card's own line. */
const NOTEWORTHY = ['P1', 'P2', 'P3'];

/** More would push the page away that somebody came for; the rest stands in the card. */
const SHOWN_MAX = 2;

/** A notice for each thing the entity depends on that is in trouble, most urgent first. */
export const DependencyNotices = (props: {
  entity: string;
  dependencies: readonly LiveLine[];
}) => {
  const noteworthy = props.dependencies.filter(({ incident }) =>
    NOTEWORTHY.includes(incident.priority),
  );
  if (noteworthy.length === 0) {
    return null;
  }
  return (
    <div className={classes.notices}>
      {mostUrgentOfEach(noteworthy)
        .slice(0, SHOWN_MAX)
        .map(line => (
          <DependencyNotice
            key={line.via.ref}
            entity={props.entity}
            line={line}
            more={
              noteworthy.filter(other => other.via.ref === line.via.ref)
                .length - 1
            }
          />
        ))}
    </div>
  );
};
