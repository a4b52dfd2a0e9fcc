import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  ServiceFactoryTester,
  mockServices,
} from '@backstage/backend-test-utils';
import { systemTime } from '@linchpin/backstage-plugin-incidents-node';
import { movableTime } from './movableTime';

const DAY = 24 * 60 * 60_000;

const timeWith = (story: object) =>
  ServiceFactoryTester.from(movableTime, {
    dependencies: [mockServices.rootConfig.factory({ data: { story } })],
  }).getSubject();

describe('the time of the sample portal', () => {
  it('is that of the machine', async () => {
    expect(await timeWith({})).toBe(systemTime);
  });

  it('is ahead by what a file says, from when somebody has written it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'clock-'));
    const clockFile = join(folder, 'clock');
    const time = await timeWith({ clockFile });
    const ahead = () => Math.round((Date.parse(time.now()) - Date.now()) / DAY);

    expect(ahead()).toBe(0);
    writeFileSync(clockFile, String(3 * DAY));
    expect(ahead()).toBe(3);
    rmSync(folder, { recursive: true });
  });
});
