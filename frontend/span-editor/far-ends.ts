/** What this person said in the project's other documents: where relations may lead, and where they come from. */
import type { FarAnnotation, FarTie } from './protocol.js';
import type { Server } from './server.js';

/** As many as one search brings. */
const MOST_FOUND = 20;

/** Those of other documents that the page has heard of. */
export interface Far {
  /** The document that is open. */
  readonly here: string;
  /** Relations in other documents that lead here. */
  readonly inward: readonly FarTie[];
  find(document: string, id: string): FarAnnotation | undefined;
  /** From now on this one is known. */
  keep(one: FarAnnotation): void;
}

export const NOTHING_FAR: Far = { here: '', inward: [], find: () => undefined, keep: () => undefined };

export class FarEnds implements Far {
  inward: readonly FarTie[] = [];
  readonly #known = new Map<string, FarAnnotation>();
  /** What was found for words that were asked about. */
  readonly #found = new Map<string, readonly FarAnnotation[]>();

  constructor(
    private readonly server: Server,
    readonly here: string,
    private readonly changed: () => void,
  ) {}

  find(document: string, id: string): FarAnnotation | undefined {
    return this.#known.get(keyOf(document, id));
  }

  keep(one: FarAnnotation): void {
    this.#known.set(keyOf(one.document, one.id), one);
  }

  /** What relations of this set are tied to elsewhere. */
  async load(): Promise<void> {
    const outcome = await this.server.ties(this.here);
    if (outcome.kind !== 'done') return;
    outcome.value.items.forEach((tie) => this.keep(tie.there));
    this.inward = outcome.value.items.filter((tie) => tie.direction === 'in');
    if (outcome.value.items.length > 0) this.changed();
  }

  /** Those with these words, as far as the server has said; what it says later is told as a change. Without words what was worked on last. */
  search(kind: FarAnnotation['kind'], typed: string): readonly FarAnnotation[] {
    const words = typed.trim();
    const key = `${kind} ${words}`;
    if (!this.#found.has(key)) void this.#ask(key, kind, words);
    return this.#found.get(key) ?? [];
  }

  async #ask(key: string, kind: FarAnnotation['kind'], words: string): Promise<void> {
    this.#found.set(key, []);
    const outcome = await this.server.elsewhere(this.here, { kind, limit: String(MOST_FOUND), ...(words === '' ? {} : { q: words }) });
    if (outcome.kind === 'done') {
      this.#found.set(key, outcome.value.items);
      this.changed();
    } else this.#found.delete(key);
  }
}

function keyOf(document: string, id: string): string {
  return `${document}/${id}`;
}
