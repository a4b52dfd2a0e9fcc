import { splitUrl } from './keysInUrls';

const KEY = `linchpin_key_${'0123456789'.repeat(4)}`;
const CHANGES = '/api/incidents/changes';
const INTAKE = '/api/incidents/intake/alertmanager';

describe('splitUrl', () => {
  it.each([
    [`${INTAKE}/${KEY}`, INTAKE, KEY],
    [`${INTAKE}/${KEY}/`, INTAKE, KEY],
    [`${INTAKE}/${KEY}?a=1&b=?`, `${INTAKE}?a=1&b=?`, KEY],
    [`${INTAKE}/%6c${KEY.slice(1)}`, INTAKE, KEY],
    [`${INTAKE}/not%20a%2fkey`, INTAKE, 'not a/key'],
    [`/api/Incidents//intake/alertmanager/${KEY}`, INTAKE, KEY],
    [`${CHANGES}/${KEY}`, CHANGES, KEY],
    [
      `/api/incidents/Changes//${encodeURIComponent(KEY)}?a=1`,
      `${CHANGES}?a=1`,
      KEY,
    ],
  ])('takes the key out of %s', (url, clean, key) => {
    expect(splitUrl(url)).toEqual({ url: clean, key });
  });

  it.each([
    [`/api/incidents/intake/deliveries/${KEY}`],
    [`${INTAKE}?key=${KEY}`],
    [`/api/catalog/${KEY}/entities`],
  ])('removes from %s what looks like a key, and takes it for none', url => {
    expect(splitUrl(url)).toEqual({
      url: url.replace(KEY, 'linchpin_key_removed'),
    });
  });

  it.each([
    ['/'],
    ['*'],
    [INTAKE],
    [CHANGES],
    [`${CHANGES}/`],
    [`${INTAKE}/`],
    ['/api/incidents/intake/deliveries/6c1f0d0e'],
    ['/api/catalog/entities?filter=kind%3Dgroup'],
    ['/api/techdocs/%zz'],
  ])('leaves %s as it is', url => {
    expect(splitUrl(url)).toEqual({ url });
  });
});
