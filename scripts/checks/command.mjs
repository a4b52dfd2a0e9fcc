import { Steps, command, dim, green, red } from '../console/steps.mjs';
import { installDependencies } from '../setup/dependencies.mjs';
import { provideNode } from '../setup/node.mjs';

/** A command that installs if needed, runs checks one after the other and counts what came of them. */
export function checkCommand(checks) {
  command(async interruption => {
    const steps = new Steps(2 + checks.length);
    const node = await steps.run('Node', ({ note }) =>
      provideNode(note, interruption),
    );
    await steps.run('Dependencies', ({ note }) =>
      installDependencies(node, note, interruption),
    );

    const total = { passed: 0, failed: 0 };
    for (const check of checks) {
      const result = await steps.run(check.title, step =>
        runCheck(check, step, { node, interruption }),
      );
      interruption.throwIfAborted();
      (result.parts ?? []).forEach(showPart);
      if (result.explanation) {
        console.log(`\n${result.explanation}\n`);
      }
      total.passed += result.passed;
      total.failed += result.failed;
    }
    console.log(`\n${total.passed} passed, ${total.failed} failed`);
    return total.failed === 0 ? 0 : 1;
  });
}

async function runCheck(check, { note, fail }, context) {
  const result = await check.run(context);
  if (result.passed + result.skipped > 0) {
    const skipped = result.skipped > 0 ? `, ${result.skipped} skipped` : '';
    note(`${result.passed} passed, ${result.failed} failed${skipped}`);
  }
  if (result.failed > 0) {
    fail();
  }
  return result;
}

function showPart({ title, isGood, seconds }) {
  const mark = isGood ? green('✓') : red('✗');
  console.log(`      ${title} ${mark} ${dim(`${seconds.toFixed(1)} s`)}`);
}
