import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';

/**
 * A package registry that has published some packages and nothing else, as long as it is open. A
 * package is its `manifest` and the `archive` that `yarn pack` made of it.
 */
export async function openRegistry(packages) {
  const answers = new Map();
  const server = createServer((request, response) => {
    const answer = answers.get(decodeURIComponent(request.url));
    response.writeHead(answer ? 200 : 404).end(answer);
  });
  await once(server.listen(0, 'localhost'), 'listening');
  const url = `http://localhost:${server.address().port}`;

  for (const { manifest, archive } of packages) {
    const content = readFileSync(archive);
    const digest = createHash('sha1').update(content).digest('hex');
    // Yarn keeps what it fetched by its address: what was packed anew must have a new one.
    const tarball = `/${digest}/${manifest.version}.tgz`;
    answers.set(tarball, content);
    answers.set(
      `/${manifest.name}`,
      JSON.stringify({
        name: manifest.name,
        'dist-tags': { latest: manifest.version },
        // A portal may refuse what was published a moment ago.
        time: { [manifest.version]: new Date(0).toISOString() },
        versions: {
          [manifest.version]: {
            ...manifest,
            dist: { shasum: digest, tarball: `${url}${tarball}` },
          },
        },
      }),
    );
  }
  return { url, close: () => server.close() };
}
