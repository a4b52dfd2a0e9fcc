/**
 * How often a test with random input draws it: a short form by default, and as
 * often as `LINCHPIN_RUNS` says, which `npm run faults` does.
 */
export function runs(shortForm: number): number {
  return Number(process.env.LINCHPIN_RUNS ?? shortForm);
}

/** What fast-check draws from: anew each time, or again what `LINCHPIN_SEED` names. */
export function seed(): number {
  return Number(process.env.LINCHPIN_SEED ?? Date.now() % 2 ** 31);
}
