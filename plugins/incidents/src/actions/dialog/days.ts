/** The calendar day so many days from now where the user is, such as 2026-12-01. */
export function dayIn(days: number, now: number): string {
  const date = new Date(now);
  date.setDate(date.getDate() + days);
  return [
    date.getFullYear(),
    String(date.getMonth() + 1).padStart(2, '0'),
    String(date.getDate()).padStart(2, '0'),
  ].join('-');
}
