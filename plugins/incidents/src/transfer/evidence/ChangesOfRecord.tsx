import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { incidentsIncidentTranslationRef } from '../../translations/incident';
import { incidentsTransferTranslationRef } from '../../translations/transfer';
import type { RecordChange } from './evidenceOf';
import classes from './EvidenceSheet.module.css';
import { useSheetFormat } from './useSheetFormat';

/** What was on record and is so no more: old, new, why and by whom. */
export const ChangesOfRecord = (props: { changes: RecordChange[] }) => {
  const { t } = useTranslationRef(incidentsTransferTranslationRef);
  const { t: incident } = useTranslationRef(incidentsIncidentTranslationRef);
  const format = useSheetFormat();
  const { changes } = props;
  return (
    <section className={classes.changes}>
      <h2 className={classes.name}>{t('changes')}</h2>
      {changes.length === 0 ? (
        <p className={classes.none}>{t('changesNone')}</p>
      ) : (
        <table className={classes.table}>
          <thead>
            <tr>
              <th>{t('change_what')}</th>
              <th>{t('change_from')}</th>
              <th>{t('change_to')}</th>
              <th>{t('change_reason')}</th>
              <th>{t('change_by')}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ sequence, what, stamp, from, to, ...change }) => {
              const shown = (value: string | null) =>
                value && stamp ? format.full(value) : (value ?? '–');
              return (
                <tr key={sequence}>
                  <td>
                    {stamp
                      ? incident(`stamp_${stamp}`)
                      : t(
                          what === 'title' ? 'change_title' : 'change_priority',
                        )}
                  </td>
                  <td>{shown(from)}</td>
                  <td>{shown(to)}</td>
                  <td>{change.reason ?? '–'}</td>
                  <td>
                    {change.by}, {format.full(change.at)}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </section>
  );
};
