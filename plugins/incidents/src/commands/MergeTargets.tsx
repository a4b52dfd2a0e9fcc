import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Incident } from '@linchpin/backstage-plugin-incidents-common';
import { useId } from 'react';
import { PriorityMark } from '../elements/PriorityMark';
import { EmptyState } from '../elements/states';
import { incidentsCommandsTranslationRef } from '../translations/commands';
import fieldClasses from './fields/fields.module.css';
import classes from './MergeTargets.module.css';

/** Live incidents as rows of which one is chosen. */
export const MergeTargets = (props: {
  targets: readonly Incident[];
  value: string | undefined;
  onChange: (id: string) => void;
  problem?: string;
}) => {
  const { t } = useTranslationRef(incidentsCommandsTranslationRef);
  const name = useId();
  if (props.targets.length === 0) {
    return <EmptyState title={t('noTargets')} />;
  }
  return (
    <fieldset className={classes.targets}>
      <legend className={classes.legend}>{t('mergeInto')}</legend>
      {props.targets.map(target => (
        <label key={target.id} className={classes.target}>
          <input
            type="radio"
            name={name}
            value={target.id}
            checked={props.value === target.id}
            onChange={() => props.onChange(target.id)}
          />
          <PriorityMark priority={target.priority} />
          <span className={classes.what}>
            <span className={classes.title}>{target.title}</span>
            <span className={classes.facts}>
              {[target.number, target.entity?.title, target.owner?.title]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </span>
        </label>
      ))}
      {props.problem && (
        <span role="alert" className={fieldClasses.problem}>
          {props.problem}
        </span>
      )}
    </fieldset>
  );
};
