/** Giving the annotation in focus other words. Never touches the DOM. */
import type { Editing } from './editing.js';
import type { Annotation } from './protocol.js';
import { type BorderMove, cutAt, oneOfTwo, withBorderAt, withMovedBorder, withSpans, withStretch } from './reshaping.js';
import { strings } from './strings.js';
import { uuid7 } from './uuid7.js';

/** Moves a border of the mark in focus, or of the innermost one under the cursor, which then has the focus. */
export function moveBorder(editing: Editing, move: BorderMove): void {
  const one = inHand(editing);
  const changed = one && withMovedBorder(editing.text, one, move, editing.wordRole);
  if (changed) editing.change(changed);
}

/** Puts a border of the mark in focus at a position. */
export function putBorder(editing: Editing, border: 'start' | 'end', position: number): void {
  const one = editing.focused;
  const changed = one && withBorderAt(one, border, position, editing.wordRole);
  if (changed) editing.change(changed);
}

/** Adds the selected words to the annotation in focus as a stretch of their own. */
export function addStretch(editing: Editing): void {
  withSelection(editing, (one, span) => withStretch(editing.scheme, one, span, editing.wordRole));
}

/** Puts the annotation in focus on the selected words instead of those it has. */
export function retarget(editing: Editing): void {
  withSelection(editing, (one, span) => withSpans(one, [span], editing.wordRole));
}

/** Cuts the annotation in focus in two at the cursor. */
export function split(editing: Editing): void {
  const one = editing.focused;
  const { position } = editing;
  const parts = one && position !== undefined ? cutAt(editing.text, one, position, uuid7()) : undefined;
  if (parts) editing.change(...parts);
  else editing.say(strings.cursorInside);
}

/** Makes one annotation of the one in focus and the next of its kind. */
export function join(editing: Editing): void {
  const one = editing.focused;
  if (!one) return;
  const next = nextAlike(editing, one);
  const whole = next && oneOfTwo(one, next);
  if (!next || !whole) {
    editing.say(strings.nothingToJoin);
    return;
  }
  editing.remove(next, true, whole, ...usersWith(editing, next.value.id, one.value.id));
  editing.say(strings.changed(editing.nameOf(whole), editing.wordsOf(whole)));
}

function nextAlike(editing: Editing, one: Annotation): Annotation | undefined {
  return one.kind === 'relation' ? undefined : editing.places.beside(one, 1, (other) => other.kind === one.kind);
}

/** Claims that named the one now name the other. */
function usersWith(editing: Editing, before: string, after: string): Annotation[] {
  return editing.store.usersOf(before).flatMap((user): Annotation[] => {
    if (!('content' in user)) return [];
    const value: typeof user = JSON.parse(JSON.stringify(user).replaceAll(`"${before}"`, `"${after}"`));
    return [{ kind: 'claim', value }];
  });
}

function withSelection(editing: Editing, changed: (one: Annotation, span: { start: number; end: number }) => Annotation | undefined): void {
  const span = editing.selected();
  const one = editing.focused;
  if (!span || !one) {
    editing.say(strings.selectFirst);
    return;
  }
  const result = changed(one, span);
  if (result) editing.change(result);
  editing.collapse(span.end);
}

function inHand(editing: Editing): Annotation | undefined {
  if (!editing.focused && editing.position !== undefined) editing.focusOn(editing.annotationsAt(editing.position)[0]?.value.id);
  return editing.focused;
}
