import assert from 'node:assert/strict';
import { setImmediate as turn } from 'node:timers/promises';
import { test } from 'node:test';
import { Failure } from '../console/steps.mjs';
import { inTurn, sideBySide } from './order.mjs';
import { failed, PASSED } from './results.mjs';

const context = { interruption: new AbortController().signal };

/** Makes checks that last some turns, and note in `seen` who runs meanwhile. */
function checksOn(running, seen) {
  return (title, turns, outcome = async () => PASSED) => ({
    title,
    async run() {
      running.add(title);
      seen.push([...running]);
      for (let n = 0; n < turns; n++) {
        await turn();
      }
      running.delete(title);
      return outcome();
    },
  });
}

test('checks that do not stand in each other’s way run two at a time, in their order', async () => {
  const seen = [];
  const check = checksOn(new Set(), seen);
  const whole = sideBySide('All', [
    check('long', 20),
    check('short', 2),
    check('next', 2),
    check('last', 2),
  ]);

  const { parts } = await whole.run(context);

  assert.deepEqual(seen, [
    ['long'],
    ['long', 'short'],
    ['long', 'next'],
    ['long', 'last'],
  ]);
  assert.deepEqual(
    parts.map(({ title, isGood }) => [title, isGood]),
    [
      ['long', true],
      ['short', true],
      ['next', true],
      ['last', true],
    ],
  );
});

test('a check that cannot be carried out fails, and the others come to their end', async () => {
  const check = checksOn(new Set(), []);
  const whole = sideBySide('All', [
    check('impossible', 1, async () => {
      throw new Failure('No portal came of it.', 'See the log.');
    }),
    inTurn([
      check('wrong', 5, async () => failed('It is wrong.')),
      check('right', 5, async () => ({ ...PASSED, passed: 3 })),
    ]),
  ]);

  const {
    passed,
    failed: wrong,
    explanation,
    parts,
  } = await whole.run(context);

  assert.deepEqual({ passed, wrong }, { passed: 3, wrong: 2 });
  assert.match(explanation, /No portal came of it.\nSee the log.\n\nIt is/);
  assert.deepEqual(
    parts.map(({ title, isGood }) => [title, isGood]),
    [
      ['impossible', false],
      ['wrong', false],
      ['right', true],
    ],
  );
});
