import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Checkbox, CheckboxGroup, TextAreaField } from '@backstage/ui';
import {
  IMPACTS,
  isConfidential,
  type Priority,
  PRIORITIES,
  type Risk,
  RISKS,
  URGENCIES,
} from '@linchpin/backstage-plugin-incidents-common';
import { useState } from 'react';
import { useIncident } from '../api/queries';
import { incidentsCommandsTranslationRef } from '../translations/commands';
import { incidentsWordsTranslationRef } from '../translations/words';
import type { CommandDialogProps } from './dialogProps';
import { Choice } from './fields/Choice';
import { PrivacyPrompt } from './fields/PrivacyPrompt';
import { FormDialog } from './FormDialog';
import { PriorityResult } from './PriorityResult';
import { isOffered } from './start';
import { useCommandForm } from './useCommandForm';
import { useTyped } from './useTyped';

const FIELDS = ['impact', 'urgency', 'risks', 'override', 'override.reason'];

/** What the priority follows from, with its result as it is chosen. */
export const PrioritiseDialog = (props: CommandDialogProps) => {
  const { t } = useTranslationRef(incidentsCommandsTranslationRef);
  const words = useTranslationRef(incidentsWordsTranslationRef).t;
  const [incident] = props.incidents;
  const known = useIncident(incident.number).data;
  const { typed, change, forget } = useTyped('prioritise', props.incidents, {
    reason: '',
  });
  const form = useCommandForm({ ...props, onSent: forget });
  const { reason } = typed;
  const [impact, setImpact] = useState(incident.impact);
  const [urgency, setUrgency] = useState(incident.urgency);
  const [risks, setRisks] = useState<readonly Risk[]>(incident.risks);
  const [chosen, setChosen] = useState<Priority | 'matrix'>();
  const [makesPrivate, setMakesPrivate] = useState(false);
  const picked = chosen ?? known?.override ?? 'matrix';
  const override = picked === 'matrix' ? undefined : picked;
  const asksForPrivacy =
    isConfidential(risks) && incident.visibility === 'public';

  const submit = () => {
    if (override && !reason.trim()) {
      form.refuse('override.reason', t('sayWhyOverride'));
      return;
    }
    form.submitSeen(
      {
        type: 'prioritise',
        impact,
        urgency,
        risks: [...risks],
        override: override && { priority: override, reason: reason.trim() },
      },
      ...(asksForPrivacy && makesPrivate
        ? [{ type: 'make-private' as const }]
        : []),
    );
  };

  return (
    <FormDialog
      title={t('prioritiseTitle', { subject: incident.number })}
      submit={t('prioritise')}
      isPending={form.isPending}
      problem={form.problemBeside(FIELDS)}
      onSubmit={submit}
      onClose={props.onClose}
    >
      <Choice
        label={t('impact')}
        options={IMPACTS.map(id => ({ id, label: t(`level_${id}`) }))}
        value={impact}
        onChange={setImpact}
        problem={form.problemOf('impact')}
      />
      <Choice
        label={t('urgency')}
        options={URGENCIES.map(id => ({
          id,
          label: t(`level_${id}`),
        }))}
        value={urgency}
        onChange={setUrgency}
        problem={form.problemOf('urgency')}
      />
      <CheckboxGroup
        {...form.field('risks')}
        label={t('risks')}
        description={t('risksHint')}
        value={[...risks]}
        onChange={values => setRisks(values as Risk[])}
      >
        {RISKS.map(risk => (
          <Checkbox key={risk} value={risk}>
            {words(`risk_${risk}`)}
          </Checkbox>
        ))}
      </CheckboxGroup>
      {asksForPrivacy && (
        <PrivacyPrompt
          isPrivate={makesPrivate}
          onChange={setMakesPrivate}
          isInSight={!isOffered('make-private', known ?? incident)}
        />
      )}
      <PriorityResult
        facts={{ impact, urgency, risks, override }}
        before={incident.priority}
      />
      <Choice
        label={t('override')}
        secondaryLabel={t('optional')}
        options={[
          { id: 'matrix', label: t('asDerived') },
          ...PRIORITIES.map(id => ({ id, label: id })),
        ]}
        value={picked}
        onChange={setChosen}
        problem={form.problemOf('override')}
      />
      {override && (
        <TextAreaField
          {...form.field('override.reason')}
          label={t('whyOverride')}
          rows={2}
          value={reason}
          onChange={text => change({ reason: text })}
        />
      )}
    </FormDialog>
  );
};
