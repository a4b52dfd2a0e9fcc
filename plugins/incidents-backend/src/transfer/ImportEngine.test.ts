import { mockServices } from '@backstage/backend-test-utils';
import type { Import } from '@linchpin/backstage-plugin-incidents-common';
import { Readable } from 'node:stream';
import { setImmediate as letOthersRun } from 'node:timers/promises';
import { PluginDatabases } from '../database/__testUtils__/PluginDatabases';
import { openWard, START } from '../incidents/__testUtils__/ward';
import { ImportEngine } from './ImportEngine';
import { ImportRowStore } from './ImportRowStore';
import { ImportService } from './ImportService';
import { ImportStore } from './ImportStore';
import { ImportedStore } from './ImportedStore';

const databases = PluginDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const MAPPING = `
system: Tracker
rows: incidents
id: key
title: '{key}'
declaredAt: opened
`;
/** Needs the catalog, which the other one does not. */
const OF_A_TEAM = `${MAPPING}
owner: { column: team, values: { pay: group:default/payments } }
`;

describe.each(databases.eachSupportedId())('%s', databaseId => {
  let engine: ImportEngine;

  afterEach(() => engine.stop());

  it('lets the others pass one that cannot go on, says why, and tries it again later', async () => {
    const { knex, writer } = await openWard(await databases.init(databaseId));
    let at = START;
    let isDown = true;
    const logger = mockServices.logger.mock();
    const imports = new ImportStore();
    const rows = new ImportRowStore();
    const now = { now: () => at };
    engine = new ImportEngine({
      knex,
      imports,
      rows,
      imported: new ImportedStore(),
      writer,
      catalog: {
        async snapshots(refs) {
          if (isDown && refs.length > 0) {
            throw new Error('The catalog is down');
          }
          return new Map();
        },
      },
      now,
      logger,
    });
    const service = new ImportService({
      knex,
      imports,
      rows,
      now,
      hint: () => engine.hint(),
    });
    const send = (mapping: string) =>
      service.create(
        {
          mapping,
          fileName: 'incidents.csv',
          file: Readable.from([
            'key,opened,team\nT-1,2016-03-01T10:00:00Z,pay\n',
          ]),
        },
        { name: 'Nadia' },
      );
    const planned = async (id: string): Promise<Import> => {
      for (;;) {
        // On SQLite nothing else of this process runs until told so.
        await letOthersRun();
        const found = await service.get(id);
        if (found.state === 'planned') {
          return found;
        }
      }
    };

    const first = await send(OF_A_TEAM);
    at = new Date(Date.parse(START) + 1).toISOString();
    const second = await send(MAPPING);
    engine.start();

    await planned(second.id);
    expect(await service.get(first.id)).toMatchObject({
      state: 'planning',
      error: 'The catalog is down',
    });
    expect(logger.error).toHaveBeenCalledTimes(1);
    expect(logger.error).toHaveBeenCalledWith(
      `Import ${first.id} stopped, again in 1000 ms`,
      expect.any(Error),
    );

    isDown = false;
    at = new Date(Date.parse(START) + 2_000).toISOString();
    engine.hint();
    expect((await planned(first.id)).error).toBeNull();
  });
});
