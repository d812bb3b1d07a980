/** Annotations with other words or another label. Never touches the DOM. */
import { withWords } from './claims.js';
import type { DocumentText } from './document-text.js';
import type { Annotation, Claim, Mention, Span, WordRole } from './protocol.js';
import type { Label, Scheme } from './scheme.js';
import { hull, joined, overlap, sameSpans, withBorder } from './spans.js';

/** A border of an annotation, how far and which way it moves. */
export interface BorderMove {
  readonly border: 'start' | 'end';
  readonly by: 'character' | 'word';
  readonly direction: 1 | -1;
}

/** The words of an annotation that are being shaped; none for a relation. */
export function spansOf(one: Annotation, role: WordRole): readonly Span[] {
  return one.kind === 'mention' ? one.value.spans : one.kind === 'claim' ? one.value[role] : [];
}

/** The annotation with other words. */
export function withSpans(one: Annotation, spans: readonly Span[], role: WordRole): Annotation {
  switch (one.kind) {
    case 'mention':
      return { kind: 'mention', value: { ...one.value, spans: joined(spans) } };
    case 'claim':
      return { kind: 'claim', value: { ...one.value, [role]: joined(spans) } };
    case 'relation':
      return one;
  }
}

/** The annotation with one more stretch; undefined if it can have none. */
export function withStretch(scheme: Scheme, one: Annotation, span: Span, role: WordRole): Annotation | undefined {
  if (one.kind === 'claim') return { kind: 'claim', value: withWords(one.value, role, span) };
  if (one.kind === 'relation' || !scheme.allowsSeveralSpans(one.value.label)) return undefined;
  return { kind: 'mention', value: { ...one.value, spans: joined([...one.value.spans, span]) } };
}

/** The annotation with its first start or last end moved; undefined if that changes nothing. */
export function withMovedBorder(text: DocumentText, one: Annotation, move: BorderMove, role: WordRole): Annotation | undefined {
  const spans = spansOf(one, role);
  const at = move.border === 'start' ? spans[0]?.start : spans.at(-1)?.end;
  if (at === undefined) return undefined;
  return withBorderAt(one, move.border, move.by === 'word' ? byWord(text, at, move) : text.nextCharacter(at, move.direction), role);
}

/** The annotation with a border at a position; undefined if that changes nothing or would leave nothing. */
export function withBorderAt(one: Annotation, border: 'start' | 'end', position: number, role: WordRole): Annotation | undefined {
  const spans = spansOf(one, role);
  const moved = withBorder(spans, border, position);
  return moved && !sameSpans(moved, spans) ? withSpans(one, moved, role) : undefined;
}

/** The next border of a word of the kind that is moved: a start stays at the start of a word, an end at the end of one. */
function byWord(text: DocumentText, at: number, { border, direction }: BorderMove): number {
  const isOutward = (border === 'end') === direction > 0;
  if (isOutward) {
    const next = text.nextWord(at, direction);
    // a possessive 's stays outside at first, and is one more step
    const whole = border === 'end' ? text.wholeWords({ start: Math.max(at, next - 1), end: next }).end : next;
    return whole > at || border === 'start' ? whole : next;
  }
  if (border === 'end') {
    const name = text.wholeWords({ start: at - 1, end: at }).end;
    if (name < at && name > 0) return name;
  }
  const inner = text.nextWord(text.nextWord(at, direction), direction);
  const back = text.nextWord(inner, border === 'end' ? 1 : -1);
  return border === 'end' ? Math.min(back, at - 1) : Math.max(back, at + 1);
}

/** The border of a word that is nearest to a position: where words start for a start, where they end, with and without 's, for an end. */
export function snappedBorder(text: DocumentText, border: 'start' | 'end', position: number): number {
  const direction = border === 'start' ? -1 : 1;
  const outward = text.nextWord(position - direction, direction);
  const inward = text.nextWord(text.nextWord(position, direction === 1 ? -1 : 1), direction === 1 ? -1 : 1);
  const back = border === 'end' ? text.nextWord(inward, 1) : text.nextWord(inward, -1);
  const name = border === 'end' ? text.wholeWords({ start: Math.max(0, outward - 1), end: outward }).end : outward;
  return [outward, name, back].reduce((best, one) => (Math.abs(one - position) < Math.abs(best - position) ? one : best));
}

/** The annotation cut in two at a position, the first keeping its id; undefined if the position is not inside its words. */
export function cutAt(text: DocumentText, one: Annotation, position: number, id: string): [Annotation, Annotation] | undefined {
  if (one.kind === 'relation') return undefined;
  const spans = spansOf(one, 'content');
  const left = trimmedAll(text, spans.flatMap((span) => (span.start < position ? [{ start: span.start, end: Math.min(span.end, position) }] : [])));
  const right = trimmedAll(text, spans.flatMap((span) => (span.end > position ? [{ start: Math.max(span.start, position), end: span.end }] : [])));
  if (left.length === 0 || right.length === 0) return undefined;
  const second: Annotation = one.kind === 'mention' ? { kind: 'mention', value: { ...one.value, id } } : { kind: 'claim', value: { ...one.value, id } };
  return [withSpans(one, left, 'content'), withSpans(second, right, 'content')];
}

/** Two annotations of one kind as one, with all words from the first to the last; undefined if they are not alike. */
export function oneOfTwo(first: Annotation, second: Annotation): Annotation | undefined {
  if (first.kind === 'mention' && second.kind === 'mention' && first.value.label === second.value.label) {
    return { kind: 'mention', value: { ...first.value, spans: [hull([...first.value.spans, ...second.value.spans])], link: first.value.link ?? second.value.link } };
  }
  if (first.kind === 'claim' && second.kind === 'claim') return { kind: 'claim', value: merged(first.value, second.value) };
  return undefined;
}

/** The stretches of both contents stay as they are: what is between them need not be said. */
function merged(first: Claim, second: Claim): Claim {
  const content = joined([...first.content, ...second.content]);
  return {
    ...first,
    content,
    cue: joined([...first.cue, ...second.cue]).filter((cue) => !content.some((span) => overlap(span, cue))),
    source: first.source.length > 0 ? first.source : second.source,
  };
}

function trimmedAll(text: DocumentText, spans: readonly Span[]): Span[] {
  return spans.flatMap((span) => text.trimmed(span) ?? []);
}

/** The mention with another label, and without the attributes that the label's layer does not know. */
export function relabelled(scheme: Scheme, mention: Mention, label: Label): Mention {
  const known = scheme.mentionAttributes(label.id).map((attribute) => attribute.id);
  const attributes = Object.fromEntries(Object.entries(mention.attributes).filter(([id]) => known.includes(id)));
  return { ...mention, label: label.id, attributes };
}
