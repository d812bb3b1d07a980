import { describe, expect, it } from 'vitest';
import { KeyMap, readOwnKeys } from '../../../frontend/span-editor/key-map.js';
import { BINDINGS, asLatin, digitByPlace, keyCaption, keyName, plainKey } from '../../../frontend/span-editor/keys.js';
import { Scheme, assignKeys } from '../../../frontend/span-editor/scheme.js';
import { strings } from '../../../frontend/span-editor/strings.js';
import { scheme as answer } from './scheme.js';

const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

describe('key names', () => {
  it.each([
    [{ ...plain, key: 'p' }, 'p'],
    [{ ...plain, key: 'P', shiftKey: true }, 'Shift-p'],
    [{ ...plain, key: 'z', ctrlKey: true }, 'Ctrl-z'],
    [{ ...plain, key: 'Z', ctrlKey: true, shiftKey: true }, 'Ctrl-Shift-z'],
    [{ ...plain, key: 'z', metaKey: true }, 'Ctrl-z'],
    [{ ...plain, key: '?', shiftKey: true }, '?'],
    [{ ...plain, key: 'ArrowLeft', altKey: true }, 'Alt-ArrowLeft'],
    [{ ...plain, key: 'Tab', shiftKey: true }, 'Shift-Tab'],
  ])('%o is %s', (press, name) => {
    expect(keyName(press)).toBe(name);
  });

  it('leave modified keys to the browser and the page', () => {
    expect(plainKey({ ...plain, key: 'c', ctrlKey: true })).toBeUndefined();
    expect(plainKey({ ...plain, key: 'Enter' })).toBeUndefined();
    expect(plainKey({ ...plain, key: ' ' })).toBeUndefined();
    expect(plainKey({ ...plain, key: '4' })).toBe('4');
  });
});

describe('a key of another script', () => {
  it('stands for the Latin letter in its place', () => {
    expect(asLatin({ ...plain, key: 'ح', code: 'KeyP' })?.key).toBe('p');
    expect(asLatin({ ...plain, key: 'p', code: 'KeyP' })).toBeUndefined();
  });

  it.each([
    ['a digit of another script', { ...plain, key: '١', code: 'Digit1' }, '1'],
    ['a French digit', { ...plain, key: '&', code: 'Digit1' }, '1'],
    ['a German bracket', { ...plain, key: 'ü', code: 'BracketLeft' }, '['],
    ['a Russian question mark', { ...plain, key: ',', code: 'Slash', shiftKey: true }, '?'],
  ])('is also read by its place: %s', (_, press, key) => {
    expect(asLatin(press)?.key).toBe(key);
  });

  it('is read by its place although it waits for the next key', () => {
    expect(asLatin({ ...plain, key: 'Dead', code: 'BracketLeft' })?.key).toBe('[');
    expect(asLatin({ ...plain, key: 'Dead', code: 'Quote' })).toBeUndefined();
  });

  it('is a digit where digits need Shift', () => {
    expect(digitByPlace({ ...plain, key: '&', code: 'Digit1' })).toBe('1');
    expect(digitByPlace({ ...plain, key: 'ě', code: 'Digit2' })).toBe('2');
    expect(digitByPlace({ ...plain, key: '&', code: 'Digit7', shiftKey: true })).toBeUndefined();
    expect(digitByPlace({ ...plain, key: '1', code: 'Digit1' })).toBeUndefined();
    expect(digitByPlace({ ...plain, key: '&', code: 'KeyA' })).toBeUndefined();
  });

  it('leaves letters of Latin keyboards where they are', () => {
    expect(asLatin({ ...plain, key: 'a', code: 'KeyQ' })).toBeUndefined();
    expect(asLatin({ ...plain, key: ',', code: 'KeyM' })).toBeUndefined();
  });

  it('may be typed with AltGr', () => {
    const altGr = { ...plain, key: '[', code: 'Digit8', ctrlKey: true, altKey: true, getModifierState: (name: string) => name === 'AltGraph' };

    expect(keyName(altGr)).toBe('[');
  });
});

