/** Several people's whole sets over one text, to be looked at together: what differs is hatched, and one key away. */
import type { Section } from './document-text.js';
import { follow } from './following.js';
import type { Loaded } from './loading.js';
import { type PaintedMark, marksOfVersions } from './marks.js';
import { wordsOf } from './places.js';
import type { SetAnswer, Span, Version } from './protocol.js';
import type { Server } from './server.js';
import { hull, overlap } from './spans.js';
import { Sheet } from './sheet.js';
import { type Change, Store } from './store.js';
import { strings } from './strings.js';

/** Versions with what not everybody has: a mention with the same words and label, a claim with the same content. */
export function versionsOf(sets: readonly Pick<SetAnswer, 'annotator' | 'mentions' | 'claims' | 'relations'>[]): Version[] {
  const keyed = sets.map((set) => [
    ...set.mentions.map((one) => ({ id: one.id, key: `${one.label} ${JSON.stringify(one.spans)}` })),
    ...set.claims.map((one) => ({ id: one.id, key: `claim ${JSON.stringify(one.content.length > 0 ? one.content : one.cue)}` })),
  ]);
  const keys = keyed.map((set) => new Set(set.map(({ key }) => key)));
  return sets.map((set, index) => ({
    name: numbered(set.annotator, index),
    annotations: set,
    differs: (keyed[index] ?? []).filter(({ key }) => !keys.every((all) => all.has(key))).map(({ id }) => id),
  }));
}

export class Overlooking {
  readonly #sheet: Sheet;
  readonly #note = document.createElement('p');
  readonly #leaving = new AbortController();
  readonly #stores: ReadonlyMap<string, Store>;
  readonly #unfollow: () => void;
  #marks: readonly PaintedMark[] = [];
  #bySection: ReadonlyMap<number, readonly PaintedMark[]> = new Map();
  /** Places where not everybody says the same, each once, in reading order. */
  #differences: readonly Span[] = [];

  /** @param mark the annotation to begin at, if one was asked for */
  constructor(
    private readonly host: HTMLElement,
    server: Server,
    private readonly loaded: Loaded,
    sets: readonly SetAnswer[],
    mark: string | undefined,
  ) {
    const { text, scheme, document: about } = loaded;
    this.#stores = new Map(sets.map((set) => [set.annotator, storeOf(set)]));
    this.#compare();
    this.#sheet = new Sheet({
      about,
      text,
      scheme,
      sections: text.sections,
      marksIn: (section: Section) => this.#bySection.get(section.index) ?? [],
      mention: () => undefined,
      picked: (id) => this.#goTo(id),
    });
    this.#note.className = 'note';
    this.#note.setAttribute('role', 'status');
    this.host.replaceChildren(this.#sheet.element, this.#note);
    this.host.dataset['mode'] = 'together';
    this.host.classList.add('names');
    this.host.addEventListener('keydown', (event) => this.#keyed(event), { signal: this.#leaving.signal });
    this.#unfollow = follow(server, about.id, this.#stores, { changed: (changes) => this.#changed(changes) });
    this.#tell();
    if (mark !== undefined) this.#goTo(mark);
    this.host.dataset['sync'] = 'idle';
  }

  close(): void {
    this.#leaving.abort();
    this.#unfollow();
    this.host.classList.remove('names');
    this.#sheet.close();
  }

  #compare(): void {
    const { text, scheme } = this.loaded;
    const sets = [...this.#stores].map(([annotator, { mentions, claims, relations }]) => ({ annotator, mentions, claims, relations }));
    this.#marks = marksOfVersions(scheme, versionsOf(sets)).filter((mark) => mark.spans.every((span) => span.end <= text.length));
    const bySection = new Map<number, PaintedMark[]>();
    for (const mark of this.#marks) {
      for (const index of new Set(mark.spans.flatMap((span) => text.sectionsOf(span).map((section) => section.index)))) {
        const others = bySection.get(index);
        if (others) others.push(mark);
        else bySection.set(index, [mark]);
      }
    }
    this.#bySection = bySection;
    this.#differences = differences(this.#marks);
  }

  #tell(): void {
    this.#note.textContent = strings.together([...this.#stores.keys()].map(numbered), this.#differences.length);
  }

  /** Somebody goes on working. What others have on the same words may differ from now on, or no longer. */
  #changed(changes: readonly Change[]): void {
    if (changes.length === 0) return;
    this.#compare();
    this.#sheet.redraw(changes.flatMap(({ before, after }) => [before, after].flatMap((one) => (one ? wordsOf(one) : []))));
    this.#tell();
  }

  #keyed(event: KeyboardEvent): void {
    if (event.key !== 'F8') return;
    event.preventDefault();
    const at = this.#sheet.selection()?.start ?? -1;
    const all = this.#differences;
    const next = event.shiftKey ? (all.findLast((span) => span.start < at) ?? all.at(-1)) : (all.find((span) => span.start > at) ?? all[0]);
    this.#go(next);
    if (next) this.#note.textContent = strings.differenceAt(all.indexOf(next) + 1, all.length);
  }

  #goTo(id: string): void {
    const mark = this.#marks.find((one) => one.id === id);
    if (mark) this.#go(mark.spans[0]);
    else this.#note.textContent = strings.markGone;
  }

  #go(span: Span | undefined): void {
    if (!span) return;
    this.#sheet.reveal(span);
    this.#sheet.collapse(span.start);
  }
}

/** Where marks that differ stand; those that touch are one place. */
function differences(marks: readonly PaintedMark[]): Span[] {
  const places: Span[] = [];
  for (const span of marks.flatMap((mark) => (mark.differs ? mark.spans : [])).sort((left, right) => left.start - right.start)) {
    const last = places.at(-1);
    if (last && overlap(last, span)) places[places.length - 1] = hull([last, span]);
    else places.push(span);
  }
  return places;
}

/** The figure stands over each mark of somebody: initials may be the same. */
function numbered(name: string, index: number): string {
  return `${index + 1} ${name}`;
}

function storeOf(set: SetAnswer): Store {
  const store = new Store();
  store.receive(set);
  return store;
}
