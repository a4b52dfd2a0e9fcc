import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { beginStory, daysSinceStory, endStory } from './story.mjs';

let settings;
const kept = () => join(settings.dataFolder, 'incidents.sqlite');

beforeEach(() => {
  settings = { dataFolder: mkdtempSync(join(tmpdir(), 'linchpin-story-')) };
});
afterEach(() => rmSync(settings.dataFolder, { recursive: true, force: true }));

test('what happened after the story was told is kept at the next start', () => {
  beginStory(settings);
  endStory(settings);
  writeFileSync(kept(), 'an incident');

  beginStory(settings);

  assert.ok(existsSync(kept()));
  assert.equal(daysSinceStory(settings), 0);
});

test('a story in which the portal was stopped is told anew, and not half of it kept', () => {
  beginStory(settings);
  writeFileSync(kept(), 'half a story');

  beginStory(settings);

  assert.ok(!existsSync(kept()));
});

test('a data folder of before it was noted whether the story is told is kept', () => {
  const day = 24 * 60 * 60_000;
  writeFileSync(
    join(settings.dataFolder, 'story.json'),
    JSON.stringify({ toldAt: new Date(Date.now() - day) }),
  );
  writeFileSync(kept(), 'an incident');

  beginStory(settings);

  assert.ok(existsSync(kept()));
  assert.equal(daysSinceStory(settings), 1);
});
