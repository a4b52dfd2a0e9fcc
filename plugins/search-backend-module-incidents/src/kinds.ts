import type { SearchDocument } from '@linchpin/backstage-plugin-incidents-common';

/** One kind of what is found. */
export interface DocumentKind {
  /** The type by which a search asks for it. */
  type: string;
  /** Where the incidents backend lists it. */
  path: string;
  titleOf(incident: SearchDocument['incident']): string;
  /** Path within the portal. */
  locationOf(incident: SearchDocument['incident']): string;
}

const incidents: DocumentKind = {
  type: 'incidents',
  path: '/search-documents/incidents',
  titleOf: ({ number, title }) => `${number} ${title}`,
  locationOf: ({ number }) => `/incidents/${number}`,
};

export const DOCUMENT_KINDS: readonly DocumentKind[] = [incidents];
