/** From a key press to what it does, for somebody who is doing something. Never touches the DOM. */
import type { Editing } from './editing.js';
import { type Action, type Place, type Press, actionFor, asLatin, keyName, plainKey } from './keys.js';
import type { Attribute } from './scheme.js';

/** Actions that are about the page rather than about an annotation. */
export type PageAction = 'undo' | 'redo' | 'submit' | 'help' | 'names' | 'next-mark' | 'previous-mark' | 'leave';

/** Does what a key says. Returns whether the key meant anything. On an Arabic keyboard the place of `p` is `p` as well. */
export function press(editing: Editing, key: Press, page: (action: PageAction) => boolean): boolean {
  if (pressAs(editing, key, page)) return true;
  const latin = asLatin(key);
  return latin !== undefined && pressAs(editing, latin, page);
}

function pressAs(editing: Editing, key: Press, page: (action: PageAction) => boolean): boolean {
  const plain = plainKey(key);
  if (plain !== undefined && !editing.isReadOnly && letter(editing, plain)) return true;
  const places = new Set<Place>(['anywhere']);
  if (editing.focus !== undefined) places.add('mark');
  if (editing.claim && !editing.isReadOnly) places.add('claim');
  const action = actionFor(keyName(key), places);
  return action !== undefined && act(editing, action, page);
}

function act(editing: Editing, action: Action, page: (action: PageAction) => boolean): boolean {
  const allowed = !editing.isReadOnly;
  switch (action) {
    case 'undo':
    case 'redo':
    case 'submit':
    case 'help':
    case 'names':
    case 'next-mark':
    case 'previous-mark':
      return page(action);
    case 'back':
      return editing.back() || page('leave');
    case 'focus':
    case 'outer':
      focusUnderCursor(editing);
      return true;
    case 'next-step':
      if (editing.relating) pickCandidate(editing);
      else editing.walk(1);
      return true;
    case 'previous-step':
      editing.walk(-1);
      return true;
    case 'delete':
      if (allowed) editing.delete(editing.deleting !== undefined);
      return true;
    case 'relation':
      if (allowed) editing.startRelation();
      return true;
    case 'add-stretch':
      if (allowed) editing.addStretch();
      return true;
    case 'start-earlier':
    case 'start-later':
    case 'end-earlier':
    case 'end-later': {
      const border = action.startsWith('start') ? 'start' : 'end';
      if (allowed) editing.moveBorder(border, action.endsWith('later') ? 1 : -1);
      return true;
    }
  }
}

function pickCandidate(editing: Editing): void {
  const { relating } = editing;
  if (relating?.type && relating.candidate) editing.focusOn(relating.candidate);
}

/** Enter focuses the innermost mention under the cursor, else the claim there; again, the next one around. */
function focusUnderCursor(editing: Editing): void {
  const position = editing.position;
  if (position === undefined) return;
  const here = editing.annotationsAt(position).map((one) => one.value.id);
  const next = here[(here.indexOf(editing.focus ?? '') + 1) % Math.max(1, here.length)];
  if (next !== undefined) editing.focusOn(next);
}

/** Plain characters belong to the scheme; what they mean depends on what is in focus and whether words are selected. */
function letter(editing: Editing, key: string): boolean {
  const { scheme } = editing;
  const digit = /^[1-9]$/.test(key) ? Number(key) - 1 : undefined;
  if (editing.relating && !editing.relating.type) return digit !== undefined && chooseRelation(editing, digit);
  const label = scheme.labelByKey(key);
  if (editing.naming) {
    if (label) editing.label(label);
    return label !== undefined;
  }
  const hasSelection = editing.selected() !== undefined;
  if (editing.claim) {
    const role = scheme.claim?.roles.find((one) => one.key === key);
    if (hasSelection && role) {
      editing.role(role);
      return true;
    }
    if (!hasSelection) return claimLetter(editing, key, digit);
  } else if (editing.mention && !hasSelection && digit !== undefined) {
    return numberedValue(editing, digit);
  }
  if (key === scheme.claim?.key) {
    editing.startClaim();
    return true;
  }
  if (label) editing.label(label);
  return label !== undefined;
}

function claimLetter(editing: Editing, key: string, digit: number | undefined): boolean {
  const { step, scheme } = editing;
  if (step?.kind === 'attribute') {
    const choice = digit === undefined ? step.attribute.choices.find((one) => one.key === key) : step.attribute.choices[digit];
    if (choice) {
      editing.value(step.attribute, valueOf(step.attribute, choice.value));
      return true;
    }
  }
  const offer = digit === undefined ? undefined : editing.offers[digit];
  if (offer) {
    editing.take(offer);
    return true;
  }
  const role = scheme.claim?.roles.find((one) => one.key === key);
  const attribute = scheme.claim?.attributes.find((one) => one.key === key);
  if (role) editing.goTo({ kind: 'role', role });
  else if (attribute) editing.goTo({ kind: 'attribute', attribute });
  return role !== undefined || attribute !== undefined;
}

function chooseRelation(editing: Editing, digit: number): boolean {
  const type = editing.relationTypes[digit];
  if (type) editing.chooseRelation(type.id);
  return type !== undefined;
}

/** The values of all attributes of a mention are numbered through. */
function numberedValue(editing: Editing, digit: number): boolean {
  const all = editing.attributes.flatMap((attribute) => attribute.choices.map(({ value }) => ({ attribute, value })));
  const chosen = all[digit];
  if (chosen) editing.value(chosen.attribute, valueOf(chosen.attribute, chosen.value));
  return chosen !== undefined;
}

/** A flag's choices are words; its value is not. */
export function valueOf(attribute: Attribute, choice: string): string | boolean {
  return attribute.type === 'flag' ? choice === 'yes' : choice;
}
