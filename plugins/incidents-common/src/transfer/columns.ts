import type { ImportMapping } from '../schemas/transfer';

const PLACEHOLDER = /\{([^{}]+)\}/g;

/** The columns that a mapping names, each once. @public */
export function columnsOf(mapping: ImportMapping): string[] {
  const { priority, impact, urgency, owner, entity, status } = mapping;
  const lookups = [status, priority, impact, urgency, owner, ...entity];
  const named = [
    mapping.id,
    ...placeholdersOf(mapping.title),
    ...placeholdersOf(mapping.description ?? ''),
    mapping.declaredAt,
    mapping.detectedAt,
    mapping.impactStartedAt,
    mapping.resolvedAt,
    ...(mapping.rows === 'changes'
      ? [mapping.changedAt, mapping.changedBy]
      : [mapping.acknowledgedAt, mapping.mitigatedAt, mapping.closedAt]),
    ...lookups.map(lookup => lookup?.column),
    mapping.reporter,
    mapping.lead,
    ...mapping.notes,
  ];
  return [...new Set(named.filter(name => name !== undefined))];
}

/** A text with the values of the row in place of the names of columns. */
export function filled(
  template: string,
  fields: Readonly<Record<string, string>>,
): string {
  return template.replace(PLACEHOLDER, (_, name) => fields[name] ?? '–');
}

function placeholdersOf(template: string): string[] {
  return [...template.matchAll(PLACEHOLDER)].map(([, name]) => name);
}
