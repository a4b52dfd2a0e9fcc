import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** A ref, and how wide its element is in pixels; `initial` until it is laid out. */
export function useWidth<Element extends HTMLElement>(
  initial: number,
): [RefObject<Element>, number] {
  const ref = useRef<Element>(null);
  const [width, setWidth] = useState(initial);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element || typeof ResizeObserver === 'undefined') {
      return undefined;
    }
    const observer = new ResizeObserver(([{ contentRect }]) =>
      setWidth(contentRect.width || initial),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [initial]);
  return [ref, width];
}
