/** From a key press to what it does, for somebody who is doing something. Never touches the DOM. */
import type { Editing } from './editing.js';
import { KeyMap } from './key-map.js';
import { type Action, type Place, type Press, asLatin, digitByPlace, keyName, plainKey } from './keys.js';
import { letter } from './letters.js';
import { startRelation } from './relating.js';
import { lessSure } from './linking.js';
import { giveLabel, repeatLabel } from './marking.js';
import { resolve, unresolved } from './resolving.js';
import { proposeSame, takeSame } from './same-words.js';
import { addStretch, join, moveBorder, retarget, split } from './shaping.js';
import type { BorderMove } from './reshaping.js';
import { suggestedValue } from './filling.js';

/** Actions that are about the page rather than about an annotation. */
export type PageAction = Exclude<Action, EditingAction> | 'leave';

type EditingAction = keyof typeof EDITING;

const KEYS = new KeyMap();

/** Does what a key says. Returns whether the key meant anything. On an Arabic keyboard the place of `p` is `p` as well. */
export function press(editing: Editing, key: Press, page: (action: PageAction) => boolean, keys: KeyMap = KEYS): boolean {
  // what is offered has digits; `&`, which is where `1` is on a French keyboard, means something else while nothing is asked
  const digit = isAsked(editing) ? digitByPlace(key) : undefined;
  if (digit !== undefined && letter(editing, digit)) return true;
  if (pressAs(editing, key, page, keys)) return true;
  const latin = asLatin(key);
  return latin !== undefined && pressAs(editing, latin, page, keys);
}

function isAsked(editing: Editing): boolean {
  if (editing.isReadOnly) return false;
  return [editing.same, editing.relating, editing.step, editing.selected()].some((question) => question !== undefined);
}

function pressAs(editing: Editing, key: Press, page: (action: PageAction) => boolean, keys: KeyMap): boolean {
  const plain = plainKey(key);
  if (plain !== undefined && !editing.isReadOnly && letter(editing, plain)) return true;
  if (!editing.isReadOnly && sticks(editing, keyName(key))) return true;
  const action = keys.actionFor(keyName(key), placesOf(editing));
  return action !== undefined && act(editing, action, page);
}

function placesOf(editing: Editing): Set<Place> {
  const places = new Set<Place>(['anywhere']);
  if (editing.focus !== undefined) places.add('mark');
  if (editing.isReadOnly) return places;
  if (editing.claim) places.add('claim');
  // the key that searches the registry also searches for the other end of a relation
  if (unresolved(editing) || editing.relating?.type) places.add('mention');
  if (editing.sticky && editing.selected()) places.add('sticky');
  return places;
}

/** Does an action, whether a key, a button or the palette asks for it. Returns whether there was anything to do. */
export function act(editing: Editing, action: Action, page: (action: PageAction) => boolean): boolean {
  if (action === 'back') return editing.back() || page('leave');
  if (!isAboutMarks(action)) return page(action);
  if (!editing.isReadOnly || LOOKING.has(action)) EDITING[action](editing);
  return true;
}

function isAboutMarks(action: Action): action is EditingAction {
  return action in EDITING;
}

/** What also somebody may do who only reads. */
const LOOKING: ReadonlySet<Action> = new Set(['focus', 'outer']);

const border = (side: BorderMove['border'], by: BorderMove['by'], direction: BorderMove['direction']) => (editing: Editing): void => moveBorder(editing, { border: side, by, direction });

const EDITING = {
  focus: focusUnderCursor,
  outer: focusUnderCursor,
  'next-step': nextStep,
  'previous-step': (editing: Editing) => editing.walk(-1),
  delete: (editing: Editing) => editing.delete(editing.deleting !== undefined),
  relation: startRelation,
  'add-stretch': addStretch,
  retarget,
  split,
  join,
  'start-earlier': border('start', 'character', -1),
  'start-later': border('start', 'character', 1),
  'end-earlier': border('end', 'character', -1),
  'end-later': border('end', 'character', 1),
  'start-word-earlier': border('start', 'word', -1),
  'start-word-later': border('start', 'word', 1),
  'end-word-earlier': border('end', 'word', -1),
  'end-word-later': border('end', 'word', 1),
  'mark-all': proposeSame,
  'mark-sticky': (editing: Editing) => editing.sticky && giveLabel(editing, editing.sticky),
  repeat: repeatLabel,
  'less-sure': beLessSure,
} satisfies Partial<Record<Action, (editing: Editing) => unknown>>;

/** A label's letter with Shift lets the label stay. */
function sticks(editing: Editing, name: string): boolean {
  const label = /^Shift-\p{L}$/u.test(name) ? editing.scheme.labelByKey(name.slice('Shift-'.length)) : undefined;
  if (label) editing.stick(label);
  return label !== undefined;
}

function beLessSure(editing: Editing): void {
  const mention = unresolved(editing);
  if (mention?.link) resolve(editing, mention, lessSure(mention.link));
}

/** Enter takes what is proposed, and otherwise goes on. */
function nextStep(editing: Editing): void {
  const { relating, step } = editing;
  if (relating) {
    if (relating.type && relating.candidate) editing.focusOn(relating.candidate);
    return;
  }
  const value = step?.kind === 'attribute' && editing.claim?.attributes[step.attribute.id] === undefined ? suggestedValue(editing, step.attribute) : undefined;
  if (step?.kind === 'attribute' && value !== undefined) editing.value(step.attribute, value);
  else editing.goOn();
}

/** Enter focuses the innermost mention under the cursor, else the claim there; again, the next one around. */
function focusUnderCursor(editing: Editing): void {
  if (editing.same) {
    takeSame(editing);
    return;
  }
  const { position } = editing;
  if (position === undefined) return;
  const here = editing.annotationsAt(position).map((one) => one.value.id);
  const next = here[(here.indexOf(editing.focus ?? '') + 1) % Math.max(1, here.length)];
  if (next !== undefined) editing.focusOn(next);
}
