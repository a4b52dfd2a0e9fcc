/** @jest-environment node */
import { join } from 'node:path';
import { loadedAtOnce } from '../../__testUtils__/loadedAtOnce';

/** The card stands on every entity's page, so each of them pays for what it loads. */
const MAX_BYTES = 12_000;

describe('the entity card', () => {
  it('loads at most 12 kB of our own scripts and styles, compressed', async () => {
    const files = await loadedAtOnce(
      join(__dirname, 'EntityIncidentsCard.tsx'),
    );

    expect([...files.keys()]).toContainEqual(expect.stringMatching(/\.css$/));
    expect([...files.keys()]).not.toContainEqual(
      expect.stringMatching(/Dialog/),
    );
    expect([...files.keys()]).not.toContainEqual(
      expect.stringMatching(/Figures|chart/i),
    );
    const bytes = [...files.values()].reduce((sum, size) => sum + size, 0);
    expect(bytes).toBeLessThanOrEqual(MAX_BYTES);
  });
});
