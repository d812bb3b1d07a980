import { describe, expect, it } from 'vitest';
import { BINDINGS, actionFor, asLatin, keyName, plainKey } from '../../../frontend/span-editor/keys.js';
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
    expect(asLatin({ ...plain, key: 'ح', code: 'KeyP' })?.key).toBe('P');
    expect(asLatin({ ...plain, key: 'p', code: 'KeyP' })).toBeUndefined();
    expect(asLatin({ ...plain, key: '１', code: 'Digit1' })).toBeUndefined();
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
    expect(actionFor('Enter', new Set(['anywhere']))).toBe('focus');
    expect(actionFor('Enter', new Set(['anywhere', 'mark', 'claim']))).toBe('next-step');
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
