import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ReviewAnswer } from '@linchpin/backstage-plugin-incidents-common';
import { reviews } from '../translations/messages/reviews';
import { incidentsReviewsTranslationRef } from '../translations/reviews';

/** What is named by a template or by a check, and has a word here. */
type Word = Extract<
  keyof typeof reviews,
  `${'section' | 'ask' | 'check'}_${string}`
>;

/** What a section is called and what it asks: by its template, else by the words for it here. */
export function useSectionWords(
  section: Pick<ReviewAnswer['sections'][number], 'id' | 'title' | 'prompts'>,
): { title: string; prompts: readonly string[] } {
  const word = useWordOf();
  const ask = word(`ask_${section.id}`);
  return {
    title: section.title ?? word(`section_${section.id}`) ?? section.id,
    prompts: section.prompts ?? (ask ? [ask] : []),
  };
}

/** A word that may not be there, since it is named by what organisations and later releases add. */
export function useWordOf() {
  const { t } = useTranslationRef(incidentsReviewsTranslationRef);
  return (name: string): string | undefined =>
    isWord(name) ? t(name) : undefined;
}

function isWord(name: string): name is Word {
  return Object.hasOwn(reviews, name);
}
