import { useSectionWords } from '../../words';
import type { Section } from '../writing/useSectionText';

/** What a section is called. */
export const SectionName = (props: { section: Section }) => (
  <>{useSectionWords(props.section).title}</>
);
