/** The words that carry marks, folded: what was marked once is a name wherever it stands. Never touches the DOM. */
import type { DocumentText } from './document-text.js';
import { folded } from './names.js';
import type { Annotation } from './protocol.js';
import type { Store } from './store.js';

/** Counts when somebody first asks, and follows the store from then on, change by change. */
export class MarkedWords {
  #count: Map<string, number> | undefined;
  /** Names come again and again; folding takes longer than finding what was folded before. */
  readonly #folded = new Map<string, string>();

  constructor(
    private readonly text: DocumentText,
    private readonly store: Store,
  ) {}

  /** @param words folded */
  has(words: string): boolean {
    return this.#counted().has(words);
  }

  #counted(): Map<string, number> {
    if (this.#count) return this.#count;
    const count = (this.#count = new Map<string, number>());
    for (const one of this.store.annotations) this.#add(count, one, 1);
    this.store.watch((changes) =>
      changes.forEach((change) => {
        this.#add(count, change.before, -1);
        this.#add(count, change.after, 1);
      }),
    );
    return count;
  }

  #add(count: Map<string, number>, one: Annotation | undefined, by: 1 | -1): void {
    const span = one?.kind === 'mention' && one.value.spans.length === 1 ? one.value.spans[0] : undefined;
    if (!span) return;
    const words = this.#fold(this.text.slice(span));
    const number = (count.get(words) ?? 0) + by;
    if (number > 0) count.set(words, number);
    else count.delete(words);
  }

  #fold(words: string): string {
    const known = this.#folded.get(words) ?? folded(words);
    this.#folded.set(words, known);
    return known;
  }
}
