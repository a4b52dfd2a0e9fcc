import type {
  DocumentCollatorFactory,
  IndexableDocument,
} from '@backstage/plugin-search-common';
import {
  incidentReadPermission,
  type IndexedIncident,
  type SearchDocument,
} from '@linchpin/backstage-plugin-incidents-common';
import { Readable } from 'node:stream';
import type { DocumentKind } from './kinds';
import type { SearchDocumentsClient } from './SearchDocumentsClient';

/** Reads all documents of a kind, page by page; each may be found by whoever may read its incident. */
export class DocumentCollator implements DocumentCollatorFactory {
  readonly type: string;
  readonly visibilityPermission = incidentReadPermission;
  readonly #documents: Pick<SearchDocumentsClient, 'page'>;
  readonly #kind: DocumentKind;

  constructor(
    documents: Pick<SearchDocumentsClient, 'page'>,
    kind: DocumentKind,
  ) {
    this.type = kind.type;
    this.#documents = documents;
    this.#kind = kind;
  }

  async getCollator(): Promise<Readable> {
    return Readable.from(this.#all());
  }

  async *#all(): AsyncGenerator<IndexableDocument> {
    let cursor: string | undefined;
    do {
      const page = await this.#documents.page(this.#kind.path, cursor);
      for (const document of page.items) {
        yield indexable(document, this.#kind);
      }
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
  }
}

function indexable(
  { incident, texts }: SearchDocument,
  kind: DocumentKind,
): IndexableDocument & IndexedIncident {
  const { id, number, title, status, priority } = incident;
  const { entity, owner, declaredAt } = incident;
  return {
    title: `${number} ${title}`,
    text: texts.join('\n\n'),
    location: kind.locationOf(incident),
    authorization: { resourceRef: id },
    number,
    status,
    priority,
    entity: entity?.title ?? '',
    owner: owner?.title ?? '',
    declaredAt,
  };
}
