import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import {
  type Incident,
  setupReadPermission,
} from '@linchpin/backstage-plugin-incidents-common';
import type { PropsWithChildren } from 'react';
import { useIncidentsPaths } from '../../navigation/navigation';
import classes from './Tour.module.css';
import type { Step } from './useTour';

/** Leads to where a step is done, if that is elsewhere. */
export const TourAction = (
  props: PropsWithChildren<{
    step: Step;
    arrived: Incident | undefined;
    taken: Incident | undefined;
    onLookAt: (number: string) => void;
    onFollow: () => void;
  }>,
) => {
  const paths = useIncidentsPaths();
  const entityPath = useRouteRef(entityRouteRef);
  const maySetup = usePermission({ permission: setupReadPermission }).allowed;
  const { step, arrived, taken } = props;
  if (step === 'alert' && maySetup) {
    return (
      <Link href={paths.setup} standalone className={classes.link}>
        {props.children}
      </Link>
    );
  }
  if (step === 'take' && arrived) {
    return (
      <button
        type="button"
        className={classes.link}
        onClick={() => props.onLookAt(arrived.number)}
      >
        {props.children}
      </button>
    );
  }
  if (step === 'service' && taken?.entityRef && entityPath) {
    const { kind, namespace, name } = parseEntityRef(taken.entityRef);
    return (
      <Link
        href={entityPath({ kind, namespace, name })}
        standalone
        className={classes.link}
        onClick={props.onFollow}
      >
        {props.children}
      </Link>
    );
  }
  return <span>{props.children}</span>;
};
