/**
 * The labels that say which service an alert is about, the most telling first:
 * Backstage's own convention, then what Prometheus and Kubernetes set-ups use.
 * @public
 */
export const DEFAULT_MATCH_LABELS: readonly string[] = [
  'backstage_io_component',
  'component',
  'service',
  'app',
  'job',
  'namespace',
];

/** A way in which a label's value may name an entity. Everything but `label` is lower case. @public */
export type EntityLookup =
  | { by: 'ref'; label: string; entityRef: string }
  | { by: 'alert-name'; label: string; alertName: string }
  | { by: 'name'; label: string; name: string; namespace?: string };

/** What matching needs to know of an entity. Refs and names are lower case. @public */
export interface MatchableEntity {
  entityRef: string;
  kind: string;
  namespace: string;
  name: string;
  /** What alerts call it, by its annotation. */
  alertName?: string;
}

/** What labels lead to. @public */
export type EntityMatch<Entity extends MatchableEntity = MatchableEntity> =
  | { outcome: 'matched'; entity: Entity; lookup: EntityLookup }
  | { outcome: 'several'; candidates: Entity[]; lookup: EntityLookup }
  | { outcome: 'none' };

/** The kinds that a mere name may mean, in the order in which they are taken. @public */
export const MATCHABLE_KINDS: readonly string[] = [
  'component',
  'resource',
  'api',
  'system',
];

/** People and the hierarchy are not what an alert is about. */
const NEVER_MATCHED = ['group', 'user'];

const CANDIDATES_MAX = 20;
const VALUE_MAX = 255;

const NAME = /^[a-z0-9][a-z0-9_.-]*$/;
const NAMESPACED = /^([a-z0-9][a-z0-9_.-]*)\/([a-z0-9][a-z0-9_.-]*)$/;
const REF =
  /^([a-z][a-z0-9]*):(?:([a-z0-9][a-z0-9_.-]*)\/)?([a-z0-9][a-z0-9_.-]*)$/;

/**
 * What to look up for an alert, in order: label by label as configured, and for
 * each value as a ref (`component:default/pay`, `component:pay`), as the name
 * that an entity's annotation claims, and as a name (`default/pay`, `pay`). An
 * annotation comes before a name, since somebody wrote it down for this.
 * @public
 */
export function lookupsOf(
  labels: Readonly<Record<string, string>>,
  labelNames: readonly string[] = DEFAULT_MATCH_LABELS,
): EntityLookup[] {
  return labelNames.flatMap(label => {
    const value = Object.hasOwn(labels, label)
      ? labels[label].trim().toLocaleLowerCase('en-US')
      : '';
    return canName(value) ? lookupsOfValue(label, value) : [];
  });
}

/** No database compares a text with a NUL in it. */
function canName(value: string): boolean {
  return value !== '' && value.length <= VALUE_MAX && !value.includes('\0');
}

function lookupsOfValue(label: string, value: string): EntityLookup[] {
  const lookups: EntityLookup[] = [];
  const ref = REF.exec(value);
  if (ref) {
    const [, kind, namespace = 'default', name] = ref;
    lookups.push({
      by: 'ref',
      label,
      entityRef: `${kind}:${namespace}/${name}`,
    });
  }
  lookups.push({ by: 'alert-name', label, alertName: value });
  const namespaced = NAMESPACED.exec(value);
  if (namespaced) {
    const [, namespace, name] = namespaced;
    lookups.push({ by: 'name', label, namespace, name });
  } else if (NAME.test(value)) {
    lookups.push({ by: 'name', label, name: value });
  }
  return lookups;
}

/**
 * The one entity that the look-ups mean: the first look-up that finds any
 * decides. One name, several entities: Component, Resource, API, System in that
 * order, then the default namespace; still several is no match.
 * @public
 */
export function matchLabels<Entity extends MatchableEntity>(
  lookups: readonly EntityLookup[],
  entities: readonly Entity[],
): EntityMatch<Entity> {
  for (const lookup of lookups) {
    const candidates = entities
      .filter(entity => isMeant(entity, lookup))
      .sort(inOrder);
    if (candidates.length > 0) {
      const first = candidates.filter(
        entity => rankOf(entity) === rankOf(candidates[0]),
      );
      return first.length === 1
        ? { outcome: 'matched', entity: first[0], lookup }
        : {
            outcome: 'several',
            candidates: candidates.slice(0, CANDIDATES_MAX),
            lookup,
          };
    }
  }
  return { outcome: 'none' };
}

function isMeant(entity: MatchableEntity, lookup: EntityLookup): boolean {
  if (NEVER_MATCHED.includes(entity.kind)) {
    return false;
  }
  switch (lookup.by) {
    case 'ref':
      return entity.entityRef === lookup.entityRef;
    case 'alert-name':
      return entity.alertName === lookup.alertName;
    case 'name':
      return (
        entity.name === lookup.name &&
        (lookup.namespace ?? entity.namespace) === entity.namespace &&
        MATCHABLE_KINDS.includes(entity.kind)
      );
    default:
      return false;
  }
}

/** By kind, within a kind the default namespace before all others. */
function rankOf(entity: MatchableEntity): number {
  const kind = MATCHABLE_KINDS.indexOf(entity.kind);
  return (
    (kind === -1 ? MATCHABLE_KINDS.length : kind) * 2 +
    (entity.namespace === 'default' ? 0 : 1)
  );
}

function inOrder(a: MatchableEntity, b: MatchableEntity): number {
  return rankOf(a) - rankOf(b) || a.entityRef.localeCompare(b.entityRef);
}
