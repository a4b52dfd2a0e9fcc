import { type RefObject, useEffect, useState } from 'react';

/** Whether what stands right after the sentinel is stuck to the upper edge. */
export function useIsStuck(sentinel: RefObject<HTMLElement>): boolean {
  const [isStuck, setStuck] = useState(false);
  useEffect(() => {
    const element = sentinel.current;
    if (!element || typeof IntersectionObserver === 'undefined') {
      return undefined;
    }
    const observer = new IntersectionObserver(([entry]) => {
      const { boundingClientRect, rootBounds, isIntersecting } = entry;
      const isAbove = boundingClientRect.top < (rootBounds?.top ?? 0);
      setStuck(!isIntersecting && isAbove);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [sentinel]);
  return isStuck;
}
