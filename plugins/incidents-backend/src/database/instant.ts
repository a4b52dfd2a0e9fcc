/** A time column as the engines hand it out: SQLite a number, PostgreSQL a Date. */
export type StoredInstant = Date | number | string;

/** A stored time as ISO 8601 in UTC, with milliseconds. */
export function toInstant(value: StoredInstant): string {
  return new Date(value).toISOString();
}

/** The same for a column that may be empty. */
export function toInstantOrUndefined(
  value: StoredInstant | null | undefined,
): string | undefined {
  return value === null || value === undefined ? undefined : toInstant(value);
}
