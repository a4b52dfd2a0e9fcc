import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// A machine with much to do is slow, which is no fault of what is tested.
configure({ asyncUtilTimeout: 10_000 });

/** jsdom lays nothing out, so nothing ever comes into sight: lists that load on scrolling stay as they are. */
class NothingInSight implements IntersectionObserver {
  readonly root = null;
  readonly rootMargin = '';
  readonly thresholds = [];
  observe() {}
  unobserve() {}
  disconnect() {}
  takeRecords() {
    return [];
  }
}

globalThis.IntersectionObserver ??= NothingInSight;
