import type { Delivery } from '../DeliveryChannel';

/** A receiver that answers when the test says so. */
export class Receiver {
  readonly id = 'notifications';
  readonly open: { delivery: Delivery; answer(error?: Error): void }[] = [];
  readonly #waiting: (() => void)[] = [];

  deliver(delivery: Delivery): Promise<void> {
    return new Promise((resolve, reject) => {
      this.open.push({
        delivery,
        answer: error => {
          this.open.splice(
            this.open.findIndex(o => o.delivery === delivery),
            1,
          );
          if (error) {
            reject(error);
          } else {
            resolve();
          }
        },
      });
      this.#waiting.splice(0).forEach(tell => tell());
    });
  }

  /** Resolves when so many deliveries wait for their answer. */
  async has(count: number): Promise<void> {
    while (this.open.length < count) {
      await new Promise<void>(resolve => this.#waiting.push(resolve));
    }
  }
}
