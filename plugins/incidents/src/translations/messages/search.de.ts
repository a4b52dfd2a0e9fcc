import type { search } from './search';

const de: Record<keyof typeof search, string> = {
  review: 'Rückblick',
};

export default de;
