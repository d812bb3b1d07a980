/** The words that carry marks, folded: what was marked once is a name wherever it stands. Never touches the DOM. */
import type { DocumentText } from './document-text.js';
import { folded } from './names.js';
import type { Annotation } from './protocol.js';
import type { Store } from './store.js';

/** Annotations counted in one step: some tenths of a millisecond. */
const STEP = 200;

/** Counts when somebody first asks, or before that a part at a time, and follows the store from then on, change by change. */
export class MarkedWords {
  /** Below nothing where something was removed before it was counted. */
  readonly #count = new Map<string, number>();
  #counting: Iterator<void> | undefined;
  /** Names come again and again; folding takes longer than finding what was folded before. */
  readonly #folded = new Map<string, string>();

  constructor(
    private readonly text: DocumentText,
    private readonly store: Store,
  ) {}

  /** @param words folded */
  has(words: string): boolean {
    const counting = this.counting();
    while (!counting.next().done);
    return (this.#count.get(words) ?? 0) > 0;
  }

  /** Counts on, some at each step; the same for whoever asks. */
  counting(): Iterator<void> {
    return (this.#counting ??= this.#counted());
  }

  *#counted(): Generator<void> {
    const all = [...this.store.annotations];
    this.store.watch((changes) =>
      changes.forEach((change) => {
        this.#add(change.before, -1);
        this.#add(change.after, 1);
      }),
    );
    for (const [index, one] of all.entries()) {
      this.#add(one, 1);
      if (index % STEP === STEP - 1) yield;
    }
  }

  #add(one: Annotation | undefined, by: 1 | -1): void {
    const span = one?.kind === 'mention' && one.value.spans.length === 1 ? one.value.spans[0] : undefined;
    if (!span) return;
    const words = this.#fold(this.text.slice(span));
    const number = (this.#count.get(words) ?? 0) + by;
    if (number !== 0) this.#count.set(words, number);
    else this.#count.delete(words);
  }

  #fold(words: string): string {
    const known = this.#folded.get(words) ?? folded(words);
    this.#folded.set(words, known);
    return known;
  }
}
