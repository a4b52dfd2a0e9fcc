import { isUnavailable } from './isUnavailable';

const failed = (properties: object) =>
  Object.assign(new Error('insert into …'), properties);

it.each([
  ['a full disk under SQLite', { code: 'SQLITE_FULL' }],
  ['a disk that fails', { code: 'SQLITE_IOERR_WRITE' }],
  ['a full disk under PostgreSQL', { code: '53100' }],
  ['PostgreSQL that shuts down', { code: '57P01' }],
  ['nobody at the port', { code: 'ECONNREFUSED' }],
  ['no free connection', { name: 'KnexTimeoutError' }],
  [
    'a server that went away',
    { message: 'Connection terminated unexpectedly' },
  ],
])('%s: another statement would fail as well', (_what, properties) => {
  expect(isUnavailable(failed(properties))).toBe(true);
});

it.each([
  ['a value that cannot be written', { code: '22021' }],
  ['a row that is there already', { code: 'SQLITE_CONSTRAINT_UNIQUE' }],
  ['anything else', {}],
])('%s: another statement may succeed', (_what, properties) => {
  expect(isUnavailable(failed(properties))).toBe(false);
});
