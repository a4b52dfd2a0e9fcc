import {
  parseEntityRef,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';

/** An entity in a few words. Refs may leave the namespace out. */
export interface EntitySketch {
  ref: string;
  uid?: string;
  title?: string;
  displayName?: string;
  type?: string;
  lifecycle?: string;
  tier?: string;
  alertName?: string;
  runbook?: string;
  links?: { url: string; title?: string; type?: string }[];
  owner?: string;
  partOf?: string[];
  parent?: string;
  memberOf?: string[];
  dependsOn?: string[];
  consumes?: string[];
  provides?: string[];
}

/** Each kind of relation with the one that the catalog writes on the other side. */
const RELATIONS = [
  ['owner', 'ownedBy', 'ownerOf'],
  ['partOf', 'partOf', 'hasPart'],
  ['parent', 'childOf', 'parentOf'],
  ['memberOf', 'memberOf', 'hasMember'],
  ['dependsOn', 'dependsOn', 'dependencyOf'],
  ['consumes', 'consumesApi', 'apiConsumedBy'],
  ['provides', 'providesApi', 'apiProvidedBy'],
] as const;

/** A catalog as Backstage would serve it, relations on both sides. */
export function entitiesOf(sketches: readonly EntitySketch[]): Entity[] {
  const relations = new Map<string, NonNullable<Entity['relations']>>();
  const relate = (source: string, type: string, target: string) => {
    relations.set(source, [
      ...(relations.get(source) ?? []),
      { type, targetRef: target },
    ]);
  };
  for (const sketch of sketches) {
    for (const [field, type, reverse] of RELATIONS) {
      for (const target of [sketch[field] ?? []].flat()) {
        relate(completed(sketch.ref), type, completed(target));
        relate(completed(target), reverse, completed(sketch.ref));
      }
    }
  }
  return sketches.map(sketch =>
    toEntity(sketch, relations.get(completed(sketch.ref)) ?? []),
  );
}

function completed(ref: string): string {
  return stringifyEntityRef(parseEntityRef(ref));
}

function toEntity(
  sketch: EntitySketch,
  relations: NonNullable<Entity['relations']>,
): Entity {
  const { kind, namespace, name } = parseEntityRef(sketch.ref);
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      uid: sketch.uid ?? `uid-of-${name}`,
      namespace,
      name,
      ...(sketch.title && { title: sketch.title }),
      ...(sketch.tier && { labels: { 'linchpin.dev/tier': sketch.tier } }),
      annotations: {
        ...(sketch.alertName && {
          'linchpin.dev/alert-name': sketch.alertName,
        }),
        ...(sketch.runbook && { 'linchpin.dev/runbook': sketch.runbook }),
      },
      ...(sketch.links && { links: sketch.links }),
    },
    spec: {
      ...(sketch.type && { type: sketch.type }),
      ...(sketch.lifecycle && { lifecycle: sketch.lifecycle }),
      ...(sketch.displayName && {
        profile: { displayName: sketch.displayName },
      }),
    },
    relations,
  };
}
