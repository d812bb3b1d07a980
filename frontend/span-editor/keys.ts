/** Which key does what, before anybody changed anything. One table, shown to people as it is. Never touches the DOM. */

export type Action =
  | 'palette'
  | 'help'
  | 'next-mark'
  | 'previous-mark'
  | 'next-name'
  | 'previous-name'
  | 'next-problem'
  | 'previous-problem'
  | 'next-sentence'
  | 'previous-sentence'
  | 'extend-sentence'
  | 'extend-sentence-back'
  | 'next-paragraph'
  | 'previous-paragraph'
  | 'extend-paragraph'
  | 'extend-paragraph-back'
  | 'widen'
  | 'narrow'
  | 'focus'
  | 'outer'
  | 'repeat'
  | 'mark-sticky'
  | 'mark-all'
  | 'link'
  | 'less-sure'
  | 'flag'
  | 'delete'
  | 'undo'
  | 'redo'
  | 'start-earlier'
  | 'start-later'
  | 'end-earlier'
  | 'end-later'
  | 'start-word-earlier'
  | 'start-word-later'
  | 'end-word-earlier'
  | 'end-word-later'
  | 'retarget'
  | 'add-stretch'
  | 'split'
  | 'join'
  | 'relation'
  | 'next-step'
  | 'previous-step'
  | 'back'
  | 'submit'
  | 'names'
  | 'inspector';

/** A key with its modifiers: `Ctrl-Shift-z`, `Alt-ArrowLeft`, `Tab`. */
export type KeyName = string;

/** Where a key is awake: always, or only while a mark, a mention or a claim is in focus. */
export type Place = 'anywhere' | 'mark' | 'mention' | 'claim' | 'sticky';

export interface Binding {
  readonly key: KeyName;
  readonly action: Action;
  readonly place: Place;
}

/** Letters belong to the scheme; the editor's own keys are elsewhere on the keyboard, but for `r` on a claim. */
export const BINDINGS: readonly Binding[] = [
  { key: 'Ctrl-k', action: 'palette', place: 'anywhere' },
  { key: '?', action: 'help', place: 'anywhere' },
  { key: ' ', action: 'widen', place: 'anywhere' },
  { key: 'Shift- ', action: 'narrow', place: 'anywhere' },
  { key: ',', action: 'next-name', place: 'anywhere' },
  { key: ';', action: 'previous-name', place: 'anywhere' },
  { key: 'Tab', action: 'next-mark', place: 'anywhere' },
  { key: 'Shift-Tab', action: 'previous-mark', place: 'anywhere' },
  { key: 'F8', action: 'next-problem', place: 'anywhere' },
  { key: 'Shift-F8', action: 'previous-problem', place: 'anywhere' },
  { key: 'Alt-ArrowDown', action: 'next-sentence', place: 'anywhere' },
  { key: 'Alt-ArrowUp', action: 'previous-sentence', place: 'anywhere' },
  { key: 'Alt-Shift-ArrowDown', action: 'extend-sentence', place: 'anywhere' },
  { key: 'Alt-Shift-ArrowUp', action: 'extend-sentence-back', place: 'anywhere' },
  { key: 'Ctrl-ArrowDown', action: 'next-paragraph', place: 'anywhere' },
  { key: 'Ctrl-ArrowUp', action: 'previous-paragraph', place: 'anywhere' },
  { key: 'Ctrl-Shift-ArrowDown', action: 'extend-paragraph', place: 'anywhere' },
  { key: 'Ctrl-Shift-ArrowUp', action: 'extend-paragraph-back', place: 'anywhere' },
  { key: '.', action: 'repeat', place: 'anywhere' },
  { key: '*', action: 'mark-all', place: 'anywhere' },
  { key: '=', action: 'link', place: 'mention' },
  { key: '-', action: 'less-sure', place: 'mention' },
  { key: '!', action: 'flag', place: 'mark' },
  { key: 'Enter', action: 'mark-sticky', place: 'sticky' },
  { key: 'Enter', action: 'next-step', place: 'claim' },
  { key: 'Backspace', action: 'previous-step', place: 'claim' },
  { key: 'r', action: 'relation', place: 'claim' },
  { key: '>', action: 'relation', place: 'mark' },
  { key: 'Enter', action: 'focus', place: 'anywhere' },
  { key: '+', action: 'add-stretch', place: 'mark' },
  { key: '_', action: 'retarget', place: 'mark' },
  { key: '|', action: 'split', place: 'mark' },
  { key: '&', action: 'join', place: 'mark' },
  { key: 'Delete', action: 'delete', place: 'mark' },
  { key: '[', action: 'start-word-earlier', place: 'anywhere' },
  { key: '{', action: 'start-word-later', place: 'anywhere' },
  { key: ']', action: 'end-word-later', place: 'anywhere' },
  { key: '}', action: 'end-word-earlier', place: 'anywhere' },
  // awake everywhere, so that a browser does not leave the page when no mark is in focus
  { key: 'Alt-ArrowLeft', action: 'end-earlier', place: 'anywhere' },
  { key: 'Alt-ArrowRight', action: 'end-later', place: 'anywhere' },
  { key: 'Alt-Shift-ArrowLeft', action: 'start-earlier', place: 'anywhere' },
  { key: 'Alt-Shift-ArrowRight', action: 'start-later', place: 'anywhere' },
  { key: 'Escape', action: 'back', place: 'anywhere' },
  { key: 'Ctrl-z', action: 'undo', place: 'anywhere' },
  { key: 'Ctrl-Shift-z', action: 'redo', place: 'anywhere' },
  { key: 'Ctrl-y', action: 'redo', place: 'anywhere' },
  { key: 'Ctrl-Enter', action: 'submit', place: 'anywhere' },
  { key: '#', action: 'names', place: 'anywhere' },
  { key: 'Ctrl-i', action: 'inspector', place: 'anywhere' },
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
  readonly getModifierState?: (modifier: string) => boolean;
}

