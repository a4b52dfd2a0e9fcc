import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { InboxItem } from '@linchpin/backstage-plugin-incidents-common';
import type { MouseEvent } from 'react';
import { Countdown } from '../elements/Countdown';
import { PriorityMark } from '../elements/PriorityMark';
import { useIncidentsPaths, useNavigate } from '../navigation/navigation';
import { incidentsInboxTranslationRef } from '../translations/inbox';
import { hasPreview } from './hasPreview';
import classes from '../lists/rows.module.css';
import { RowFacts } from './RowFacts';
import { RowMark } from './RowMark';
import { RowSource } from './RowSource';
import { useRank } from './useRank';

/** Two lines: what, where from and what falls due; then whose, how long and why here. */
export const InboxRow = (props: {
  item: InboxItem;
  isCurrent: boolean;
  isSelected: boolean;
  onLookAt: () => void;
  onSelect: () => void;
}) => {
  const { t } = useTranslationRef(incidentsInboxTranslationRef);
  const paths = useIncidentsPaths();
  const navigate = useNavigate();
  const { incident, clock } = props.item;
  const path = paths.incident(incident.number);
  const rank = useRank(props.item);

  const onClick = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) {
      return;
    }
    event.preventDefault();
    if (hasPreview()) {
      props.onLookAt();
    } else {
      navigate(path);
    }
  };

  return (
    <li
      className={classes.row}
      data-number={incident.number}
      data-selected={props.isSelected || undefined}
      aria-current={props.isCurrent || undefined}
    >
      <input
        type="checkbox"
        className={classes.select}
        aria-label={t('select', { number: incident.number })}
        checked={props.isSelected}
        onChange={props.onSelect}
      />
      <span className={classes.priority} title={rank}>
        <PriorityMark priority={incident.priority} />
      </span>
      <div className={classes.first}>
        <a href={path} className={classes.title} onClick={onClick}>
          {incident.title}
        </a>
        <RowSource incident={incident} />
      </div>
      <span className={classes.clock}>
        {clock && <Countdown kind={clock.kind} dueAt={clock.dueAt} />}
      </span>
      <div className={classes.second}>
        <RowFacts item={props.item} />
      </div>
      <RowMark mark={props.item.mark} />
    </li>
  );
};
