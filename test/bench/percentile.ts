/** The value below which such a share of all values lies. */
export function percentileOf(values: readonly number[], share: number): number {
  const inOrder = [...values].sort((a, b) => a - b);
  return inOrder[
    Math.min(inOrder.length - 1, Math.floor(inOrder.length * share))
  ];
}
