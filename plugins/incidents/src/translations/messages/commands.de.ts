import type { commands as english } from './commands';

export const commands: Record<keyof typeof english, string> = {
  title: 'Commands',
};
