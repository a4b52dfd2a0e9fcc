import {
  alertNameOf,
  namedByKey,
  placeOf,
  type AlertVerdict,
  type EntityLookup,
  type JudgedAlert,
  type Routing,
} from '@linchpin/backstage-plugin-incidents-common';
import type {
  NowService,
  ParsedAlert,
} from '@linchpin/backstage-plugin-incidents-node';
import { openKeyOfEntity } from '../incidents/openKey';
import { AnswerMemory } from '../memory/AnswerMemory';
import type { AlertMatch, AlertMatcher, AlertRouting } from './facts';
import type { PositionedAlert } from './MessageReader';
import type { Portion } from './portions';

/** Where an alert's incident belongs. */
export interface Place {
  /** The key of the open incident that takes it. */
  openKey: string;
  entityRef?: string;
  /** Why no entity was found. */
  unmatched?: 'none' | 'several';
  routing: Routing;
  /** How the entity was found or was not, in plain words. */
  because: string;
}

/** An alert with everything that is decided before the transaction. */
export interface AssessedAlert extends PositionedAlert {
  verdict: AlertVerdict;
  /** Of a firing one that makes an incident. */
  place?: Place;
}

/** A portion of a message, ready to be written down. */
export interface AssessedPortion extends Omit<Portion, 'alerts'> {
  alerts: AssessedAlert[];
}

const KEY_TEXT_MAX = 300;

/**
 * A storm asks for the same routings batch after batch. What they are made from is up
 * to a minute old anyhow.
 */
const ROUTINGS = { forMs: 2_000, capacity: 500 };

/** Judges alerts and finds out where they belong, before any transaction. */
export class AlertAssessor {
  readonly #judge: (alert: JudgedAlert) => AlertVerdict;
  readonly #matcher: AlertMatcher;
  readonly #routing: AlertRouting;
  readonly #routings: AnswerMemory<Routing>;

  constructor(options: {
    judge: (alert: JudgedAlert) => AlertVerdict;
    matcher: AlertMatcher;
    routing: AlertRouting;
    now: NowService;
  }) {
    this.#judge = options.judge;
    this.#matcher = options.matcher;
    this.#routing = options.routing;
    this.#routings = new AnswerMemory({ ...ROUTINGS, now: options.now });
  }

  async assess(batch: readonly Portion[]): Promise<AssessedPortion[]> {
    return Promise.all(
      batch.map(async portion => ({
        ...portion,
        alerts: await Promise.all(
          portion.alerts.map(async positioned => {
            const verdict = this.#judge(positioned.alert);
            const place =
              positioned.alert.state === 'firing' &&
              verdict.disposition !== 'record' &&
              (await this.#place(positioned.alert, portion.delivery));
            return { ...positioned, verdict, ...(place && { place }) };
          }),
        ),
      })),
    );
  }

  async #place(
    alert: ParsedAlert,
    { source, keyFor }: Portion['delivery'],
  ): Promise<Place> {
    const match = await this.#matcher.match(alert.labels);
    const { entityRef, groupRef } = placeOf(
      match.outcome === 'matched' ? match.entityRef : undefined,
      keyFor,
    );
    const routeOf = (ref: string) =>
      this.#routings.ask(`${ref} ${groupRef}`, () =>
        this.#routing.route(ref, groupRef),
      );
    if (match.outcome === 'matched') {
      return {
        openKey: openKeyOfEntity(match.entityRef),
        entityRef: match.entityRef,
        routing: await routeOf(match.entityRef),
        because: `${match.entityRef} ${wordsOf(match.lookup)}`,
      };
    }
    if (entityRef) {
      return {
        openKey: openKeyOfEntity(entityRef),
        entityRef,
        routing: namedByKey(await routeOf(entityRef), entityRef),
        because: `${entityRef} ${NAMED_BY_KEY}`,
      };
    }
    const reason = UNROUTED[match.outcome];
    return {
      openKey: openKeyOfUnmatched(source, alert, groupRef),
      ...(match.outcome !== 'catalog-unavailable' && {
        unmatched: match.outcome,
      }),
      routing: await this.#routings.ask(`${reason} ${groupRef}`, () =>
        this.#routing.withoutEntity(reason, groupRef),
      ),
      because: NO_ENTITY[match.outcome],
    };
  }
}

/**
 * The key under which alerts without an entity find the incident they belong to;
 * those that came by the keys of two groups are two incidents.
 */
export function openKeyOfUnmatched(
  source: string,
  alert: Pick<ParsedAlert, 'labels' | 'title'>,
  groupRef?: string,
): string {
  const name = alertNameOf(alert);
  const text = groupRef ? `${groupRef}:${name}` : name;
  return `alert:${source}:${text.slice(0, KEY_TEXT_MAX)}`;
}

type Unmatched = Exclude<AlertMatch['outcome'], 'matched'>;

const UNROUTED = {
  none: 'no-entity',
  several: 'several-match',
  'catalog-unavailable': 'catalog-unavailable',
} as const satisfies Record<Unmatched, string>;

const NAMED_BY_KEY =
  'is what the integration key is for that it came by, and its labels name no single other';

const NO_ENTITY: Record<Unmatched, string> = {
  none: 'no entity of the catalog has a name that its labels say',
  several: 'several entities of the catalog have the name that its labels say',
  'catalog-unavailable':
    'the catalog did not answer, so its entity is looked up later',
};

function wordsOf(lookup: EntityLookup): string {
  switch (lookup.by) {
    case 'ref':
      return `is what its label ${lookup.label} says`;
    case 'alert-name':
      return `claims what its label ${lookup.label} says, by annotation`;
    default:
      return `has the name that its label ${lookup.label} says`;
  }
}
