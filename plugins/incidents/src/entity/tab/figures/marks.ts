import type { HistoryFigures } from '@linchpin/backstage-plugin-incidents-common';

/** A day on which something was. */
export type HistoryDay = HistoryFigures['days'][number];

/** An incident as one mark among many. */
export type HistoryDot = HistoryFigures['dots'][number];
