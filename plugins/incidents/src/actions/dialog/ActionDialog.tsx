import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { TextField } from '@backstage/ui';
import {
  ACTION_TYPES,
  type ActionType,
} from '@linchpin/backstage-plugin-incidents-common';
import { useState } from 'react';
import { useCreateAction } from '../../api/actions';
import { Choice, FormDialog } from '../../commands';
import { useRefusal } from '../../commands/useRefusal';
import { useSayings } from '../../commands/useSayings';
import { useDraftOf } from '../../elements/useDraftOf';
import { incidentsActionsTranslationRef } from '../../translations/actions';
import { Quote } from '../Quote';
import classes from './ActionDialog.module.css';
import { DueField } from './DueField';
import { type FurtherFacts, FurtherFields } from './FurtherFields';
import type { ActionOccasion } from './occasion';
import { ResponsibleField } from './ResponsibleField';

const FIELDS = [
  'title',
  'responsibleRef',
  'dueOn',
  'priority',
  'entityRef',
  'factor',
  'description',
];

/** As the backend accepts it. */
const TITLE_MAX = 200;

interface Draft extends FurtherFacts {
  title: string;
  type: ActionType;
  responsibleRef?: string;
  dueOn?: string;
}

/** Proposes an action item: what, what for, who, by when; the rest is known from its incident. */
export const ActionDialog = (props: {
  occasion: ActionOccasion;
  onClose: () => void;
}) => {
  const { incident, quote, factor } = props.occasion;
  const { t } = useTranslationRef(incidentsActionsTranslationRef);
  const { sayDone } = useSayings();
  const refusal = useRefusal();
  const { create, isPending } = useCreateAction();
  const [isMoreOpen, setMoreOpen] = useState(false);
  const { draft, change, forget } = useDraftOf<Draft>(
    `action.${incident.id}.${quote ?? ''}`,
    { title: '', type: 'prevent', factor },
  );

  const submit = async () => {
    const title = draft.title.trim();
    if (!title) {
      refusal.refuse('title', t('titleMissing'));
      return;
    }
    refusal.forget();
    try {
      const action = await create({
        ...draft,
        title,
        description: draft.description?.trim() || undefined,
        factor: draft.factor?.trim() || undefined,
        incidents: [incident.id],
        quote,
      });
      forget();
      props.onClose();
      sayDone(t('created', { number: action.number }));
    } catch (error) {
      refusal.learn(error);
    }
  };

  return (
    <FormDialog
      title={t('createTitle', { number: incident.number })}
      submit={t('create')}
      isPending={isPending}
      problem={refusal.problemBeside(FIELDS)}
      onSubmit={submit}
      onClose={props.onClose}
    >
      {quote && <Quote text={quote} />}
      <TextField
        {...refusal.field('title')}
        label={t('title')}
        description={t('titleHint')}
        value={draft.title}
        onChange={title => change({ title })}
        maxLength={TITLE_MAX}
        autoFocus
      />
      <div className={classes.type}>
        <Choice
          label={t('type')}
          options={ACTION_TYPES.map(id => ({ id, label: t(`type_${id}`) }))}
          value={draft.type}
          onChange={type => change({ type })}
        />
        <span className={classes.hint}>{t(`typeHint_${draft.type}`)}</span>
      </div>
      <ResponsibleField
        {...refusal.field('responsibleRef')}
        value={draft.responsibleRef}
        onChange={responsibleRef => change({ responsibleRef })}
      />
      <DueField
        priority={draft.priority ?? incident.priority}
        value={draft.dueOn}
        onChange={dueOn => change({ dueOn })}
        problem={refusal.problemOf('dueOn')}
      />
      <FurtherFields
        incident={incident}
        facts={draft}
        onChange={change}
        refusal={refusal}
        isOpen={isMoreOpen}
        onOpenChange={setMoreOpen}
      />
    </FormDialog>
  );
};
