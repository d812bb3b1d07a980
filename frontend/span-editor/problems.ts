/** What the scheme finds to look at in one's own set, fetched again a moment after something was changed. */
import type { ChecksAnswer, OpenCheck } from './protocol.js';
import type { Outcome } from './server.js';

/** Milliseconds without a change before the checks are asked for. */
const CALM = 700;
const ORDER = ['error', 'warn', 'hint'];

export class Problems {
  #items: readonly OpenCheck[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isAsking = false;
  #isStale = false;

  constructor(
    private readonly ask: () => Promise<Outcome<ChecksAnswer>>,
    private readonly changed: () => void,
  ) {}

  /** As the server said last, for annotations that are still there. */
  all(isThere: (id: string) => boolean): readonly OpenCheck[] {
    return this.#items.filter((item) => isThere(item.annotation));
  }

  /** Of one annotation, the gravest first. */
  of(id: string): readonly OpenCheck[] {
    return this.#items.filter((item) => item.annotation === id).sort((left, right) => ORDER.indexOf(left.severity) - ORDER.indexOf(right.severity));
  }

  /** What was found may no longer be so: it was changed, and is looked at again once that is stored. */
  forget(id: string): void {
    this.#items = this.#items.filter((item) => item.annotation !== id);
  }

  /** Something was changed and stored. */
  later(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#fetch(), CALM);
  }

  close(): void {
    clearTimeout(this.#timer);
  }

  async #fetch(): Promise<void> {
    if (this.#isAsking) {
      this.#isStale = true;
      return;
    }
    this.#isAsking = true;
    this.#isStale = false;
    const outcome = await this.ask();
    this.#isAsking = false;
    if (outcome.kind === 'done') {
      this.#items = outcome.value.items;
      this.changed();
    }
    if (this.#isStale) this.later();
  }
}
