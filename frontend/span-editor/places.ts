/** Where annotations stand: for every section the few that reach into it, so that nothing looks at all of them. Never touches the DOM. */
import type { DocumentText } from './document-text.js';
import type { Annotation, Span } from './protocol.js';
import { compareLists, insertSorted, overlap, placeIn, removeSorted } from './spans.js';
import type { Change, Store } from './store.js';

/** A mention or a claim; a relation stands nowhere by itself. */
export type Placed = Exclude<Annotation, { kind: 'relation' }>;

/** More changes at once than this are sorted together. */
const MANY = 50;
/** Sections for which all annotations are looked through before each gets its place: those that an opened article shows first. */
const FIRST = 3;

export class Places {
  readonly #bySection: Placed[][];
  /** For each section a list with nothing else, so that not every annotation has one of its own. */
  readonly #alone: readonly (readonly number[])[];
  /** Sections whose list was only added to. */
  readonly #unsorted = new Set<number>();
  readonly #misfits = new Map<string, Placed>();
  #isPlaced = false;
  #looks = 0;

  /** Follows the store from now on. */
  constructor(
    private readonly text: DocumentText,
    private readonly store: Store,
  ) {
    this.#bySection = text.sections.map(() => []);
    this.#alone = text.sections.map((section) => [section.index]);
    store.watch((changes) => {
      if (this.#isPlaced) changes.forEach((change) => this.#follow(change, changes.length > MANY));
    });
  }

  /** Annotations with words outside the text. They are drawn nowhere rather than in a wrong place. */
  get misfits(): Iterable<Placed> {
    this.#place();
    return this.#misfits.values();
  }

  /** How many these are, and the first few by what they say of themselves. */
  misfitsInWords(most = 3): { readonly count: number; readonly some: string } {
    const some = [...this.misfits].slice(0, most).map((one) => {
      const words = placing(one).map((span) => `${span.start}–${span.end}`).join(', ');
      return `${one.kind === 'mention' ? one.value.label : one.kind} ${words}`;
    });
    return { count: this.#misfits.size, some: some.join('; ') };
  }

  /** What reaches into a section, by position. */
  inSection(index: number): readonly Placed[] {
    if (!this.#isPlaced && this.#looks++ < FIRST) return this.#lookedThrough(index);
    this.#place();
    return this.#sorted(index);
  }

  /** What has words around a position or borders on it, by position. */
  at(position: number): Placed[] {
    const sections = this.text.sectionsOf({ start: Math.max(0, position - 1), end: position + 1 });
    return this.#inSections(sections.map((section) => section.index), (span) => span.start <= position && position <= span.end);
  }

  /** What shares words with a stretch, by position. */
  touching(stretch: Span): Placed[] {
    return this.#inSections(this.text.sectionsOf(stretch).map((section) => section.index), (span) => span.start < stretch.end && stretch.start < span.end);
  }

  /** The next annotation behind the one given, or the one before it; `suits` may pass over some. */
  beside(one: Placed, direction: 1 | -1, suits: (one: Placed) => boolean): Placed | undefined {
    const home = this.#home(one);
    const list = this.inSection(home);
    const at = placeIn(list, one, comparePlaces);
    return this.#walk(home, direction > 0 ? at + 1 : at - 1, direction, suits);
  }

  /** The first annotation that starts at or behind a position, or the last that starts before it. */
  from(position: number, direction: 1 | -1, suits: (one: Placed) => boolean): Placed | undefined {
    const within = Math.max(0, Math.min(position, this.text.length - 1));
    const home = this.text.section(within).index;
    const list = this.inSection(home);
    const first = list.findIndex((one) => startOf(one) >= position);
    const at = first < 0 ? list.length : first;
    return this.#walk(home, direction > 0 ? at : at - 1, direction, suits);
  }

  #sorted(index: number): Placed[] {
    const list = this.#bySection[index] ?? [];
    if (this.#unsorted.delete(index)) list.sort(comparePlaces);
    return list;
  }

  #walk(section: number, from: number, direction: 1 | -1, suits: (one: Placed) => boolean): Placed | undefined {
    let at = from;
    for (let index = section; index >= 0 && index < this.#bySection.length; index += direction) {
      const list = this.inSection(index);
      if (index !== section) at = direction > 0 ? 0 : list.length - 1;
      for (; at >= 0 && at < list.length; at += direction) {
        const one = list[at];
        // what reaches in from another section is met where it starts
        if (one && this.#home(one) === index && suits(one)) return one;
      }
    }
    return undefined;
  }

  /** To give all their places takes longer than to look at all of them, which is enough for the words to be seen. */
  #lookedThrough(index: number): Placed[] {
    const section = this.text.sections[index];
    const found: Placed[] = [];
    if (!section) return found;
    for (const one of this.store.annotations) {
      if (one.kind !== 'relation' && wordsOf(one).some((span) => overlap(span, section)) && this.#fits(one)) found.push(one);
    }
    return found.sort(comparePlaces);
  }

  #place(): void {
    if (this.#isPlaced) return;
    this.#isPlaced = true;
    for (const one of this.store.annotations) if (one.kind !== 'relation') this.#add(one, true);
  }

  #inSections(indexes: readonly number[], suits: (span: Span) => boolean): Placed[] {
    const found = new Set<Placed>();
    for (const index of indexes) {
      for (const one of this.inSection(index)) if (wordsOf(one).some(suits)) found.add(one);
    }
    return [...found];
  }

  #follow(change: Change, isOneOfMany: boolean): void {
    const { before, after } = change;
    if (before && before.kind !== 'relation') this.#take(before);
    if (after && after.kind !== 'relation') this.#add(after, isOneOfMany);
  }

  #add(one: Placed, isOneOfMany: boolean): void {
    if (!this.#fits(one)) {
      this.#misfits.set(one.value.id, one);
      return;
    }
    for (const index of this.#sectionsOf(one)) {
      const list = this.#bySection[index];
      if (!list) continue;
      if (isOneOfMany || this.#unsorted.has(index)) {
        // many are sorted together, when somebody asks
        list.push(one);
        this.#unsorted.add(index);
      } else insertSorted(list, one, comparePlaces);
    }
  }

