import {
  canBecome,
  type Incident,
  type IncidentDetail,
} from '@linchpin/backstage-plugin-incidents-common';
import { isOffered, type Startable } from './start';

const TARGETS = ['investigating', 'fixing', 'monitoring'] as const;
const BESIDE: readonly Startable[] = [
  'hold',
  'resume',
  'resolve',
  'reopen',
  'close',
];

/** Where an incident can go from where it stands, and by which commands. */
export function waysOn(incident: Incident | IncidentDetail) {
  return {
    targets: isOffered('change-status', incident)
      ? TARGETS.filter(target => canBecome(incident.status, target))
      : [],
    others: BESIDE.filter(type => isOffered(type, incident)),
  };
}
