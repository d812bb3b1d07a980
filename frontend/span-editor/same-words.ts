/** Marking everything that is the same in a document: shown first, taken as one. Never touches the DOM. */
import type { Editing } from './editing.js';
import { sameWords } from './names.js';
import type { Annotation, Mention, Span } from './protocol.js';
import { sameSpan } from './spans.js';
import { strings } from './strings.js';
import { uuid7 } from './uuid7.js';

/** Places about to be marked like a mention. */
export interface SameWords {
  readonly model: Mention;
  readonly places: readonly { readonly span: Span; readonly isWanted: boolean }[];
}

/** Looks for the words of the mention in focus everywhere they carry no mark of its layer yet. */
export function proposeSame(editing: Editing): void {
  const model = editing.mention;
  const own = model?.spans[0];
  if (!model || !own || model.spans.length > 1) {
    editing.say(strings.focusFirst);
    return;
  }
  // what is marked otherwise there was marked by somebody who looked
  const isTaken = (span: Span): boolean => editing.mentionsOn(span).some((mention) => mention.spans.some((other) => sameSpan(other, span)));
  const places = sameWords(editing.text, editing.text.slice(own)).filter((span) => !isTaken(span));
  if (places.length === 0) editing.say(strings.noOthers(editing.text.slice(own)));
  else editing.ask({ same: { model, places: places.map((span) => ({ span, isWanted: true })) } }, strings.markAll(places.length, editing.text.slice(own)));
}

/** Leaves one of the places out, or takes it in again. */
export function turn(editing: Editing, index: number): void {
  const { same } = editing;
  if (same) editing.ask({ same: { ...same, places: same.places.map((place, at) => (at === index ? { ...place, isWanted: !place.isWanted } : place)) } });
}

/** Marks all places that are wanted, as one step for undo. */
export function takeSame(editing: Editing): void {
  const { same } = editing;
  if (!same) return;
  const { label, attributes, link } = same.model;
  const made = same.places
    .filter((place) => place.isWanted)
    .map(({ span }): Annotation => ({ kind: 'mention', value: { id: uuid7(), label, spans: [span], attributes, link } }));
  editing.ask({});
  editing.create(...made);
}
