/** Beside the portal that somebody may have running. */
export const PORT = '7107';

/** Where the portal of the suite keeps its data. */
export const DATA = '.data/e2e';
