import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useLanguage } from '../elements/time';
import { incidentsReportTranslationRef } from '../translations/report';
import { incidentsWordsTranslationRef } from '../translations/words';
import type { Suggestion } from './draft';
import classes from './SuggestionReason.module.css';

/** The suggested impact, with the facts of the catalog that speak for it. */
export const SuggestionReason = (props: { suggestion: Suggestion }) => {
  const { t } = useTranslationRef(incidentsReportTranslationRef);
  const words = useTranslationRef(incidentsWordsTranslationRef);
  const reasons = useReasons(props.suggestion);
  return (
    <p className={classes.reason}>
      <strong>
        {t('suggested', {
          impact: words.t(`impact_${props.suggestion.impact}`),
        })}
      </strong>{' '}
      {reasons}. {t('changeIt')}
    </p>
  );
};

function useReasons({ because }: Suggestion): string {
  const { t } = useTranslationRef(incidentsReportTranslationRef);
  const language = useLanguage();
  if (because.length === 0) {
    return t('because_nothing');
  }
  return new Intl.ListFormat(language).format(
    because.map(reason => {
      switch (reason.fact) {
        case 'tier':
          return t('because_tier', { tier: reason.tier });
        case 'lifecycle':
          return t('because_lifecycle', { lifecycle: reason.lifecycle });
        case 'dependants':
          return t('because_dependants', { count: reason.count });
        default:
          return t('because_unknown-entity');
      }
    }),
  );
}
