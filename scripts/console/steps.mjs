const isTerminal = Boolean(process.stdout.isTTY);
const paint = code => text =>
  isTerminal ? `\u001b[${code}m${text}\u001b[0m` : text;

export const bold = paint('1');
export const dim = paint('2');
export const green = paint('32');
export const red = paint('31');
export const yellow = paint('33');

/** An end that the reader can do something about: what is wrong, and the remedy. No stack is shown. */
export class Failure extends Error {
  /**
   * @param {string} message what is wrong, in one sentence
   * @param {string} remedy what to do about it
   */
  constructor(message, remedy) {
    super(message);
    this.remedy = remedy;
  }
}

/**
 * Runs the main function of a command and turns its failure into words and an exit code.
 *
 * @param main gets a signal that is aborted when the user (Ctrl-C) or the system wants it to stop
 */
export async function command(main) {
  const interruption = new AbortController();
  ['SIGINT', 'SIGTERM', 'SIGHUP'].forEach(name =>
    process.on(name, () => interruption.abort()),
  );
  process.exitCode = await outcomeOf(main, interruption.signal);
  // Said here and now: a library that tidies up once nothing is left to do, as that of the
  // PostgreSQL for tests, ends the process with 0.
  process.exit();
}

async function outcomeOf(main, interruption) {
  try {
    return (await main(interruption)) ?? 0;
  } catch (error) {
    if (interruption.aborted) {
      console.error('\nStopped.');
      return 130;
    }
    console.error(
      `\n${red('✗')} ${error instanceof Failure ? bold(error.message) : error.stack}`,
    );
    if (error.remedy) {
      console.error(`\n${error.remedy}`);
    }
    return 1;
  }
}

/** Numbered steps, each with what came of it and the seconds it took. */
export class Steps {
  #total;
  #number = 0;

  constructor(total) {
    this.#total = total;
  }

  /**
   * Runs one step. What `work` returns is handed on.
   *
   * @param work gets the step: `note(text)` is shown as its outcome, `fail()` marks it as failed
   *   without an end to the command, as a throw does
   */
  async run(name, work) {
    this.#number += 1;
    const began = Date.now();
    const seconds = () => dim(`${((Date.now() - began) / 1000).toFixed(1)} s`);
    const label = `${dim(`[${this.#number}/${this.#total}]`)} ${name} `;
    const shown = { mark: green('✓'), outcome: '' };
    const step = {
      note: text => {
        shown.outcome = `${text} · `;
      },
      fail: () => {
        shown.mark = red('✗');
      },
    };

    process.stdout.write(label);
    const ticking = setInterval(() => {
      if (isTerminal) {
        process.stdout.write(`\r${label}${seconds()}`);
      }
    }, 200);
    try {
      return await work(step);
    } catch (error) {
      step.fail();
      throw error;
    } finally {
      clearInterval(ticking);
      const start = isTerminal ? `\r\u001b[K${label}` : '';
      process.stdout.write(
        `${start}${shown.mark} ${shown.outcome}${seconds()}\n`,
      );
    }
  }
}

/** A frame around lines of text. */
export function box(lines) {
  const visible = line => line.replace(/\u001b\[\d+m/g, '').length;
  const width = Math.max(...lines.map(visible));
  return [
    `╭─${'─'.repeat(width)}─╮`,
    ...lines.map(line => `│ ${line}${' '.repeat(width - visible(line))} │`),
    `╰─${'─'.repeat(width)}─╯`,
  ].join('\n');
}
