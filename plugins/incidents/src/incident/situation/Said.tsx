import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  type PropsWithChildren,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { incidentsIncidentTranslationRef } from '../../translations/incident';
import classes from './Situation.module.css';
import type { Statement } from './statement';

/** What somebody said: the first sentence, the rest on two lines unless asked for. */
export const Said = (props: PropsWithChildren<{ statement: Statement }>) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  const { headline, rest } = props.statement;
  const [isOpen, setOpen] = useState(false);
  const { ref, isCut } = useIsCut(`${headline}\n${rest ?? ''}`);
  return (
    <dd ref={ref} data-open={isOpen || undefined}>
      <p className={classes.headline}>{headline}</p>
      {rest && <p className={classes.rest}>{rest}</p>}
      {(isCut || isOpen) && (
        <button
          type="button"
          className={classes.toggle}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? t('showLess') : t('showAll')}
        </button>
      )}
      {props.children}
    </dd>
  );
};

/** Whether a line inside was cut, for the given text and the present width. */
function useIsCut(text: string) {
  const ref = useRef<HTMLElement>(null);
  const [isCut, setCut] = useState(false);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) {
      return undefined;
    }
    const measure = () =>
      setCut(
        [...element.children].some(
          line => line.scrollHeight > line.clientHeight + 1,
        ),
      );
    measure();
    if (typeof ResizeObserver === 'undefined') {
      return undefined;
    }
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [text]);
  return { ref, isCut };
}
