import { parseEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  IncidentDetail,
  RoutingStep,
} from '@linchpin/backstage-plugin-incidents-common';
import { incidentsIncidentTranslationRef } from '../../translations/incident';
import classes from './Facts.module.css';

/** The way from the entity to the people, one step after the other. */
export const RoutingSteps = (props: { incident: IncidentDetail }) => {
  const { incident } = props;
  return (
    <ol className={classes.steps}>
      {incident.routing.map((step, index) => (
        <li key={index}>
          <StepWords
            step={step as RoutingStep}
            titleOf={ref => titleOf(ref, incident)}
          />
        </li>
      ))}
    </ol>
  );
};

const StepWords = (props: {
  step: RoutingStep;
  titleOf: (ref: string) => string;
}) => {
  const { t } = useTranslationRef(incidentsIncidentTranslationRef);
  const { step, titleOf: title } = props;
  switch (step.step) {
    case 'owned-by':
      return t('step_owned-by', {
        entity: title(step.entityRef),
        owner: title(step.ownerRef),
      });
    case 'no-owner':
      return t('step_no-owner', { entity: title(step.entityRef) });
    case 'group-missing':
      return t('step_group-missing', { group: title(step.groupRef) });
    case 'group-empty':
      return t('step_group-empty', { group: title(step.groupRef) });
    case 'parent':
      return t('step_parent', { parent: title(step.parentRef) });
    case 'last-resort':
      return t('step_last-resort', { group: title(step.groupRef) });
    case 'members':
      return t('step_members', {
        group: title(step.groupRef),
        count: step.count,
      });
    case 'child-members':
      return t('step_child-members', { count: step.count });
    case 'user':
      return t('step_user', { user: title(step.userRef) });
    case 'limited':
      return t('step_limited', {
        count: step.limit,
        of: String(step.of),
      });
    case 'passed-on':
      return t('step_passed-on', { group: title(step.groupRef) });
    case 'key-of-entity':
      return t('step_key-of-entity', {
        entity: title(step.entityRef),
      });
    case 'key-of-group':
      return t('step_key-of-group', { group: title(step.groupRef) });
    case 'imported':
      return t('step_imported', { system: step.system });
    case 'catalog-unavailable':
      return t('step_catalog-unavailable');
    default:
      return t('step_unknown', {
        step: (step as { step: string }).step,
      });
  }
};

/** The title where the incident knows it, else the name in the ref. */
function titleOf(ref: string, incident: IncidentDetail): string {
  const known = [
    incident.entity,
    incident.owner,
    ...incident.holders.map(holder => holder.owner),
    ...incident.affected.map(affected => affected.entity),
    ...incident.told,
  ];
  return (
    known.find(named => named?.ref === ref)?.title ?? parseEntityRef(ref).name
  );
}
