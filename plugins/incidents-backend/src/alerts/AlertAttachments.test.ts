import { TestDatabases } from '@backstage/backend-test-utils';
import { firing, resolved } from './alertmanager/__fixtures__/messages';
import { minute, openDesk } from './__testUtils__/desk';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const of = (service: string, instance = 'a') =>
  firing(
    { alertname: 'InstanceDown', service, instance },
    { startsAt: minute(0) },
  );

describe.each(databases.eachSupportedId())('%s', databaseId => {
  async function open() {
    const desk = await openDesk(await databases.init(databaseId));
    await desk.send(1, of('bank'), of('pay'), of('shop'));
    return {
      ...desk,
      /** The services whose alerts each incident has, by its number. */
      async alerts() {
        const byIncident: Record<number, string[]> = {};
        for (const { incident, labels } of await desk.occurrences()) {
          (byIncident[incident] ??= []).push(labels.service);
        }
        return byIncident;
      },
    };
  }

  it('alerts go with the incident that is merged, and come back with it', async () => {
    const desk = await open();
    await desk.command(2, 2, { type: 'merge', into: 'INC-1' });
    expect(await desk.alerts()).toEqual({ 1: ['bank', 'pay'], 3: ['shop'] });

    await desk.command(3, 2, { type: 'undo' });
    expect(await desk.alerts()).toEqual({
      1: ['bank'],
      2: ['pay'],
      3: ['shop'],
    });
  });

  it('what came since stays with the one that took it', async () => {
    const desk = await open();
    await desk.command(2, 2, { type: 'merge', into: 'INC-1' });
    await desk.send(3, of('bank', 'b'));
    await desk.command(4, 2, { type: 'undo' });

    expect(await desk.alerts()).toEqual({
      1: ['bank', 'bank'],
      2: ['pay'],
      3: ['shop'],
    });
  });

  it('a merge of a merge is undone step by step', async () => {
    const desk = await open();
    await desk.command(2, 3, { type: 'merge', into: 'INC-2' });
    await desk.command(3, 2, { type: 'merge', into: 'INC-1' });
    expect(await desk.alerts()).toEqual({ 1: ['bank', 'pay', 'shop'] });

    await desk.command(4, 2, { type: 'undo' });
    expect(await desk.alerts()).toEqual({ 1: ['bank'], 2: ['pay', 'shop'] });
    await desk.command(5, 3, { type: 'undo' });
    expect(await desk.alerts()).toEqual({
      1: ['bank'],
      2: ['pay'],
      3: ['shop'],
    });
  });

  it('an alert that fires anew joins the incident that its own was merged into', async () => {
    const desk = await open();
    await desk.command(2, 2, { type: 'merge', into: 'INC-1' });
    const pay = { alertname: 'InstanceDown', service: 'pay', instance: 'a' };
    await desk.send(5, resolved(pay, { startsAt: minute(0) }));
    await desk.send(9, firing(pay, { startsAt: minute(8) }));

    expect(await desk.alerts()).toEqual({
      1: ['bank', 'pay', 'pay'],
      3: ['shop'],
    });
  });
});
