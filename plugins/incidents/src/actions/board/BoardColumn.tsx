import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import type { Action } from '@linchpin/backstage-plugin-incidents-common';
import { type ReactNode, useState } from 'react';
import { incidentsActionsTranslationRef } from '../../translations/actions';
import classes from './Board.module.css';
import type { Column } from './columns';

/** More than these are looked at when somebody asks for them. */
const SHOWN = 12;

/** The cards of one column in one lane; takes what is dragged to it where that can go there. */
export const BoardColumn = (props: {
  column: Column;
  /** The lane, where there are several. */
  lane: string | undefined;
  actions: readonly Action[];
  /** Whether what is being dragged may be dropped here. */
  takesDrop: boolean;
  onDrop: () => void;
  children: (action: Action) => ReactNode;
}) => {
  const { t } = useTranslationRef(incidentsActionsTranslationRef);
  const { column, lane, actions, takesDrop } = props;
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? actions : actions.slice(0, SHOWN);
  const name = t(`column_${column}`);
  return (
    <div
      className={classes.column}
      data-takes-drop={takesDrop || undefined}
      onDragOver={event => {
        if (takesDrop) {
          event.preventDefault();
        }
      }}
      onDrop={event => {
        event.preventDefault();
        props.onDrop();
      }}
    >
      <ul
        className={classes.cards}
        aria-label={lane ? `${lane}: ${name}` : name}
      >
        {shown.map(props.children)}
      </ul>
      {shown.length < actions.length && (
        <Button size="small" variant="tertiary" onPress={() => setWhole(true)}>
          {t('moreCards', { count: actions.length - shown.length })}
        </Button>
      )}
    </div>
  );
};
