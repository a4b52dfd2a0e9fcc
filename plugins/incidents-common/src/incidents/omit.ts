/** A copy without some of its keys. */
export function omit<T extends object, K extends keyof T>(
  value: T,
  ...keys: K[]
): Omit<T, K> & T {
  const copy = { ...value };
  for (const key of keys) {
    delete copy[key];
  }
  return copy;
}
