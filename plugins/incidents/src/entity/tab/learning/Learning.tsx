import type { EntityHistory } from '@linchpin/backstage-plugin-incidents-common';
import { FactorPareto } from '../../../actions/factors/FactorPareto';
import { useFactors } from '../../../api/reviews';
import classes from './Learning.module.css';
import { OpenActionsCard } from './OpenActionsCard';

/** What contributed here again and again, and what is still to be done about it; nothing where there is neither. */
export const Learning = (props: {
  entityRef: string;
  history: EntityHistory;
  /** The begin of the names of its files. */
  file: string;
}) => {
  const { entityRef, history, file } = props;
  const { data, error } = useFactors({ scope: entityRef });
  const hasFactors = error !== null || (data?.factors.length ?? 0) > 0;
  const hasActions = history.actions.open > 0;
  return hasFactors || hasActions ? (
    <div className={classes.learning}>
      {hasFactors && (
        <FactorPareto scope={entityRef} file={`${file}-factors`} />
      )}
      {hasActions && (
        <OpenActionsCard entityRef={entityRef} actions={history.actions} />
      )}
    </div>
  ) : null;
};
