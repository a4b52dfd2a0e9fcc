import type { search } from './search';

const de: Record<keyof typeof search, string> = {
  review: 'Nachbetrachtung',
};

export default de;
