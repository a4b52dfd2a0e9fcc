import '@testing-library/jest-dom';

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
