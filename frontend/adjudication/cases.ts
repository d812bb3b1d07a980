/** Cases as they are opened: each fetched once, the next ones beforehand. */
import type { Outcome } from '../span-editor/server.js';
import type { Case } from './protocol.js';

export class Cases {
  #asked = new Map<string, Promise<Outcome<Case>>>();
  /** Those that are here; a promise, even a kept one, would cost a turn. */
  #opened = new Map<string, Case>();

  constructor(private readonly fetch: (id: string) => Promise<Outcome<Case>>) {}

  /** The case, if it was fetched already. */
  here(id: string): Case | undefined {
    return this.#opened.get(id);
  }

  open(id: string): Promise<Outcome<Case>> {
    const known = this.#asked.get(id);
    if (known) return known;
    const asked = this.fetch(id);
    this.#asked.set(id, asked);
    void asked.then((outcome) => {
      if (this.#asked.get(id) !== asked) return;
      if (outcome.kind === 'done') this.#opened.set(id, outcome.value);
      else this.#asked.delete(id);
    });
    return asked;
  }

  /** What was decided or taken back is another case when it is opened again. */
  forget(id: string): void {
    this.#asked.delete(id);
    this.#opened.delete(id);
  }

  clear(): void {
    this.#asked.clear();
    this.#opened.clear();
  }
}
