import { MarkdownContent } from '@backstage/core-components';
import classes from './Markdown.module.css';

/** What somebody wrote, with the platform's marks for lists, links and the like. */
export const Markdown = (props: { text: string }) => (
  <MarkdownContent
    content={props.text}
    className={classes.markdown}
    transformImageUri={ofThisPortal}
  />
);

/** A picture from elsewhere would tell its host who reads; what it is called stands in its place. */
function ofThisPortal(uri: string): string {
  return /^\/(?!\/)/.test(uri) ? uri : 'about:blank';
}
