import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  ReviewCommand,
  ReviewOutcome,
} from '@linchpin/backstage-plugin-incidents-common';
import { Markdown } from '../../../elements/Markdown';
import { incidentsReviewsTranslationRef } from '../../../translations/reviews';
import { useSectionWords } from '../../words';
import { Conflict } from './Conflict';
import { SectionEditor } from './SectionEditor';
import type { Section } from './useSectionText';
import classes from './Writing.module.css';

/** A section with what it asks; written, joined or read, as its reader may and its texts need. */
export const SectionPart = (props: {
  incident: { id: string; number: string };
  section: Section;
  mayWrite: boolean;
  send: (command: ReviewCommand) => Promise<ReviewOutcome>;
  onAct: (quote: string) => void;
  onComment: (quote: string | undefined) => void;
}) => {
  const { t } = useTranslationRef(incidentsReviewsTranslationRef);
  const { section, mayWrite } = props;
  const { title, prompts } = useSectionWords(section);
  const id = `section-${section.id}`;
  return (
    <section className={classes.section} aria-labelledby={id}>
      <header className={classes.head}>
        <h3 id={id}>{title}</h3>
        <span className={classes.mark}>
          {[
            section.required && mayWrite && t('required'),
            !section.internal && t('shared'),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </header>
      {mayWrite && prompts.length > 0 && (
        <p id={`ask-${section.id}`} className={classes.prompts}>
          {prompts.join(' ')}
        </p>
      )}
      {mayWrite && section.beside.length > 0 && <Conflict {...props} />}
      {mayWrite && section.beside.length === 0 && <SectionEditor {...props} />}
      {!mayWrite && (
        <div className={classes.read} data-quotable="">
          {section.text.trim() ? (
            <Markdown text={section.text} />
          ) : (
            <p className={classes.nothing}>{t('nothingWritten')}</p>
          )}
        </div>
      )}
    </section>
  );
};
