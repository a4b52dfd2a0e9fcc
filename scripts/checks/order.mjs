import { failed, together } from './results.mjs';

/** How many checks run at a time: each has a core of a small machine for itself. */
const LANES = 2;

/**
 * Checks that do not stand in each other's way, as one. They begin in their order, each as soon as
 * there is room for it; one that cannot be carried out fails, and keeps no other from its end.
 */
export const sideBySide = (title, checks) => ({
  title,
  async run(context) {
    const waiting = checks.entries();
    const results = [];
    const lanes = Array.from({ length: LANES }, async () => {
      // The lanes share the iterator, so that each check is run by one of them.
      for (const [place, check] of waiting) {
        results[place] = await runPart(check, context);
      }
    });
    await Promise.all(lanes);
    return together(results);
  },
});

/** Checks one after the other, as one. */
export const inTurn = checks => ({
  async run(context) {
    const results = [];
    for (const check of checks) {
      results.push(await runPart(check, context));
    }
    return together(results);
  },
});

/** What came of a check, and of which parts, each with its time, unless it has parts itself. */
async function runPart(check, context) {
  context.interruption.throwIfAborted();
  const began = Date.now();
  const result = await check
    .run(context)
    .catch(({ message, remedy, stack }) =>
      failed(remedy ? `${message}\n${remedy}` : stack),
    );
  const own = {
    title: check.title,
    isGood: result.failed === 0,
    seconds: (Date.now() - began) / 1_000,
  };
  return { ...result, parts: result.parts ?? [own] };
}
