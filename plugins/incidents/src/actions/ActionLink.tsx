import { Link } from '@backstage/ui';
import { useIncidentsPaths } from '../navigation/navigation';
import classes from './ActionLink.module.css';

/** The number of an action item, which opens it beside the board. */
export const ActionLink = (props: {
  /** Such as `ACT-12`. */
  number: string;
}) => {
  const paths = useIncidentsPaths();
  return (
    <Link href={paths.action(props.number)} standalone className={classes.link}>
      {props.number}
    </Link>
  );
};
