import type {
  LiveLine,
  NamedRef,
  ReportPreview,
  Routing,
} from '@linchpin/backstage-plugin-incidents-common';
import type { Access } from '../authorization';
import type { EntityReader } from '../history/EntityReader';
import { named } from '../history/incidentRows';
import type { PreventingReader } from '../actions/PreventingReader';

/** What the report dialog learns of an entity before anything is typed. */
export interface ReportRouting {
  route(entityRef: string): Promise<Routing>;
  withoutEntity(reason: 'no-entity'): Promise<Routing>;
  suggest(entityRef: string | undefined): Promise<ReportPreview['suggestion']>;
}

/** Where a report would go, what is known already, and how bad it probably is. */
export class ReportPreviewReader {
  readonly #entities: EntityReader;
  readonly #routing: ReportRouting;
  readonly #preventing: PreventingReader;

  constructor(options: {
    entities: EntityReader;
    routing: ReportRouting;
    preventing: PreventingReader;
  }) {
    this.#entities = options.entities;
    this.#routing = options.routing;
    this.#preventing = options.preventing;
  }

  async read(
    access: Access,
    entityRef: string | undefined,
  ): Promise<ReportPreview> {
    const [routing, suggestion, around, preventing] = await Promise.all([
      entityRef
        ? this.#routing.route(entityRef)
        : this.#routing.withoutEntity('no-entity'),
      this.#routing.suggest(entityRef),
      entityRef ? this.#around(access, entityRef) : { entity: null, known: [] },
      entityRef ? this.#preventing.of(access, entityRef) : [],
    ]);
    const { viewer } = access;
    return {
      ...around,
      preventing,
      owner: named(routing.owner),
      toldCount: routing.people.length,
      ownedByViewer:
        viewer.type === 'user' &&
        routing.owner !== undefined &&
        viewer.ownershipRefs.includes(routing.owner.ref),
      suggestion,
    };
  }

  async #around(
    access: Access,
    entityRef: string,
  ): Promise<{ entity: NamedRef; known: LiveLine[] }> {
    const { entity, live, dependencies } = await this.#entities.around(
      access,
      entityRef,
    );
    return {
      entity,
      known: [
        ...live.map(incident => ({ incident, via: entity })),
        ...dependencies,
      ],
    };
  }
}
