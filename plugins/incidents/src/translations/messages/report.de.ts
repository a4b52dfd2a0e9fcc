import type { report as english } from './report';

export const report: Record<keyof typeof english, string> = {
  title: 'Report',
};