/** The name of a key press. Shift is named only where the character does not say it already. */
export function keyName(press: Press): KeyName {
  // with AltGr a keyboard types characters; some systems also report Ctrl and Alt for it
  const types = press.key.length === 1 && press.getModifierState?.('AltGraph') === true;
  const letter = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  const command = (press.ctrlKey || press.metaKey) && !types;
  const saysShift = press.key.length === 1 && press.key !== ' ' && !/\p{L}/u.test(press.key);
  return [
    command ? 'Ctrl-' : '',
    press.altKey && !types ? 'Alt-' : '',
    press.shiftKey && !saysShift ? 'Shift-' : '',
    letter,
  ].join('');
}

/** The single plain character of a press, lower case; undefined for everything else. */
export function plainKey(press: Press): string | undefined {
  const name = keyName(press);
  return [...name].length === 1 && name !== ' ' ? name : undefined;
}

/** What stands on an American keyboard, plain and with Shift, by place. */
const PLACES: Readonly<Record<string, readonly [string, string]>> = {
  ...Object.fromEntries([...'abcdefghijklmnopqrstuvwxyz'].map((letter) => [`Key${letter.toUpperCase()}`, [letter, letter.toUpperCase()] as const])),
  ...Object.fromEntries([...'!@#$%^&*('].map((shifted, index) => [`Digit${index + 1}`, [String(index + 1), shifted] as const])),
  Digit0: ['0', ')'],
  Minus: ['-', '_'],
  Equal: ['=', '+'],
  BracketLeft: ['[', '{'],
  BracketRight: [']', '}'],
  Backslash: ['\\', '|'],
  Semicolon: [';', ':'],
  Comma: [',', '<'],
  Period: ['.', '>'],
  Slash: ['/', '?'],
};

/** What a key is called that waits for the next one, such as `^` on a French keyboard. */
const DEAD = 'Dead';

/** The digit at the place of a press, where the keyboard has other characters that need no Shift there, as a French one has. */
export function digitByPlace(press: Press): string | undefined {
  const isPlain = !press.shiftKey && !press.ctrlKey && !press.metaKey && !press.altKey;
  const [digit] = /^Digit/.test(press.code ?? '') ? (PLACES[press.code ?? ''] ?? []) : [];
  return isPlain && press.key.length === 1 && !/\d/.test(press.key) ? digit : undefined;
}

/**
 * The same press as it would be on an American keyboard, for characters that mean nothing as they are: the place of `p` on
 * an Arabic keyboard, of `2` on a French one, of `[` on a German one, whether it is a letter there or an accent that waits. Undefined if it is one already.
 */
export function asLatin(press: Press): Press | undefined {
  const characters = PLACES[press.code ?? ''];
  const key = characters?.[press.shiftKey ? 1 : 0];
  const isDead = press.key === DEAD;
  if (!key || (press.key.length !== 1 && !isDead) || key.toLowerCase() === press.key.toLowerCase()) return undefined;
  // on a Latin keyboard letters are where they are: only what stands where digits and signs would is read by place
  if ((!isDead && /[a-z]/i.test(press.key)) || (/[a-z]/i.test(key) && /[ -~]/.test(press.key))) return undefined;
  return { key, ctrlKey: press.ctrlKey, metaKey: press.metaKey, altKey: press.altKey, shiftKey: press.shiftKey };
}

/** How a key is written for people. */
export function keyCaption(key: KeyName): string {
  return key === ' ' ? 'Space' : key.endsWith('- ') ? `${key.slice(0, -1)}Space` : key.replaceAll('Arrow', '');
}
