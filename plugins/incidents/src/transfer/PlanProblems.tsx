import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ImportPlan } from '@linchpin/backstage-plugin-incidents-common';
import { useId } from 'react';
import tableClasses from '../setup/table.module.css';
import { incidentsTransferTranslationRef } from '../translations/transfer';
import classes from './PlanProblems.module.css';

/** What cannot be mapped, why, and in which line; the most frequent first. */
export const PlanProblems = (props: { plan: ImportPlan }) => {
  const { t } = useTranslationRef(incidentsTransferTranslationRef);
  const headingId = useId();
  const { problems, moreProblems, notInCatalog } = props.plan;
  return (
    <>
      {problems.length === 0 ? (
        <p className={classes.note}>{t('noProblems')}</p>
      ) : (
        <section aria-labelledby={headingId}>
          <h3 id={headingId} className={classes.title}>
            {t('problems')}
          </h3>
          <table className={tableClasses.table}>
            <thead>
              <tr>
                <th>{t('column')}</th>
                <th>{t('value')}</th>
                <th>{t('why')}</th>
                <th className={tableClasses.wide}>{t('effect')}</th>
                <th className={tableClasses.number}>{t('line')}</th>
              </tr>
            </thead>
            <tbody>
              {problems.map(problem => (
                <tr key={`${problem.field} ${problem.value} ${problem.why}`}>
                  <td className={tableClasses.labels}>{problem.field}</td>
                  <td className={classes.value}>{problem.value || '–'}</td>
                  <td>
                    {t(`why_${problem.why}`)}
                    {problem.detail && `: ${problem.detail}`}
                  </td>
                  <td className={tableClasses.wide}>
                    {t(`kind_${problem.kind}`, {
                      n: String(problem.incidents),
                    })}
                  </td>
                  <td className={tableClasses.number}>{problem.line}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {moreProblems > 0 && (
            <p className={tableClasses.note}>
              {t('moreProblems', { n: String(moreProblems) })}
            </p>
          )}
        </section>
      )}
      {notInCatalog.length > 0 && (
        <p className={classes.note}>
          {t('notInCatalog', { refs: notInCatalog.join(', ') })}
        </p>
      )}
    </>
  );
};
