/** Which key does what. One table, shown to people as it is. Never touches the DOM. */

export type Action =
  | 'next-mark'
  | 'previous-mark'
  | 'focus'
  | 'outer'
  | 'delete'
  | 'undo'
  | 'redo'
  | 'start-earlier'
  | 'start-later'
  | 'end-earlier'
  | 'end-later'
  | 'back'
  | 'submit'
  | 'help'
  | 'names'
  | 'relation'
  | 'next-step'
  | 'previous-step'
  | 'add-stretch';

/** A key with its modifiers: `Ctrl-Shift-z`, `Alt-ArrowLeft`, `Tab`. */
export type KeyName = string;

/** Where a key is awake: always, or only while a mark, a mention or a claim is in focus. */
export type Place = 'anywhere' | 'mark' | 'claim';

export interface Binding {
  readonly key: KeyName;
  readonly action: Action;
  readonly place: Place;
}

/** Letters belong to the scheme; the editor's own keys are elsewhere on the keyboard, but for `r` on a claim. */
export const BINDINGS: readonly Binding[] = [
  { key: 'Tab', action: 'next-mark', place: 'anywhere' },
  { key: 'Shift-Tab', action: 'previous-mark', place: 'anywhere' },
  { key: 'Enter', action: 'next-step', place: 'claim' },
  { key: 'Backspace', action: 'previous-step', place: 'claim' },
  { key: 'r', action: 'relation', place: 'claim' },
  { key: 'Enter', action: 'focus', place: 'anywhere' },
  { key: '+', action: 'add-stretch', place: 'mark' },
  { key: 'Delete', action: 'delete', place: 'mark' },
  { key: 'Alt-ArrowLeft', action: 'end-earlier', place: 'mark' },
  { key: 'Alt-ArrowRight', action: 'end-later', place: 'mark' },
  { key: 'Alt-Shift-ArrowLeft', action: 'start-earlier', place: 'mark' },
  { key: 'Alt-Shift-ArrowRight', action: 'start-later', place: 'mark' },
  { key: 'Escape', action: 'back', place: 'anywhere' },
  { key: 'Ctrl-z', action: 'undo', place: 'anywhere' },
  { key: 'Ctrl-Shift-z', action: 'redo', place: 'anywhere' },
  { key: 'Ctrl-y', action: 'redo', place: 'anywhere' },
  { key: 'Ctrl-Enter', action: 'submit', place: 'anywhere' },
  { key: '#', action: 'names', place: 'anywhere' },
  { key: '?', action: 'help', place: 'anywhere' },
];

/** What of a key press matters; a KeyboardEvent is one. */
export interface Press {
  readonly key: string;
  /** Where the key is on the keyboard, such as `KeyP`. */
  readonly code?: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** The name of a key press. Shift is named only where the character does not say it already. */
export function keyName(press: Press): KeyName {
  const letter = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  const command = press.ctrlKey || press.metaKey;
  const saysShift = press.key.length === 1 && !/\p{L}/u.test(press.key);
  return [
    command ? 'Ctrl-' : '',
    press.altKey ? 'Alt-' : '',
    press.shiftKey && !saysShift ? 'Shift-' : '',
    letter,
  ].join('');
}

/** The single plain character of a press, lower case; undefined for everything else. */
export function plainKey(press: Press): string | undefined {
  const name = keyName(press);
  return [...name].length === 1 && name !== ' ' ? name : undefined;
}

/** The same press as it would be on a Latin keyboard; undefined if it is one already. */
export function asLatin(press: Press): Press | undefined {
  const letter = /^Key([A-Z])$/.exec(press.code ?? '')?.[1];
  const isOther = press.key.length === 1 && !/[ -~]/.test(press.key);
  return letter && isOther ? { key: letter, ctrlKey: press.ctrlKey, metaKey: press.metaKey, altKey: press.altKey, shiftKey: press.shiftKey } : undefined;
}

/** What a key does for somebody in these places; the first binding wins. */
export function actionFor(name: KeyName, places: ReadonlySet<Place>): Action | undefined {
  return BINDINGS.find((binding) => binding.key === name && places.has(binding.place))?.action;
}
