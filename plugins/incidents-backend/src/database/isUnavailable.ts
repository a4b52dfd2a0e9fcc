/**
 * PostgreSQL: connection lost, out of resources, shut down or starting. SQLite: no
 * room, the disk fails, another process holds it. Node.js: nobody there.
 */
const UNAVAILABLE =
  /^(08...|53...|57P0.|SQLITE_(FULL|IOERR|BUSY|READONLY|CANTOPEN)(_\w+)?|ECONN\w+|EPIPE|ETIMEDOUT)$/;

/**
 * Whether a statement failed because the database takes nothing at the moment,
 * whatever the statement says: another one would fail as well.
 */
export function isUnavailable(error: unknown): boolean {
  const { code, name, message } = error as Partial<
    Record<'code' | 'name' | 'message', unknown>
  >;
  return (
    UNAVAILABLE.test(String(code)) ||
    name === 'KnexTimeoutError' ||
    // pg gives no code where the server goes away during a statement.
    String(message).includes('Connection terminated')
  );
}