describe('the table of keys', () => {
  it('gives a key one meaning in each place', () => {
    const seen = BINDINGS.map((binding) => `${binding.place} ${binding.key}`);

    expect(new Set(seen).size).toBe(seen.length);
  });

  it('says what each action does', () => {
    for (const binding of BINDINGS) expect(strings.actions[binding.action]).not.toBe('');
  });

  it('lets a claim in focus take Enter from the cursor', () => {
    expect(new KeyMap().actionFor('Enter', new Set(['anywhere']))).toBe('focus');
    expect(new KeyMap().actionFor('Enter', new Set(['anywhere', 'mark', 'claim']))).toBe('next-step');
  });
});

describe('own keys', () => {
  const scheme = new Scheme(answer, 'en');

  it('take the place of the usual ones, everywhere but for the one action', () => {
    const keys = new KeyMap().with('widen', 'F2');

    expect(keys.keysOf('widen')).toEqual(['F2']);
    expect(keys.actionFor(' ', new Set(['anywhere']))).toBeUndefined();
    expect(keys.actionFor('F2', new Set(['anywhere']))).toBe('widen');
    expect(keys.without('widen').keysOf('widen')).toEqual([' ']);
  });

  it('are checked against actions, the scheme and the browser', () => {
    const keys = new KeyMap();

    expect(keys.clash('widen', '.', scheme)).toEqual({ kind: 'action', action: 'repeat' });
    expect(keys.clash('widen', 'p', scheme)).toEqual({ kind: 'scheme', name: 'Person' });
    expect(keys.clash('widen', 'Shift-p', scheme)).toEqual({ kind: 'scheme', name: 'Person' });
    expect(keys.clash('widen', 's', scheme)).toEqual({ kind: 'scheme', name: 'Source' });
    expect(keys.clash('widen', '3', scheme)).toEqual({ kind: 'reserved' });
    expect(keys.clash('widen', 'F2', scheme)).toBeUndefined();
  });

  it('survive a broken store', () => {
    expect(readOwnKeys('not json')).toEqual({});
    expect(readOwnKeys('{"widen":["F2"],"fly":["F3"],"repeat":7}')).toEqual({ widen: ['F2'] });
    expect(readOwnKeys(null)).toEqual({});
  });

  it('are written for people', () => {
    expect([' ', 'Shift- ', 'Alt-ArrowUp'].map(keyCaption)).toEqual(['Space', 'Shift-Space', 'Alt-Up']);
  });
});

describe('keys of a scheme', () => {
  const scheme = new Scheme(answer, 'en');
  const claim = scheme.claim;
  const labelKeys = scheme.labels.flatMap((label) => (label.key ? [label.key] : []));

  it('keep labels, roles and the claim key apart, because all are awake while words are selected', () => {
    const keys = [...labelKeys, claim?.key, ...(claim?.roles.map((role) => role.key) ?? [])];

    expect(new Set(keys).size).toBe(keys.length);
  });

  it('keep roles, attributes and relations apart, because all are awake on a claim in focus', () => {
    const keys = [...(claim?.roles ?? []), ...(claim?.attributes ?? [])].map((one) => one.key);

    expect(new Set([...keys, 'r']).size).toBe(keys.length + 1);
  });

  it('keep the values of an attribute apart', () => {
    for (const attribute of claim?.attributes ?? []) {
      const keys = attribute.choices.map((choice) => choice.key);
      expect(new Set(keys).size).toBe(keys.length);
      expect(keys).not.toContain('');
    }
  });

  it('never take a key of the table from where it is awake', () => {
    const single = BINDINGS.filter((binding) => [...binding.key].length === 1 && binding.place === 'anywhere').map((binding) => binding.key);

    for (const key of [...labelKeys, claim?.key]) expect(single).not.toContain(key);
  });

  it('are the wished ones where those are free', () => {
    expect(claim?.roles.find((role) => role.id === 'cue')?.key).toBe('u');
    expect(claim?.roles.find((role) => role.id === 'source')?.key).toBe('s');
  });

  it('fall back to a letter of the name, then to any', () => {
    expect(Object.fromEntries(assignKeys(['target', 'topic', 'to'], ['t'], {}))).toEqual({ target: 'a', topic: 'o', to: 'b' });
  });

  it('are left out when the alphabet is used up', () => {
    expect(assignKeys(['more'], 'abcdefghijklmnopqrstuvwxyz').get('more')).toBeUndefined();
  });
});
