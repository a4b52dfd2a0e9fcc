import fc from 'fast-check';
import { alertNameOf, groupAlerts, type ListedAlert } from './alertGroups';

const at = (minute: number) => new Date(minute * 60_000).toISOString();

const minutes = fc.integer({ min: 0, max: 500 });
const labels = fc.dictionary(
  fc.constantFrom('alertname', 'pod', 'zone', 'constructor'),
  fc.constantFrom('a', 'b', ''),
);
const alerts: fc.Arbitrary<ListedAlert[]> = fc.uniqueArray(
  fc.record({
    id: fc.uuid(),
    title: fc.constantFrom('It is slow', 'It fails'),
    source: fc.constantFrom('alertmanager', 'grafana'),
    labels,
    firing: fc.boolean(),
    since: minutes.map(at),
    endedAt: minutes.map(at),
  }),
  { selector: ({ id }) => id },
);
const consistent = alerts.map(all =>
  all.map(one => ({
    ...one,
    endedAt: one.firing ? null : one.endedAt,
  })),
);

function alert(
  id: string,
  differing: Record<string, string>,
  overrides: Partial<ListedAlert> = {},
): ListedAlert {
  return {
    id,
    title: 'Card payments are slow',
    source: 'alertmanager',
    labels: { alertname: 'PaymentLatencyHigh', ...differing },
    firing: true,
    since: at(10),
    endedAt: null,
    ...overrides,
  };
}

describe('alerts of one name', () => {
  it('are one line that says how many, since when, and what tells them apart', () => {
    const [group, ...others] = groupAlerts([
      alert('1', { zone: 'b', pod: 'x' }, { since: at(12) }),
      alert('2', { zone: 'a', pod: 'x' }),
      alert('3', { zone: 'b', pod: 'y' }, { firing: false, endedAt: at(20) }),
    ]);

    expect(others).toEqual([]);
    expect(group).toMatchObject({
      title: 'Card payments are slow',
      firing: 2,
      firstAt: at(10),
      lastAt: at(12),
      endedAt: null,
      differing: [
        { label: 'pod', values: ['x', 'y'] },
        { label: 'zone', values: ['a', 'b'] },
      ],
    });
    expect(group.alerts.map(({ id }) => id)).toEqual(['1', '2', '3']);
  });

  it('are called by their name where they do not say the same', () => {
    const [group] = groupAlerts([
      alert('1', {}, { title: 'Disk of db-1 is full' }),
      alert('2', {}, { title: 'Disk of db-2 is full' }),
    ]);

    expect(group.title).toBe('PaymentLatencyHigh');
  });

  it('differ also where only one has a label', () => {
    const [group] = groupAlerts([alert('1', { zone: 'a' }), alert('2', {})]);

    expect(group.differing).toEqual([{ label: 'zone', values: ['a'] }]);
  });
});

describe('whatever alerts an incident has', () => {
  it('each is in the one group of its name and source', () => {
    fc.assert(
      fc.property(consistent, all => {
        const groups = groupAlerts(all);
        expect(
          groups.flatMap(group => group.alerts.map(({ id }) => id)).sort(),
        ).toEqual(all.map(({ id }) => id).sort());
        const keys = groups.map(({ name, source }) => `${source} ${name}`);
        expect(new Set(keys).size).toBe(keys.length);
        for (const group of groups) {
          for (const one of group.alerts) {
            expect([alertNameOf(one), one.source]).toEqual([
              group.name,
              group.source,
            ]);
          }
        }
      }),
    );
  });

  it('its groups say of them what is so', () => {
    fc.assert(
      fc.property(consistent, all => {
        for (const group of groupAlerts(all)) {
          const firing = group.alerts.filter(one => one.firing);
          expect(group.firing).toBe(firing.length);
          expect(group.alerts.slice(0, group.firing)).toEqual(firing);
          expect(group.endedAt === null).toBe(firing.length > 0);
          for (const one of group.alerts) {
            expect(one.since >= group.firstAt).toBe(true);
            expect(one.since <= group.lastAt).toBe(true);
          }
        }
      }),
    );
  });

  it('two of a group with different labels differ in a label that it names', () => {
    fc.assert(
      fc.property(consistent, all => {
        for (const { alerts: members, differing } of groupAlerts(all)) {
          const told = (one: ListedAlert) =>
            JSON.stringify(
              differing.map(({ label }) =>
                Object.hasOwn(one.labels, label) ? one.labels[label] : null,
              ),
            );
          const whole = (one: ListedAlert) =>
            JSON.stringify(Object.entries(one.labels).sort());
          for (const one of members) {
            for (const other of members) {
              expect(told(one) === told(other)).toBe(
                whole(one) === whole(other),
              );
            }
          }
        }
      }),
    );
  });

  it('are grouped alike in whichever order they come', () => {
    fc.assert(
      fc.property(
        consistent.chain(all =>
          fc.tuple(
            fc.constant(all),
            fc.shuffledSubarray(all, { minLength: all.length }),
          ),
        ),
        ([all, shuffled]) => {
          expect(groupAlerts(shuffled)).toEqual(groupAlerts(all));
        },
      ),
    );
  });
});
