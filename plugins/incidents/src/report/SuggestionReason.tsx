import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useLanguage } from '../elements/time';
import { incidentsTranslationRef } from '../translations/incidents';
import { incidentsWordsTranslationRef } from '../translations/words';
import type { Suggestion } from './draft';
import classes from './SuggestionReason.module.css';

/** The suggested impact, with the facts of the catalog that speak for it. */
export const SuggestionReason = (props: { suggestion: Suggestion }) => {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const words = useTranslationRef(incidentsWordsTranslationRef);
  const reasons = useReasons(props.suggestion);
  return (
    <p className={classes.reason}>
      <strong>
        {t('report.suggested', {
          impact: words.t(`impact_${props.suggestion.impact}`),
        })}
      </strong>{' '}
      {reasons}. {t('report.changeIt')}
    </p>
  );
};

function useReasons({ because }: Suggestion): string {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const language = useLanguage();
  if (because.length === 0) {
    return t('report.because_nothing');
  }
  return new Intl.ListFormat(language).format(
    because.map(reason => {
      switch (reason.fact) {
        case 'tier':
          return t('report.because_tier', { tier: reason.tier });
        case 'lifecycle':
          return t('report.because_lifecycle', { lifecycle: reason.lifecycle });
        case 'dependants':
          return t('report.because_dependants', { count: reason.count });
        default:
          return t('report.because_unknown-entity');
      }
    }),
  );
}