  #take(one: Placed): void {
    this.#misfits.delete(one.value.id);
    if (!this.#fits(one)) return;
    for (const index of this.#sectionsOf(one)) {
      removeSorted(this.#sorted(index), one, comparePlaces);
    }
  }

  #fits(one: Placed): boolean {
    const { length } = this.text;
    return wordsOf(one).every(({ start, end }) => Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= length);
  }

  #sectionsOf(one: Placed): readonly number[] {
    const words = wordsOf(one);
    const only = words[0];
    if (only && words.length === 1) {
      const { index, end } = this.text.section(only.start);
      if (only.end <= end) return this.#alone[index] ?? [];
    }
    const indexes: number[] = [];
    for (const { start, end } of words) {
      const first = this.text.section(start);
      const last = end <= first.end ? first : this.text.section(end - 1);
      for (let { index } = first; index <= last.index; index++) if (!indexes.includes(index)) indexes.push(index);
    }
    return indexes;
  }

  #home(one: Placed): number {
    return this.text.section(startOf(one)).index;
  }
}

/** All words that an annotation is drawn on. */
export function wordsOf(one: Annotation): readonly Span[] {
  if (one.kind === 'mention') return one.value.spans;
  return one.kind === 'claim' ? [...one.value.content, ...one.value.cue] : [];
}

/** The words that say where an annotation stands: a claim's content, or its cue if it has none. */
function placing(one: Placed): readonly Span[] {
  if (one.kind === 'mention') return one.value.spans;
  return one.value.content.length > 0 ? one.value.content : one.value.cue;
}

function startOf(one: Placed): number {
  return placing(one)[0]?.start ?? 0;
}

function comparePlaces(left: Placed, right: Placed): number {
  return compareLists(placing(left), placing(right)) || (left.value.id < right.value.id ? -1 : left.value.id > right.value.id ? 1 : 0);
}
