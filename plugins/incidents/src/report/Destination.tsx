import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ReportPreview } from '@linchpin/backstage-plugin-incidents-common';
import { incidentsTranslationRef } from '../translations/incidents';
import classes from './Destination.module.css';

/** To whom it goes and what happens then, before it is sent. */
export const Destination = (props: { preview?: ReportPreview }) => (
  <p className={classes.destination} aria-live="polite">
    {props.preview && <Words preview={props.preview} />}
  </p>
);

const Words = (props: { preview: ReportPreview }) => {
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { entity, owner, toldCount, ownedByViewer } = props.preview;
  if (!owner) {
    return <>{t(entity ? 'report.goesToNobody' : 'report.goesNowhereYet')}</>;
  }
  return (
    <>
      {t('report.goesTo', {
        owner: <strong>{owner.title}</strong>,
        people: t('report.people', { count: toldCount }),
      })}{' '}
      {t(ownedByViewer ? 'report.startsAtOnce' : 'report.theyDecide')}
    </>
  );
};
