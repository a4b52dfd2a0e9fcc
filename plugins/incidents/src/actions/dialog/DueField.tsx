import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Priority } from '@linchpin/backstage-plugin-incidents-common';
import { useState } from 'react';
import { Choice } from '../../commands';
import { useNow } from '../../elements/now';
import { incidentsActionsTranslationRef } from '../../translations/actions';
import { DayField } from './DayField';
import { dayIn } from './days';
import classes from './DueField.module.css';

const CHOICES = ['byPriority', 'soon', 'later', 'any'] as const;
type DueChoice = (typeof CHOICES)[number];

const DAYS = { soon: 14, later: 28 };

/** By when: what the priority demands, one of a few, or any other day. */
export const DueField = (props: {
  priority: Priority;
  value: string | undefined;
  onChange: (day: string | undefined) => void;
  problem?: string;
}) => {
  const { t } = useTranslationRef(incidentsActionsTranslationRef);
  const now = useNow();
  const { value, onChange, priority } = props;
  const [choice, setChoice] = useState<DueChoice>(value ? 'any' : 'byPriority');
  const choose = (next: DueChoice) => {
    setChoice(next);
    onChange(
      next === 'byPriority'
        ? undefined
        : dayIn(next === 'any' ? DAYS.soon : DAYS[next], now),
    );
  };
  return (
    <div className={classes.due}>
      <Choice
        label={t('due')}
        options={CHOICES.map(id => ({
          id,
          label: t(`due_${id}`, { priority }),
        }))}
        value={choice}
        onChange={choose}
        problem={props.problem}
      />
      {choice === 'any' && (
        <DayField label={t('dueDay')} value={value ?? ''} onChange={onChange} />
      )}
    </div>
  );
};
