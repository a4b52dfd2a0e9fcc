import { parseEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  IncidentDetail,
  RoutingStep,
} from '@linchpin/backstage-plugin-incidents-common';
import { incidentsTranslationRef } from '../../translations/incidents';
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
  const { t } = useTranslationRef(incidentsTranslationRef);
  const { step, titleOf: title } = props;
  switch (step.step) {
    case 'owned-by':
      return t('incident.step_owned-by', {
        entity: title(step.entityRef),
        owner: title(step.ownerRef),
      });
    case 'no-owner':
      return t('incident.step_no-owner', { entity: title(step.entityRef) });
    case 'group-missing':
      return t('incident.step_group-missing', { group: title(step.groupRef) });
    case 'group-empty':
      return t('incident.step_group-empty', { group: title(step.groupRef) });
    case 'parent':
      return t('incident.step_parent', { parent: title(step.parentRef) });
    case 'last-resort':
      return t('incident.step_last-resort', { group: title(step.groupRef) });
    case 'members':
      return t('incident.step_members', {
        group: title(step.groupRef),
        count: step.count,
      });
    case 'child-members':
      return t('incident.step_child-members', { count: step.count });
    case 'user':
      return t('incident.step_user', { user: title(step.userRef) });
    case 'limited':
      return t('incident.step_limited', {
        count: step.limit,
        of: String(step.of),
      });
    case 'passed-on':
      return t('incident.step_passed-on', { group: title(step.groupRef) });
    case 'key-of-entity':
      return t('incident.step_key-of-entity', {
        entity: title(step.entityRef),
      });
    case 'key-of-group':
      return t('incident.step_key-of-group', { group: title(step.groupRef) });
    case 'catalog-unavailable':
      return t('incident.step_catalog-unavailable');
    default:
      return t('incident.step_unknown', {
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
