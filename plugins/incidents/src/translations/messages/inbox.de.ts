import type { inbox as english } from './inbox';

export const inbox: Record<keyof typeof english, string> = {
  title: 'Inbox',
};
