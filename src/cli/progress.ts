import type { Clock } from '../host/clock.ts';
import type { Stream } from './io.ts';

/** A line on the terminal that says how far a long run has come; nothing where stderr is no terminal, or the run is short. */
export class Progress {
  readonly #stream: Stream;
  readonly #clock: Clock;
  #next: number;
  #isShown = false;

  constructor({ stderr, clock }: { readonly stderr: Stream; readonly clock: Clock }) {
    this.#stream = stderr;
    this.#clock = clock;
    this.#next = clock.now() + 1000;
  }

  /** @param words said in the place of how many pages are read */
  show(done: number, total: number, words?: string): void {
    if (!this.#stream.isTerminal || (this.#clock.now() < this.#next && !(this.#isShown && done === total)))
      return;
    this.#next = this.#clock.now() + 100;
    this.#isShown = true;
    const reading = done < total ? `Reading page ${done} of ${total} …` : 'Comparing all pages …';
    this.#wipe(`\r\u001b[K${words ?? reading}`);
  }

  #wipe(text: string): void {
    if (this.#stream.wipe) this.#stream.wipe(text);
    else this.#stream.write(text);
  }

  clear(): void {
    if (this.#isShown) this.#wipe('\r\u001b[K');
    this.#isShown = false;
  }
}
