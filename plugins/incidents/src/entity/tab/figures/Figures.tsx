import type { HistoryFigures } from '@linchpin/backstage-plugin-incidents-common';
import type { Marked } from '../useMarked';
import { ChangeShare } from './ChangeShare';
import { Further } from './Further';
import { HowLong } from './HowLong';
import { When } from './When';
import classes from './Figures.module.css';

/** The charts of an entity that has had enough incidents for them. Loaded only where they are shown. */
export const Figures = (props: {
  figures: HistoryFigures;
  /** What the names of the files begin with. */
  file: string;
  marked: Marked;
}) => (
  <>
    <When {...props} />
    <div className={classes.pair}>
      <HowLong {...props} />
      <ChangeShare {...props} />
    </div>
    <Further {...props} />
  </>
);
