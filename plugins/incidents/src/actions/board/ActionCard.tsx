import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  type Action,
  isOpenAction,
} from '@linchpin/backstage-plugin-incidents-common';
import { RiRestartLine } from '@remixicon/react';
import { PriorityMark } from '../../elements/PriorityMark';
import { useInstantFormat } from '../../elements/time';
import { incidentsActionsTranslationRef } from '../../translations/actions';
import { DueDay } from '../DueDay';
import classes from './ActionCard.module.css';
import { MoveMenu } from './MoveMenu';

interface ActionCardProps {
  action: Action;
  /** Whether Tab comes to it: of all cards it does to one. */
  isCurrent: boolean;
  isSelected: boolean;
  onFocus: () => void;
  onOpen: () => void;
  onSelect: () => void;
  onDragStart: () => void;
  onDragEnd: () => void;
}

/** One action item on the board: what, on what, who, by when; and whether it came again meanwhile. */
export const ActionCard = (props: ActionCardProps) => {
  const { t } = useTranslationRef(incidentsActionsTranslationRef);
  const { action, isSelected } = props;
  return (
    <li
      className={classes.card}
      data-number={action.number}
      data-selected={isSelected || undefined}
      draggable
      onDragStart={event => {
        event.dataTransfer.setData('text/plain', action.number);
        event.dataTransfer.effectAllowed = 'move';
        props.onDragStart();
      }}
      onDragEnd={props.onDragEnd}
      onFocus={props.onFocus}
    >
      <div className={classes.head}>
        <input
          type="checkbox"
          className={classes.select}
          checked={isSelected}
          tabIndex={props.isCurrent ? 0 : -1}
          aria-label={t('select', { number: action.number })}
          onChange={props.onSelect}
        />
        <PriorityMark priority={action.priority} />
        <span className={classes.number}>{action.number}</span>
        <MoveMenu action={action} className={classes.move} />
      </div>
      <button
        type="button"
        className={classes.title}
        tabIndex={props.isCurrent ? 0 : -1}
        data-title
        onClick={props.onOpen}
      >
        {action.title}
      </button>
      <div className={classes.facts}>
        {action.entity && <span>{action.entity.title}</span>}
        {action.ticket?.key && <span>{action.ticket.key}</span>}
      </div>
      <div className={classes.foot}>
        <Who action={action} />
        <Ends action={action} />
      </div>
      {action.recurrences.length > 0 && (
        <div className={classes.recurred}>
          <RiRestartLine size={14} aria-hidden="true" />
          {t('recurredIn', { number: action.recurrences[0].number })}
        </div>
      )}
    </li>
  );
};

/** Who does it; where nobody does, who answers for it nevertheless. */
const Who = ({ action }: { action: Action }) => {
  const { t } = useTranslationRef(incidentsActionsTranslationRef);
  const { responsible, accountable } = action;
  const answers = accountable && t('answers', { name: accountable.title });
  return (
    <span className={classes.who} data-nobody={!responsible || undefined}>
      {responsible?.title ?? answers}
    </span>
  );
};

/** When it is due, or since when it is over. */
const Ends = ({ action }: { action: Action }) => {
  const format = useInstantFormat();
  return isOpenAction(action.status) ? (
    <DueDay action={action} />
  ) : (
    <span className={classes.since}>{format.day(action.statusSince)}</span>
  );
};
