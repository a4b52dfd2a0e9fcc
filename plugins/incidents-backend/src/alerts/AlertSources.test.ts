import { ConflictError, InputError } from '@backstage/errors';
import { AlertmanagerSource } from './alertmanager/AlertmanagerSource';
import { AlertSources } from './AlertSources';

it('takes sources of modules beside its own', () => {
  const sources = new AlertSources([new AlertmanagerSource()]);
  const nagios = {
    ...new AlertmanagerSource(),
    id: 'nagios',
    parse: jest.fn(),
  };
  sources.addSource(nagios);

  expect(sources.get('nagios')).toBe(nagios);
  expect(sources.all().map(({ id }) => id)).toEqual(['alertmanager', 'nagios']);
});

it('refuses an id that is taken or none', () => {
  const sources = new AlertSources([new AlertmanagerSource()]);
  expect(() => sources.addSource(new AlertmanagerSource())).toThrow(
    ConflictError,
  );
  const route = { ...new AlertmanagerSource(), id: 'deliveries' };
  expect(() => sources.addSource({ ...route, parse: jest.fn() })).toThrow(
    ConflictError,
  );
  const odd = { ...new AlertmanagerSource(), id: 'My/Tool', parse: jest.fn() };
  expect(() => sources.addSource(odd)).toThrow(InputError);
});
