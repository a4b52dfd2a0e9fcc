import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { Avatar, Link } from '@backstage/ui';
import type { NamedRef } from '@linchpin/backstage-plugin-incidents-common';
import classes from './names.module.css';

/** An entity by the name it had when it was written down; leads to its page. */
export const EntityName = (props: { entity: NamedRef }) => {
  const { ref, title } = props.entity;
  const entityPath = useRouteRef(entityRouteRef);
  if (!entityPath) {
    return <span title={ref}>{title}</span>;
  }
  const { kind, namespace, name } = parseEntityRef(ref);
  return (
    <Link
      href={entityPath({ kind, namespace, name })}
      standalone
      title={ref}
      className={classes.link}
    >
      {title}
    </Link>
  );
};

/** A person with initials before the name; leads to their page. */
export const PersonName = (props: { person: NamedRef }) => (
  <span className={classes.person}>
    <Avatar
      src=""
      name={props.person.title}
      size="x-small"
      purpose="decoration"
    />
    <EntityName entity={props.person} />
  </span>
);
