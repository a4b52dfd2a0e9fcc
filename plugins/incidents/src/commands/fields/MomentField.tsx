import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useState } from 'react';
import { useNow } from '../../elements/now';
import { useInstantFormat } from '../../elements/time';
import { incidentsCommandsTranslationRef } from '../../translations/commands';
import { Choice } from './Choice';
import classes from './fields.module.css';

/** A moment offered by its distance or name. */
export interface MomentPreset {
  id: string;
  label: string;
  /** ISO 8601 in UTC; undefined: none is promised */
  at: string | undefined;
}

const OTHER = 'other';

/** A moment: one of a few that fit, or any other in the user's own time zone. */
export const MomentField = (props: {
  label: string;
  presets: readonly MomentPreset[];
  /** Which preset stands at first. */
  initial?: string;
  value: string | undefined;
  onChange: (at: string | undefined) => void;
  problem?: string;
}) => {
  const { t } = useTranslationRef(incidentsCommandsTranslationRef);
  const format = useInstantFormat();
  const now = useNow();
  const [choice, setChoice] = useState(props.initial);
  const options = [...props.presets, { id: OTHER, label: t('otherTime') }];
  const choose = (id: string) => {
    setChoice(id);
    const preset = props.presets.find(p => p.id === id);
    if (preset) {
      props.onChange(preset.at);
    }
  };
  return (
    <div className={classes.field}>
      <Choice
        label={props.label}
        options={options}
        value={choice}
        onChange={choose}
        problem={props.problem}
      />
      {choice === OTHER && (
        <input
          type="datetime-local"
          aria-label={props.label}
          className={classes.moment}
          value={props.value ? localOf(props.value) : ''}
          onChange={event => props.onChange(instantOf(event.target.value))}
        />
      )}
      {choice !== OTHER && props.value && (
        <span className={classes.hint}>{format.short(props.value, now)}</span>
      )}
    </div>
  );
};

/** `2026-11-21T15:04` in the user's time zone, as the input wants it. */
function localOf(instant: string): string {
  const date = new Date(instant);
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}

function instantOf(local: string): string | undefined {
  return local === '' ? undefined : new Date(local).toISOString();
}
