import { z } from 'zod/v3';
import { incidentSchema } from './incident';
import { page } from './values';

/** What an incident, or the review of one, is found by, for an index of the portal's search. */
export const searchDocumentSchema = z.object({
  /** That it is about; who may read it may read the document. */
  incident: incidentSchema.pick({
    id: true,
    number: true,
    title: true,
    status: true,
    priority: true,
    entity: true,
    owner: true,
    declaredAt: true,
  }),
  /** As people wrote them, in the order in which they are read. */
  texts: z.array(z.string()),
});

export const searchDocumentPageSchema = page(searchDocumentSchema);

export type SearchDocument = z.infer<typeof searchDocumentSchema>;
export type SearchDocumentPage = z.infer<typeof searchDocumentPageSchema>;
