import {
  Navigate,
  useActionNumber,
  useIncidentsPaths,
} from '../navigation/navigation';

/** The address of one action item, as messages give it: opens it beside the board. */
export const ActionByNumber = () => {
  const paths = useIncidentsPaths();
  return <Navigate to={paths.action(useActionNumber())} replace />;
};
