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
  afterEach(() => jest.restoreAllMocks());

  it('is that of the machine', async () => {
    expect(await timeWith({})).toBe(systemTime);
  });

  it('is ahead by what a file says, from when somebody has written it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'clock-'));
    const clockFile = join(folder, 'clock');
    const time = await timeWith({ clockFile });
    jest
      .spyOn(Date, 'now')
      .mockReturnValue(Date.parse('2026-11-21T10:00:00.000Z'));

    expect(time.now()).toBe('2026-11-21T10:00:00.000Z');
    writeFileSync(clockFile, String(3 * DAY));
    expect(time.now()).toBe('2026-11-24T10:00:00.000Z');
    rmSync(folder, { recursive: true });
  });
});
