import { Link } from '@backstage/ui';
import { useIncidentsPaths } from '../navigation/navigation';
import classes from './IncidentLink.module.css';

/** The number of another incident; leads to its page. */
export const IncidentLink = (props: {
  /** As a number, or as it is written: `INC-12` */
  number: number | string;
}) => {
  const paths = useIncidentsPaths();
  const number =
    typeof props.number === 'number' ? `INC-${props.number}` : props.number;
  return (
    <Link href={paths.incident(number)} standalone className={classes.link}>
      {number}
    </Link>
  );
};
