/** What annotations are called, which words they cover and where they stand. Never touches the DOM. */
import type { DocumentText } from './document-text.js';
import type { Annotation, Span } from './protocol.js';
import type { Scheme } from './scheme.js';
import { hull } from './spans.js';
import { type Store, endId } from './store.js';
import { strings } from './strings.js';

export class Reading {
  constructor(
    readonly scheme: Scheme,
    readonly text: DocumentText,
    readonly store: Store,
  ) {}

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

  placeOf(one: Annotation): Span {
    if (one.kind === 'mention') return hull(one.value.spans);
    if (one.kind === 'claim') return hull(one.value.content.length > 0 ? one.value.content : one.value.cue.length > 0 ? one.value.cue : [{ start: 0, end: 0 }]);
    const from = this.store.find(endId(one.value.from));
    return from && from.kind !== 'relation' ? this.placeOf(from) : { start: 0, end: 0 };
  }

  /** Mentions around a position, the innermost first, then claims. */
  annotationsAt(position: number): Annotation[] {
    const around = (spans: readonly Span[]): boolean => spans.some((span) => span.start <= position && position <= span.end);
    const mentions = this.store.mentions.filter((mention) => around(mention.spans)).sort((left, right) => length(left.spans) - length(right.spans));
    const claims = this.store.claims.filter((claim) => around(claim.content) || around(claim.cue)).sort((left, right) => length(left.content) - length(right.content));
    return [...mentions.map((value): Annotation => ({ kind: 'mention', value })), ...claims.map((value): Annotation => ({ kind: 'claim', value }))];
  }

  /** The mark behind or before the one given, or else behind or before a position; claims only if `isClaim`. */
  beside(current: string | undefined, position: number, direction: 1 | -1, isClaim: boolean, not?: string): Annotation | undefined {
    const marks: Annotation[] = [
      ...(isClaim ? [] : this.store.mentions.map((value): Annotation => ({ kind: 'mention', value }))),
      ...this.store.claims.filter((claim) => claim.id !== not).map((value): Annotation => ({ kind: 'claim', value })),
    ].sort((left, right) => this.placeOf(left).start - this.placeOf(right).start);
    const at = marks.findIndex((one) => one.value.id === current);
    if (at >= 0) return marks[at + direction];
    return direction > 0
      ? marks.find((one) => this.placeOf(one).start >= position)
      : marks.findLast((one) => this.placeOf(one).start < position);
  }
}

function length(spans: readonly Span[]): number {
  return spans.reduce((sum, span) => sum + span.end - span.start, 0);
}
