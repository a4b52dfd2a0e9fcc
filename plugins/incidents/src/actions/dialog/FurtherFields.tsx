import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { TextAreaField, TextField } from '@backstage/ui';
import {
  PRIORITIES,
  type Priority,
} from '@linchpin/backstage-plugin-incidents-common';
import { Choice, EntityPicker } from '../../commands';
import { FoldedFields } from '../../commands/fields/FoldedFields';
import type { useRefusal } from '../../commands/useRefusal';
import { incidentsActionsTranslationRef } from '../../translations/actions';
import { incidentsCommandsTranslationRef } from '../../translations/commands';
import type { ActionOccasion } from './occasion';

export interface FurtherFacts {
  priority?: Priority;
  entityRef?: string;
  factor?: string;
  description?: string;
}

/** What is taken over from the incident unless somebody says otherwise. */
export const FurtherFields = (props: {
  incident: ActionOccasion['incident'];
  facts: FurtherFacts;
  onChange: (changes: Partial<FurtherFacts>) => void;
  refusal: ReturnType<typeof useRefusal>;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}) => {
  const { t } = useTranslationRef(incidentsActionsTranslationRef);
  const { t: command } = useTranslationRef(incidentsCommandsTranslationRef);
  const { incident, facts, onChange, refusal } = props;
  const isRefused = ['priority', 'entityRef', 'factor', 'description'].some(
    field => refusal.problemOf(field),
  );
  return (
    <FoldedFields
      more={t('more')}
      less={t('less')}
      isOpen={props.isOpen || isRefused}
      onOpenChange={props.onOpenChange}
    >
      {() => (
        <>
          <Choice
            label={t('priority')}
            options={PRIORITIES.map(id => ({ id, label: id }))}
            value={facts.priority ?? incident.priority}
            onChange={priority => onChange({ priority })}
            problem={refusal.problemOf('priority')}
          />
          <EntityPicker
            {...refusal.field('entityRef')}
            label={t('entity')}
            description={t('entityHint')}
            placeholder={command('searchEntities')}
            value={facts.entityRef ?? incident.entityRef}
            onChange={ref => onChange({ entityRef: ref ?? undefined })}
          />
          <TextField
            {...refusal.field('factor')}
            label={t('factor')}
            description={t('factorHint')}
            secondaryLabel={command('optional')}
            value={facts.factor ?? ''}
            onChange={factor => onChange({ factor })}
          />
          <TextAreaField
            {...refusal.field('description')}
            label={t('description')}
            secondaryLabel={command('optional')}
            rows={3}
            value={facts.description ?? ''}
            onChange={description => onChange({ description })}
          />
        </>
      )}
    </FoldedFields>
  );
};
