import { ConfigReader } from '@backstage/config';
import { DEFAULT_MATCH_LABELS } from '@linchpin/backstage-plugin-incidents-common';
import { readRoutingSettings } from './settings';

function read(routing?: Record<string, string | number | string[]>) {
  return readRoutingSettings(
    new ConfigReader(routing ? { incidents: { routing } } : {}),
  );
}

describe('readRoutingSettings', () => {
  it('has a default for everything', () => {
    expect(read()).toEqual({
      policy: { maxPeople: 20 },
      matchLabels: DEFAULT_MATCH_LABELS,
    });
  });

  it.each(['operations', 'group:operations', 'Group:default/Operations'])(
    'takes %p for a group',
    lastResortGroup => {
      expect(read({ lastResortGroup }).policy.lastResortGroup).toBe(
        'group:default/operations',
      );
    },
  );

  it.each([
    [{ lastResortGroup: 'user:default/mei' }, 'lastResortGroup'],
    [{ lastResortGroup: 'a:b:c/d/e' }, 'lastResortGroup'],
    [{ maxPeople: 0 }, 'maxPeople'],
    [{ maxPeople: 2.5 }, 'maxPeople'],
  ])('refuses %p and names the key', (routing, key) => {
    expect(() => read(routing as Record<string, string>)).toThrow(
      `incidents.routing.${key}:`,
    );
  });

  it('takes the labels in the order given', () => {
    expect(read({ matchLabels: ['svc', 'app'] }).matchLabels).toEqual([
      'svc',
      'app',
    ]);
  });
});
