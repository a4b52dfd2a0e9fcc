import {
  INDEXED_TYPES,
  type SearchDocument,
} from '@linchpin/backstage-plugin-incidents-common';

/** One kind of what is found. */
export interface DocumentKind {
  /** The type by which a search asks for it. */
  type: string;
  /** Where the incidents backend lists it. */
  path: string;
  /** Path within the portal. */
  locationOf(incident: SearchDocument['incident']): string;
}

const incidents: DocumentKind = {
  type: INDEXED_TYPES.incidents,
  path: '/search-documents/incidents',
  locationOf: ({ number }) => `/incidents/${number}`,
};

const reviews: DocumentKind = {
  type: INDEXED_TYPES.reviews,
  path: '/search-documents/reviews',
  locationOf: ({ number }) => `/incidents/${number}/review/document`,
};

export const DOCUMENT_KINDS: readonly DocumentKind[] = [incidents, reviews];
