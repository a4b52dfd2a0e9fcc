import {
  DOCUMENT_WORDS,
  sectionWords,
  type DocumentLanguage,
  type DocumentWords,
  type SectionWords,
} from '@linchpin/backstage-plugin-incidents-common/reviews';
import { useLanguage } from '../elements/time';
import type { Section } from './editor/writing/useSectionText';

/** The language of the document that the user reads: their own, or English. */
export function useDocumentLanguage(): DocumentLanguage {
  return useLanguage().startsWith('de') ? 'de' : 'en';
}

/** The words of the document, so that what is written is called there as here. */
export function useDocumentWords(): DocumentWords {
  return DOCUMENT_WORDS[useDocumentLanguage()];
}

/** What a section is called and what it asks. */
export function useSectionWords(
  section: Pick<Section, 'id' | 'title' | 'prompts'>,
): SectionWords {
  return sectionWords(section, useDocumentLanguage());
}
