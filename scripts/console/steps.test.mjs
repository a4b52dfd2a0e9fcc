import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';

/** Runs a program of modules and gives its exit code. */
const exitCodeOf = program =>
  spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: import.meta.dirname,
  }).status;

const COMMAND = `import { command } from '${new URL('./steps.mjs', import.meta.url)}';`;

test('a command ends with the code that it returns, also where a library tidies up at the end', () => {
  const tidies = `import tidy from 'async-exit-hook'; tidy(() => {});`;
  assert.equal(exitCodeOf(`${tidies} ${COMMAND} command(async () => 1);`), 1);
  assert.equal(exitCodeOf(`${tidies} ${COMMAND} command(async () => {});`), 0);
});

test('a command that fails ends with 1', () => {
  assert.equal(
    exitCodeOf(`${COMMAND} command(async () => { throw new Error('no'); });`),
    1,
  );
});
