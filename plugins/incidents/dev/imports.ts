import type { Import } from '@linchpin/backstage-plugin-incidents-common';
import { ago } from './incident';
import { mei } from './people';

/** A file that waits for somebody to decide on its plan. */
export function plannedImport(fileName: string, now: number): Import {
  return {
    id: 'import-1',
    state: 'planned',
    system: 'ServiceNow',
    fileName,
    createdAt: ago(now, 0),
    createdBy: mei,
    rows: 5_998,
    plan: {
      incidents: 890,
      toMake: 885,
      known: 3,
      refused: 2,
      from: '2016-02-29T01:16:00.000Z',
      to: '2016-03-02T15:44:00.000Z',
      statuses: [{ status: 'closed', incidents: 885 }],
      priorities: [{ priority: 'P3', incidents: 885 }],
      problems: [
        {
          kind: 'left-out',
          field: 'assignment_group',
          value: 'Group 17',
          why: 'unmapped',
          detail: null,
          incidents: 13,
          line: 214,
        },
        {
          kind: 'refused',
          field: 'resolved_at',
          value: '31-02-2016 10:00',
          why: 'no-time',
          detail: null,
          incidents: 2,
          line: 1_207,
        },
      ],
      moreProblems: 0,
      notInCatalog: ['group:default/network'],
    },
    made: 0,
    known: 0,
    refused: 0,
    startedAt: null,
    endedAt: null,
    error: null,
  };
}
