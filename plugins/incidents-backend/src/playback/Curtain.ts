import type { RequestHandler } from 'express';

/** Lets requests wait until the past is played: nobody sees half of it or acts in it. */
export class Curtain {
  raise!: () => void;
  readonly #raised = new Promise<void>(resolve => {
    this.raise = resolve;
  });

  readonly wait: RequestHandler = async (_req, _res, next) => {
    await this.#raised;
    next();
  };
}
