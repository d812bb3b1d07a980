/** What annotations are called, which words they cover and where they stand. Never touches the DOM. */
import type { DocumentText } from './document-text.js';
import { type Far, NOTHING_FAR } from './far-ends.js';
import type { Tie } from './marks.js';
import type { Annotation, End, Span } from './protocol.js';
import type { Scheme } from './scheme.js';
import { type Placed, Places, wordsOf } from './places.js';
import { hull } from './spans.js';
import type { Store } from './store.js';
import { strings } from './strings.js';
import { type Deed, mainChange } from './trail.js';
import { endId } from './users.js';

export class Reading {
  readonly places: Places;

  constructor(
    readonly scheme: Scheme,
    readonly text: DocumentText,
    readonly store: Store,
    readonly far: Far = NOTHING_FAR,
  ) {
    this.places = new Places(text, store);
  }

  nameOf(one: Annotation): string {
    if (one.kind === 'mention') return this.scheme.label(one.value.label)?.name ?? one.value.label;
    return one.kind === 'claim' ? (this.scheme.claim?.name ?? strings.claim) : this.scheme.relationName(one.value.type);
  }

  wordsOf(one: Annotation): string {
    if (one.kind === 'mention') return this.text.quote(one.value.spans);
    if (one.kind === 'claim') return this.text.quote(one.value.content.length > 0 ? one.value.content : one.value.cue);
    return [one.value.from, one.value.to].map((end) => this.#wordsAt(end)).join(' – ');
  }

  /** Whether an end of a relation is in this document. */
  isHere(end: End): boolean {
    return end.document === undefined || end.document === this.far.here;
  }

  #wordsAt(end: End): string {
    if (!this.isHere(end)) return this.far.find(end.document ?? '', endId(end))?.words ?? '…';
    const one = this.store.find(endId(end));
    return one && one.kind !== 'relation' ? this.wordsOf(one) : '…';
  }

  /** What a step was, such as: added Person “Ada”. */
  inWords(deed: Deed): string {
    const change = mainChange(deed);
    const one = change?.after ?? change?.before;
    if (!change || !one) return '';
    const verb = change.after ? (change.before ? 'changed' : 'added') : 'removed';
    const others = new Set(deed.changes.map(({ id }) => id)).size - 1;
    return strings.did[verb](this.nameOf(one), this.wordsOf(one), others);
  }

  placeOf(one: Annotation): Span {
    if (one.kind === 'mention') return hull(one.value.spans);
    if (one.kind === 'claim') return hull(one.value.content.length > 0 ? one.value.content : one.value.cue.length > 0 ? one.value.cue : [{ start: 0, end: 0 }]);
    const from = this.store.find(endId(one.value.from));
    return from && from.kind !== 'relation' ? this.placeOf(from) : { start: 0, end: 0 };
  }

  /** What relations tie an annotation to, here and in other documents. */
  tiesOf(id: string): Tie[] {
    const near = this.store.relationsOf(id).flatMap(({ type, from, to }): Tie[] => {
      const isOutward = endId(from) === id;
      if (!isOutward && !this.isHere(to)) return [];
      const other = isOutward ? to : from;
      const found = this.isHere(other) ? this.store.find(endId(other)) : undefined;
      const place = found && found.kind !== 'relation' ? this.placeOf(found) : undefined;
      return [{ name: this.scheme.relationName(type), isOutward, id: endId(other), place, document: this.isHere(other) ? undefined : other.document, words: found ? undefined : this.#wordsAt(other) }];
    });
    const inward = this.far.inward
      .filter(({ relation }) => endId(relation.to) === id)
      .map(({ relation, there }): Tie => ({ name: this.scheme.relationName(relation.type), isOutward: false, id: there.id, place: undefined, document: there.document, words: there.words }));
    return [...near, ...inward];
  }

  /** Mentions around a position, the innermost first, then claims. */
  annotationsAt(position: number): Annotation[] {
    const rank = (one: Placed): number => (one.kind === 'mention' ? 0 : 1);
    return this.places.at(position).sort((left, right) => rank(left) - rank(right) || length(left) - length(right));
  }

  /** The mark behind or before the one given, or else behind or before a position; `suits` may pass over some. */
  beside(current: string | undefined, position: number, direction: 1 | -1, suits: (one: Placed) => boolean): Placed | undefined {
    const one = current === undefined ? undefined : this.store.find(current);
    return one && one.kind !== 'relation' && wordsOf(one).length > 0 ? this.places.beside(one, direction, suits) : this.places.from(position, direction, suits);
  }
}

/** Of the words that say what an annotation is about, in code points. */
function length(one: Placed): number {
  const spans = one.kind === 'mention' ? one.value.spans : one.value.content;
  return spans.reduce((sum, span) => sum + span.end - span.start, 0);
}
