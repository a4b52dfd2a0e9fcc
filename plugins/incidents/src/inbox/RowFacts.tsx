import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { InboxItem } from '@linchpin/backstage-plugin-incidents-common';
import { Since } from '../elements/Instant';
import { incidentsInboxTranslationRef } from '../translations/inbox';
import { incidentsWordsTranslationRef } from '../translations/words';
import classes from '../lists/rows.module.css';
import { useWhyHere } from './useWhyHere';

/** What it is about, whose, how long, who has it, and why it stands here. */
export const RowFacts = (props: { item: InboxItem }) => {
  const { t } = useTranslationRef(incidentsInboxTranslationRef);
  const words = useTranslationRef(incidentsWordsTranslationRef).t;
  const { incident, why } = props.item;
  const whyHere = useWhyHere(props.item);
  const lead =
    why.code === 'you-lead'
      ? words('youLead')
      : incident.lead && words('leads', { name: incident.lead.title });
  return (
    <span className={classes.facts}>
      {incident.entity && (
        <span className={classes.entity}>{incident.entity.title}</span>
      )}
      <span>{incident.owner?.title ?? t('noOwner')}</span>
      <Since at={incident.declaredAt} />
      <span>{lead ?? words('nobodyLeads')}</span>
      {whyHere && <span>{whyHere}</span>}
    </span>
  );
};
