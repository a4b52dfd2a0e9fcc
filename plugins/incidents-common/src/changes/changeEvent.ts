import type {
  ChangeKind,
  ChangeOutcome,
  Instant,
} from '../incidents/vocabulary';

/** So many changes are told in one request at most. */
export const CHANGES_AT_ONCE = 100;

/** A change of what runs, as whoever made it tells. Never edited: it is told once. @public */
export interface ChangeEvent {
  id: string;
  kind: ChangeKind;
  /** What was changed; the catalog may not have it. */
  entityRef: string;
  title: string;
  /** What a deployment brought. */
  version?: string;
  /** Where its making can be seen. */
  url?: string;
  /** Who made it, as the source calls them. */
  actor?: string;
  outcome?: ChangeOutcome;
  /** What told of it, such as `github-actions`. */
  source: string;
  /** Which one it is there; unique within the source, so that a repeat is the same change. */
  sourceId: string;
  startedAt: Instant;
  finishedAt?: Instant;
}

/** When it had taken effect: its end, else its begin. @public */
export function tookEffectAt({
  startedAt,
  finishedAt,
}: Pick<ChangeEvent, 'startedAt' | 'finishedAt'>): Instant {
  return finishedAt ?? startedAt;
}

/**
 * Whether something was deployed, as the change fail rate counts it: also where the
 * deployment failed, which may have left half of it behind, but not where it was
 * called off.
 * @public
 */
export function isDeployment({
  kind,
  outcome,
}: Pick<ChangeEvent, 'kind' | 'outcome'>): boolean {
  return kind === 'deployment' && outcome !== 'cancelled';
}
