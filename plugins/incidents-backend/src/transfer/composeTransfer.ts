import type { LoggerService } from '@backstage/backend-plugin-api';
import type { NowService } from '@linchpin/backstage-plugin-incidents-node';
import type { Knex } from 'knex';
import type { IncidentReader } from '../history/IncidentReader';
import type { IncidentWriter } from '../incidents/IncidentWriter';
import { ImportedStore } from './ImportedStore';
import { ImportEngine } from './ImportEngine';
import { ImportRowStore } from './ImportRowStore';
import { ImportService } from './ImportService';
import { ImportStore } from './ImportStore';
import { IncidentExport } from './IncidentExport';
import type { ImportCatalog } from './IncidentReadings';

/** The parts that take incidents over from other systems, and give them to others. */
export function composeTransfer(options: {
  knex: Knex;
  writer: IncidentWriter;
  incidents: IncidentReader;
  catalog: ImportCatalog;
  now: NowService;
  logger: LoggerService;
}) {
  const { knex, now } = options;
  const imports = new ImportStore();
  const rows = new ImportRowStore();
  const engine = new ImportEngine({
    ...options,
    imports,
    rows,
    imported: new ImportedStore(),
  });
  const service = new ImportService({
    knex,
    imports,
    rows,
    now,
    hint: () => engine.hint(),
  });
  return { engine, service, exports: new IncidentExport(options) };
}
