/** What annotations are called, which words they cover and where they stand. Never touches the DOM. */
import type { DocumentText } from './document-text.js';
import type { Tie } from './marks.js';
import type { Annotation, Span } from './protocol.js';
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
    return [one.value.from, one.value.to]
      .map((end) => this.store.find(endId(end)))
      .map((end) => (end ? this.wordsOf(end) : '…'))
      .join(' – ');
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
    return this.store.relationsOf(id).map(({ type, from, to }) => {
      const isOutward = endId(from) === id;
      const other = isOutward ? to : from;
      const found = this.store.find(endId(other));
      const place = found && found.kind !== 'relation' ? this.placeOf(found) : undefined;
      return { name: this.scheme.relationName(type), isOutward, id: endId(other), place, document: place ? undefined : other.document };
    });
  }

  /** Mentions around a position, the innermost first, then claims. */
  annotationsAt(position: number): Annotation[] {
    const rank = (one: Placed): number => (one.kind === 'mention' ? 0 : 1);
    return this.places.at(position).sort((left, right) => rank(left) - rank(right) || length(left) - length(right));
  }

  /** The mark behind or before the one given, or else behind or before a position; claims only if `isClaim`. */
  beside(current: string | undefined, position: number, direction: 1 | -1, isClaim: boolean, not?: string): Annotation | undefined {
    const suits = (one: Placed): boolean => (one.kind === 'claim' || !isClaim) && (one.value.id !== not || one.kind === 'mention');
    const one = current === undefined ? undefined : this.store.find(current);
    return one && one.kind !== 'relation' && wordsOf(one).length > 0 ? this.places.beside(one, direction, suits) : this.places.from(position, direction, suits);
  }
}

/** Of the words that say what an annotation is about, in code points. */
function length(one: Placed): number {
  const spans = one.kind === 'mention' ? one.value.spans : one.value.content;
  return spans.reduce((sum, span) => sum + span.end - span.start, 0);
}
