import type { setup as english } from './setup';

export const setup: Record<keyof typeof english, string> = {
  title: 'Setup',
};
