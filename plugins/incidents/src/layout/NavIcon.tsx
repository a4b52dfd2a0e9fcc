import { RiAlarmWarningLine } from '@remixicon/react';
import { lazy, Suspense } from 'react';
import classes from './NavIcon.module.css';

const DecisionCount = lazy(() =>
  import('./DecisionCount').then(m => ({ default: m.DecisionCount })),
);

/** The icon in the navigation, with the number of things that need my decision. */
export const NavIcon = () => (
  <span className={classes.icon}>
    <RiAlarmWarningLine />
    <Suspense fallback={null}>
      <DecisionCount />
    </Suspense>
  </span>
);
