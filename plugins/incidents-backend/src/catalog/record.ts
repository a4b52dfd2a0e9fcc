import { createHash } from 'node:crypto';
import {
  RELATION_API_CONSUMED_BY,
  RELATION_API_PROVIDED_BY,
  RELATION_CHILD_OF,
  RELATION_CONSUMES_API,
  RELATION_DEPENDS_ON,
  RELATION_HAS_MEMBER,
  RELATION_OWNED_BY,
  RELATION_PARENT_OF,
  RELATION_PART_OF,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import type { CatalogSettings } from './settings';

/** How two entities hang together, as one entity's catalog record states it. */
export interface DirectoryRelation {
  sourceRef: string;
  type: 'depends-on' | 'member-of' | 'child-of';
  targetRef: string;
}

/** What we keep of an entity of the catalog. Refs, kind, namespace and name are lower case. */
export interface DirectoryRecord {
  ref: string;
  uid?: string;
  kind: string;
  namespace: string;
  name: string;
  title: string;
  type?: string;
  lifecycle?: string;
  tier?: string;
  ownerRef?: string;
  partOfRef?: string;
  parentRef?: string;
  alertName?: string;
  /** Somebody wrote down what to do. */
  hasRunbook?: true;
  relations: DirectoryRelation[];
}

/** Longest ref that is kept; the catalog's own limits allow half of it. */
const REF_MAX = 400;
const TITLE_MAX = 200;
const FACET_MAX = 100;
const ALERT_NAME_MAX = 255;

/** Kinds that say where entities come from rather than being something of the organisation. */
const NOT_KEPT = new Set(['location', 'template']);

/** The parts of an entity that a record is made of, for the catalog's `fields`. */
export function recordFields(settings: CatalogSettings): string[] {
  return [
    'kind',
    'metadata.namespace',
    'metadata.name',
    'metadata.uid',
    'metadata.title',
    `metadata.labels.${settings.tierLabel}`,
    `metadata.annotations.${settings.alertNameAnnotation}`,
    `metadata.annotations.${settings.runbookAnnotation}`,
    'metadata.links',
    'spec.type',
    'spec.lifecycle',
    'spec.profile.displayName',
    'relations',
  ];
}

/** The record of an entity; undefined for what the directory does not keep. */
export function recordOf(
  entity: Entity,
  settings: CatalogSettings,
): DirectoryRecord | undefined {
  const ref = stringifyEntityRef(entity);
  const kind = entity.kind.toLocaleLowerCase('en-US');
  if (ref.length > REF_MAX || NOT_KEPT.has(kind)) {
    return undefined;
  }
  const { metadata, spec } = entity;
  const profile = spec?.profile as { displayName?: unknown } | undefined;
  const targets = targetsOf(entity);
  const alertName = metadata.annotations?.[settings.alertNameAnnotation]
    ?.trim()
    .toLocaleLowerCase('en-US');
  return {
    ref,
    uid: textOf(metadata.uid, FACET_MAX),
    kind,
    namespace: ref.slice(kind.length + 1, ref.indexOf('/')),
    name: ref.slice(ref.indexOf('/') + 1),
    title:
      textOf(metadata.title, TITLE_MAX) ??
      textOf(profile?.displayName, TITLE_MAX) ??
      metadata.name.slice(0, TITLE_MAX),
    type: textOf(spec?.type, FACET_MAX),
    lifecycle: textOf(spec?.lifecycle, FACET_MAX),
    tier: textOf(metadata.labels?.[settings.tierLabel], FACET_MAX),
    ownerRef: targets(RELATION_OWNED_BY)[0],
    partOfRef: partOf(targets(RELATION_PART_OF)),
    parentRef: kind === 'group' ? targets(RELATION_CHILD_OF)[0] : undefined,
    alertName:
      alertName && alertName.length <= ALERT_NAME_MAX ? alertName : undefined,
    hasRunbook: hasRunbook(entity, settings) || undefined,
    relations: relationsOf(ref, kind, targets),
  };
}

/** Tells whether two records of an entity say the same. */
export function digestOf(record: DirectoryRecord): string {
  return createHash('sha256').update(JSON.stringify(record)).digest('hex');
}

/** A name as people write it in a hurry: `seat-map`, `seat_map` and `seatmap` are one. */
export function compactName(name: string): string {
  return name.toLocaleLowerCase('en-US').replace(/[-_.\s]/g, '');
}

/**
 * Each record states what its entity alone decides: a group its members and
 * children, an API that its consumers depend on its providers. Then a change is
 * complete when the changed entity is written.
 */
function relationsOf(
  ref: string,
  kind: string,
  targets: (type: string) => string[],
): DirectoryRelation[] {
  switch (kind) {
    case 'group':
      return [
        ...targets(RELATION_HAS_MEMBER)
          .filter(member => member.startsWith('user:'))
          .map(member => relation(member, 'member-of', ref)),
        ...targets(RELATION_PARENT_OF).map(child =>
          relation(child, 'child-of', ref),
        ),
      ];
    case 'api':
      return [
        ...dependencies(ref, targets),
        ...targets(RELATION_API_PROVIDED_BY).flatMap(provider =>
          [ref, ...targets(RELATION_API_CONSUMED_BY)]
            .filter(source => source !== provider)
            .map(source => relation(source, 'depends-on', provider)),
        ),
      ];
    default:
      return dependencies(ref, targets);
  }
}

function dependencies(
  ref: string,
  targets: (type: string) => string[],
): DirectoryRelation[] {
  const found = new Set([
    ...targets(RELATION_DEPENDS_ON),
    ...targets(RELATION_CONSUMES_API),
  ]);
  found.delete(ref);
  return [...found].map(target => relation(ref, 'depends-on', target));
}

function relation(
  sourceRef: string,
  type: DirectoryRelation['type'],
  targetRef: string,
): DirectoryRelation {
  return { sourceRef, type, targetRef };
}

/** The targets of an entity's relations by type, sorted, each once. */
function targetsOf(entity: Entity): (type: string) => string[] {
  const byType = new Map<string, Set<string>>();
  for (const { type, targetRef } of entity.relations ?? []) {
    const target = targetRef.toLocaleLowerCase('en-US');
    if (target.length <= REF_MAX) {
      const targets = byType.get(type) ?? new Set();
      byType.set(type, targets.add(target));
    }
  }
  return type => [...(byType.get(type) ?? [])].sort();
}

/** By annotation, or by a link whose type or title says so. */
function hasRunbook(
  { metadata }: Entity,
  { runbookAnnotation }: CatalogSettings,
): boolean {
  return (
    Boolean(metadata.annotations?.[runbookAnnotation]?.trim()) ||
    (metadata.links ?? []).some(({ type, title }) =>
      [type, title].some(word => /run-?book/i.test(word ?? '')),
    )
  );
}

function partOf(targets: string[]): string | undefined {
  return (
    targets.find(target => target.startsWith('system:')) ??
    targets.find(target => target.startsWith('domain:'))
  );
}

function textOf(value: unknown, max: number): string | undefined {
  return typeof value === 'string' && value.trim() !== ''
    ? value.trim().slice(0, max)
    : undefined;
}
