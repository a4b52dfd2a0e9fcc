import { BriefMemory } from './BriefMemory';

/**
 * Answers to what is asked again and again, each remembered for a while. Who asks what
 * is just being answered waits for that answer; one that fails is not remembered.
 */
export class AnswerMemory<Answer> {
  readonly #answers: BriefMemory<Promise<Answer>>;

  constructor(options: ConstructorParameters<typeof BriefMemory>[0]) {
    this.#answers = new BriefMemory(options);
  }

  /** The answer under a key, which is found out where it is not remembered. */
  ask(key: string, findOut: () => Promise<Answer>): Promise<Answer> {
    const known = this.#answers.get(key);
    if (known) {
      return known;
    }
    const answer = findOut();
    this.#answers.set(key, answer);
    answer.catch(() => this.#answers.delete(key));
    return answer;
  }

  /** Forgets also what is just being found out: whoever asks from now on has it found out anew. */
  clear(): void {
    this.#answers.clear();
  }
}
