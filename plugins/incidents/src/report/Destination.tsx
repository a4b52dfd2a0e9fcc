import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ReportPreview } from '@linchpin/backstage-plugin-incidents-common';
import { incidentsReportTranslationRef } from '../translations/report';
import classes from './Destination.module.css';

/** To whom it goes and what happens then, before it is sent. */
export const Destination = (props: { preview?: ReportPreview }) => (
  <p className={classes.destination} aria-live="polite">
    {props.preview && <Words preview={props.preview} />}
  </p>
);

const Words = (props: { preview: ReportPreview }) => {
  const { t } = useTranslationRef(incidentsReportTranslationRef);
  const { entity, owner, toldCount, ownedByViewer } = props.preview;
  if (!owner) {
    return <>{t(entity ? 'goesToNobody' : 'goesNowhereYet')}</>;
  }
  return (
    <>
      {t('goesTo', {
        owner: <strong>{owner.title}</strong>,
        people: t('people', { count: toldCount }),
      })}{' '}
      {t(ownedByViewer ? 'startsAtOnce' : 'theyDecide')}
    </>
  );
};
