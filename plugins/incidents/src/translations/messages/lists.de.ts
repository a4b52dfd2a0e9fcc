import type { lists as english } from './lists';

export const lists: Record<keyof typeof english, string> = {
  title: 'Lists',
};
