/** Annotations with other words or another label. Never touches the DOM. */
import { withWords } from './claims.js';
import type { DocumentText } from './document-text.js';
import type { Annotation, Mention, Span, WordRole } from './protocol.js';
import type { Label, Scheme } from './scheme.js';
import { joined, sameSpans, withBorder } from './spans.js';

/** The annotation with one more stretch; undefined if it can have none. */
export function withStretch(scheme: Scheme, one: Annotation, span: Span, role: WordRole): Annotation | undefined {
  if (one.kind === 'claim') return { kind: 'claim', value: withWords(one.value, role, span) };
  if (one.kind === 'relation' || !scheme.allowsSeveralSpans(one.value.label)) return undefined;
  return { kind: 'mention', value: { ...one.value, spans: joined([...one.value.spans, span]) } };
}

/** The annotation with its first start or last end one character further; undefined if that changes nothing. */
export function withMovedBorder(
  text: DocumentText,
  one: Annotation,
  border: 'start' | 'end',
  direction: 1 | -1,
  role: WordRole,
): Annotation | undefined {
  if (one.kind === 'relation') return undefined;
  const spans = one.kind === 'mention' ? one.value.spans : one.value[role];
  const at = border === 'start' ? spans[0]?.start : spans.at(-1)?.end;
  if (at === undefined) return undefined;
  const moved = withBorder(spans, border, text.nextCharacter(at, direction));
  if (!moved || sameSpans(moved, spans)) return undefined;
  return one.kind === 'mention'
    ? { kind: 'mention', value: { ...one.value, spans: joined(moved) } }
    : { kind: 'claim', value: { ...one.value, [role]: joined(moved) } };
}

/** The mention with another label, and without the attributes that the label's layer does not know. */
export function relabelled(scheme: Scheme, mention: Mention, label: Label): Mention {
  const known = scheme.mentionAttributes(label.id).map((attribute) => attribute.id);
  const attributes = Object.fromEntries(Object.entries(mention.attributes).filter(([id]) => known.includes(id)));
  return { ...mention, label: label.id, attributes };
}
