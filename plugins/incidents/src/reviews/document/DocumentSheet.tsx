import { Markdown } from '../../elements/Markdown';
import paper from '../../elements/paper.module.css';
import classes from './DocumentSheet.module.css';

/** The document on paper, as it is printed. */
export const DocumentSheet = (props: { markdown: string }) => (
  <article className={`${paper.sheet} ${classes.document}`}>
    <Markdown text={props.markdown} />
  </article>
);
