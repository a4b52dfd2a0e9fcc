import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { IncidentDetail } from '@linchpin/backstage-plugin-incidents-common';
import type { ReactNode } from 'react';
import paper from '../../elements/paper.module.css';
import { useNow } from '../../elements/now';
import { incidentsTransferTranslationRef } from '../../translations/transfer';
import { incidentsWordsTranslationRef } from '../../translations/words';
import { ChangesOfRecord } from './ChangesOfRecord';
import type { Evidence } from './evidenceOf';
import classes from './EvidenceSheet.module.css';
import {
  Closed,
  Escalated,
  Major,
  Prioritised,
  Recorded,
  Resolved,
  Responsible,
  Reviewed,
  UpToDate,
} from './facts';
import { useSheetFormat } from './useSheetFormat';

/**
 * The nine facts that ISO/IEC 20000-1, 8.6.1 asks of every incident, each with what
 * the record says of it, and every change of the record with its reason.
 */
export const EvidenceSheet = (props: {
  incident: IncidentDetail;
  evidence: Evidence;
}) => {
  const { t } = useTranslationRef(incidentsTransferTranslationRef);
  const { t: words } = useTranslationRef(incidentsWordsTranslationRef);
  const format = useSheetFormat();
  const now = useNow();
  const { incident, evidence } = props;
  return (
    <article className={`${paper.sheet} ${classes.record}`}>
      <header className={classes.head}>
        <p className={classes.kind}>{t('sheetKind')}</p>
        <h1 className={classes.title}>
          {incident.number} · {incident.title}
        </h1>
        <p className={classes.about}>
          {incident.priority} · {words(`status_${incident.status}`)} ·{' '}
          {t('sheetTimes', { zone: format.zone })}
        </p>
      </header>
      <ol className={classes.facts}>
        <Fact title={t('fact_recorded')}>
          <Recorded {...props} />
        </Fact>
        <Fact title={t('fact_prioritised')}>
          <Prioritised {...props} />
        </Fact>
        <Fact title={t('fact_escalated')}>
          <Escalated {...props} />
        </Fact>
        <Fact title={t('fact_resolved')}>
          <Resolved {...props} />
        </Fact>
        <Fact title={t('fact_closed')}>
          <Closed {...props} />
        </Fact>
        <Fact title={t('fact_upToDate')}>
          <UpToDate {...props} />
        </Fact>
        <Fact title={t('fact_major')}>
          <Major {...props} />
        </Fact>
        <Fact title={t('fact_responsible')}>
          <Responsible {...props} />
        </Fact>
        <Fact title={t('fact_reviewed')}>
          <Reviewed {...props} />
        </Fact>
      </ol>
      <ChangesOfRecord changes={evidence.changes} />
      <footer className={classes.foot}>
        {t('sheetMade', {
          at: format.full(new Date(now).toISOString()),
          entries: String(evidence.entries),
          version: String(incident.version),
        })}
      </footer>
    </article>
  );
};

const Fact = (props: { title: string; children: ReactNode }) => (
  <li className={classes.fact}>
    <h2 className={classes.name}>{props.title}</h2>
    <div className={classes.said}>{props.children}</div>
  </li>
);
