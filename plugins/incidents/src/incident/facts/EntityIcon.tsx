import { parseEntityRef } from '@backstage/catalog-model';
import {
  RiDatabase2Line,
  RiNodeTree,
  RiPlugLine,
  RiServerLine,
  RiShapesLine,
} from '@remixicon/react';
import type { ComponentType } from 'react';
import classes from './Facts.module.css';

const ICONS: Record<string, ComponentType<{ className?: string }>> = {
  component: RiServerLine,
  resource: RiDatabase2Line,
  api: RiPlugLine,
  system: RiNodeTree,
};

/** What kind of thing an entity is; decoration, its name leads to the rest. */
export const EntityIcon = (props: { entityRef: string }) => {
  const { kind } = parseEntityRef(props.entityRef);
  const Icon = ICONS[kind.toLocaleLowerCase('en-US')] ?? RiShapesLine;
  return <Icon className={classes.icon} aria-hidden="true" />;
};
