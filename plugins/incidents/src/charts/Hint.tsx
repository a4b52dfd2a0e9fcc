import { type PropsWithChildren, useEffect, useReducer } from 'react';
import { createPortal } from 'react-dom';
import classes from './Hint.module.css';

const GAP = 12;

/** What it may need below the mark; where there is less, it stands above. */
const HEIGHT = 240;

/**
 * More of the mark that is pointed at or focused, beside it and above all cards. The
 * name of the mark says the same to those who hear it.
 */
export const Hint = (props: PropsWithChildren<{ mark: Element }>) => {
  useRedrawnOnScroll();
  const { left, right, top, bottom } = props.mark.getBoundingClientRect();
  const { innerWidth, innerHeight } = window;
  return createPortal(
    <div
      aria-hidden="true"
      className={classes.hint}
      style={{
        ...(left > innerWidth / 2
          ? { right: innerWidth - left + GAP }
          : { left: right + GAP }),
        ...(bottom + HEIGHT > innerHeight
          ? { bottom: innerHeight - bottom }
          : { top }),
      }}
    >
      {props.children}
    </div>,
    document.body,
  );
};

/** Scrolling moves the mark, and nothing else would say so. */
function useRedrawnOnScroll() {
  const [, redraw] = useReducer((times: number) => times + 1, 0);
  useEffect(() => {
    window.addEventListener('scroll', redraw, true);
    return () => window.removeEventListener('scroll', redraw, true);
  }, []);
}
