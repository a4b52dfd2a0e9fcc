import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import type {
  AlertSource,
  AlertSourcesExtensionPoint,
} from '@linchpin/backstage-plugin-incidents-node';

const ID = /^[a-z0-9][a-z0-9-]{0,63}$/;

/** `GET /intake/deliveries/{id}` stands where a source would; keys know senders of changes by such an id. */
const TAKEN = ['deliveries', 'changes'];

/** What alerts can come from: our own sources and those of modules. */
export class AlertSources implements AlertSourcesExtensionPoint {
  readonly #sources = new Map<string, AlertSource>();

  constructor(sources: readonly AlertSource[] = []) {
    sources.forEach(source => this.addSource(source));
  }

  addSource(source: AlertSource): void {
    if (!ID.test(source.id)) {
      throw new InputError(
        `id: '${source.id}' is no id of an alert source; use lower-case letters, digits and dashes`,
      );
    }
    if (TAKEN.includes(source.id) || this.#sources.has(source.id)) {
      throw new ConflictError(`The id '${source.id}' is taken already`);
    }
    this.#sources.set(source.id, source);
  }

  /** @throws NotFoundError naming those there are */
  get(id: string): AlertSource {
    const source = this.#sources.get(id);
    if (!source) {
      const known = [...this.#sources.keys()].sort().join(', ');
      throw new NotFoundError(
        `source: there is no alert source '${id}'; there is ${known || 'none'}`,
      );
    }
    return source;
  }

  has(id: string): boolean {
    return this.#sources.has(id);
  }

  all(): AlertSource[] {
    return [...this.#sources.values()];
  }
}
