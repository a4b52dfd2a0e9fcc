import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  Incident,
  InboxItem,
  InboxView,
} from '@linchpin/backstage-plugin-incidents-common';
import { incidentsInboxTranslationRef } from '../translations/inbox';
import { InboxRow } from './InboxRow';
import classes from '../lists/rows.module.css';
import type { Selection } from '../lists/useSelection';

/** The rows of a view. */
export const InboxList = (props: {
  view: InboxView;
  rows: readonly InboxItem[];
  current: string | undefined;
  selection: Selection<Incident>;
  onLookAt: (number: string) => void;
}) => {
  const { t } = useTranslationRef(incidentsInboxTranslationRef);
  if (props.rows.length === 0) {
    return null;
  }
  return (
    <ul
      className={classes.rows}
      aria-label={t(`list_${props.view}`)}
      data-selecting={props.selection.items.length > 0 || undefined}
    >
      {props.rows.map(item => (
        <InboxRow
          key={item.incident.id}
          item={item}
          isCurrent={item.incident.id === props.current}
          isSelected={props.selection.has(item.incident.id)}
          onLookAt={() => props.onLookAt(item.incident.number)}
          onSelect={() => props.selection.toggle(item.incident.id)}
        />
      ))}
    </ul>
  );
};
