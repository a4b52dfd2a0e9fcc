import { createInterface } from 'node:readline/promises';

const PATIENCE_MS = 20_000;

/**
 * Asks a question that is answered with yes or no. It is no where nobody can answer, where nobody
 * does within 20 s, and for Enter alone: so it must be what is safe.
 *
 * @param {{ input: NodeJS.ReadStream, output: NodeJS.WriteStream }} terminal
 */
export async function askYesNo(
  question,
  interruption,
  { input, output } = { input: process.stdin, output: process.stdout },
) {
  if (!input.isTTY || !output.isTTY) {
    return false;
  }
  const dialogue = createInterface({ input, output });
  dialogue.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
  try {
    const answer = await dialogue.question(`${question} [y/N] `, {
      signal: AbortSignal.any([interruption, AbortSignal.timeout(PATIENCE_MS)]),
    });
    return /^\s*(y|yes)\s*$/i.test(answer);
  } catch (error) {
    if (error.name !== 'AbortError' && error.name !== 'TimeoutError') {
      throw error;
    }
    output.write('\n');
    interruption.throwIfAborted();
    return false;
  } finally {
    dialogue.close();
  }
}
