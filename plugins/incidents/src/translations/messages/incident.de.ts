import type { incident as english } from './incident';

export const incident: Record<keyof typeof english, string> = {
  title: 'Incident',
};
