/** Several people's whole sets over one text, to be looked at together: what differs is hatched, and one key away. */
import type { Section } from './document-text.js';
import type { Loaded } from './loading.js';
import { type PaintedMark, marksOfVersions } from './marks.js';
import type { SetAnswer, Span, Version } from './protocol.js';
import { hull, overlap } from './spans.js';
import { Sheet } from './sheet.js';
import { strings } from './strings.js';

/** Versions with what not everybody has: a mention with the same words and label, a claim with the same content. */
export function versionsOf(sets: readonly SetAnswer[]): Version[] {
  const keyed = sets.map((set) => [
    ...set.mentions.map((one) => ({ id: one.id, key: `${one.label} ${JSON.stringify(one.spans)}` })),
    ...set.claims.map((one) => ({ id: one.id, key: `claim ${JSON.stringify(one.content.length > 0 ? one.content : one.cue)}` })),
  ]);
  const keys = keyed.map((set) => new Set(set.map(({ key }) => key)));
  return sets.map((set, index) => ({
    // the figure stands over each mark: initials may be the same
    name: `${index + 1} ${set.annotator}`,
    annotations: set,
    differs: (keyed[index] ?? []).filter(({ key }) => !keys.every((all) => all.has(key))).map(({ id }) => id),
  }));
}

export class Overlooking {
  readonly #sheet: Sheet;
  readonly #note = document.createElement('p');
  readonly #leaving = new AbortController();
  readonly #bySection: ReadonlyMap<number, readonly PaintedMark[]>;
  /** Places where not everybody says the same, each once, in reading order. */
  readonly #differences: readonly Span[];

  constructor(
    private readonly host: HTMLElement,
    { text, scheme, document: about }: Loaded,
    versions: readonly Version[],
  ) {
    const marks = marksOfVersions(scheme, versions).filter((mark) => mark.spans.every((span) => span.end <= text.length));
    const bySection = new Map<number, PaintedMark[]>();
    for (const mark of marks) {
      const indexes = new Set(mark.spans.flatMap((span) => text.sectionsOf(span).map((section) => section.index)));
      for (const index of indexes) bySection.set(index, [...(bySection.get(index) ?? []), mark]);
    }
    this.#bySection = bySection;
    this.#differences = differences(marks);
    this.#sheet = new Sheet({
      about,
      text,
      scheme,
      sections: text.sections,
      marksIn: (section: Section) => this.#bySection.get(section.index) ?? [],
      mention: () => undefined,
      picked: (id) => this.#go(marks.find((mark) => mark.id === id)?.spans[0]),
    });
    this.#note.className = 'note';
    this.#note.setAttribute('role', 'status');
    this.#note.textContent = strings.together(versions.map((version) => version.name), this.#differences.length);
    this.host.replaceChildren(this.#sheet.element, this.#note);
    this.host.dataset['mode'] = 'together';
    this.host.classList.add('names');
    this.host.addEventListener('keydown', (event) => this.#keyed(event), { signal: this.#leaving.signal });
    this.host.dataset['sync'] = 'idle';
  }

  close(): void {
    this.#leaving.abort();
    this.host.classList.remove('names');
    this.#sheet.close();
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
