/** What has been a cue in this document beside those of the scheme, with the act it brought last. Never touches the DOM. */
import type { DocumentText } from './document-text.js';
import type { Annotation } from './protocol.js';
import type { Store } from './store.js';

/** Looks at all claims when somebody first asks, and follows the store from then on, change by change. */
export class LearnedCues {
  /** By the words of the cue, in small letters: the act of each claim that they bring. */
  readonly #acts = new Map<string, Map<string, string | undefined>>();
  #known: Map<string, string | undefined> | undefined;

  constructor(
    private readonly text: DocumentText,
    private readonly store: Store,
    /** What the scheme says of cues. */
    private readonly given: ReadonlyMap<string, string> = new Map(),
  ) {}

  /** Words in small letters with their act; undefined where the claim has none. */
  get known(): ReadonlyMap<string, string | undefined> {
    if (this.#known) return this.#known;
    const known = (this.#known = new Map<string, string | undefined>(this.given));
    for (const claim of this.store.claims) this.#add(known, { kind: 'claim', value: claim });
    this.store.watch((changes) =>
      changes.forEach((change) => {
        this.#take(known, change.before);
        this.#add(known, change.after);
      }),
    );
    return known;
  }

  #add(known: Map<string, string | undefined>, one: Annotation | undefined): void {
    if (one?.kind !== 'claim') return;
    const act = one.value.attributes['act'];
    for (const words of this.#wordsOf(one)) {
      const acts = this.#acts.get(words) ?? new Map<string, string | undefined>();
      this.#acts.set(words, acts.set(one.value.id, typeof act === 'string' ? act : undefined));
      known.set(words, acts.get(one.value.id));
    }
  }

  #take(known: Map<string, string | undefined>, one: Annotation | undefined): void {
    if (one?.kind !== 'claim') return;
    for (const words of this.#wordsOf(one)) {
      const acts = this.#acts.get(words);
      acts?.delete(one.value.id);
      if (!acts || acts.size === 0) {
        this.#acts.delete(words);
        const given = this.given.get(words);
        if (given === undefined) known.delete(words);
        else known.set(words, given);
      } else if (known.has(words)) {
        known.set(words, [...acts.values()].at(-1));
      }
    }
  }

  #wordsOf(one: Annotation & { readonly kind: 'claim' }): string[] {
    return one.value.cue.map((span) => this.text.slice(span).toLowerCase());
  }
}
