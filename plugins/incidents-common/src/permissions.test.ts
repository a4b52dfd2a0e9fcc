import { isResourcePermission } from '@backstage/plugin-permission-common';
import { COMMANDS } from './incidents';
import {
  COMMAND_PERMISSIONS,
  incidentReadPermission,
  incidentReportPermission,
  incidentsPermissions,
  RESOURCE_TYPE_INCIDENT,
} from './permissions';

describe('the permissions', () => {
  it('have a name of their own each', () => {
    const names = incidentsPermissions.map(({ name }) => name);
    expect(names).toEqual([
      'incidents.incident.read',
      'incidents.incident.report',
      'incidents.incident.participate',
      'incidents.incident.respond',
      'incidents.incident.manage',
      'incidents.alert.ingest',
      'incidents.change.ingest',
      'incidents.key.manage',
      'incidents.setup.read',
      'incidents.setup.manage',
    ]);
    expect(new Set(names).size).toBe(names.length);
  });

  it('ask about the incident itself for every command and for reading', () => {
    const used = Object.values(COMMANDS).map(
      ({ permission }) => COMMAND_PERMISSIONS[permission],
    );
    for (const permission of [...used, incidentReadPermission]) {
      expect(incidentsPermissions).toContain(permission);
      expect(isResourcePermission(permission, RESOURCE_TYPE_INCIDENT)).toBe(
        true,
      );
    }
  });

  it('do not ask about an incident that is yet to be', () => {
    expect(isResourcePermission(incidentReportPermission)).toBe(false);
  });

  it('take correcting the record for more than responding', () => {
    expect(COMMANDS['correct-time'].permission).toBe('manage');
    expect(COMMANDS.acknowledge.permission).toBe('respond');
    expect(COMMANDS.follow.permission).toBe('participate');
  });
});
