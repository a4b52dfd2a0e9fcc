import { together } from './results.mjs';

/** Checks that do not stand in each other's way, as one. */
export const sideBySide = (title, checks) => ({
  title,
  run: async context =>
    together(await Promise.all(checks.map(check => check.run(context)))),
});

/** Checks one after the other, as one. */
export const inTurn = checks => ({
  async run(context) {
    const results = [];
    for (const check of checks) {
      results.push(await check.run(context));
    }
    return together(results);
  },
});
