import { describe, expect, it } from 'vitest';
import { bits, directionOf } from '../../../frontend/span-editor/direction.js';
import { DocumentText } from '../../../frontend/span-editor/document-text.js';
import { texts } from './texts.js';

describe('the direction of a paragraph', () => {
  it.each([
    ['The envoy', 'ltr'],
    ['«The envoy» قال', 'ltr'],
    ['12. قال المبعوث', 'rtl'],
    ['(אָמַר', 'rtl'],
    ['特使表示', 'ltr'],
    ['𐤀𐤁', 'rtl'],
    ['\u200fabc', 'rtl'],
  ])('of “%s” is %s', (words, direction) => {
    expect(directionOf(words)).toBe(direction);
  });

  it('is decided by nothing but letters', () => {
    expect(directionOf('12 — 34\n')).toBeUndefined();
  });

  it('goes on where a paragraph is cut, and through lines without letters', () => {
    const text = new DocumentText(`قال ${'abc '.repeat(30)}\n***\nabc\n`, undefined, 20);
    const directions = text.sections.flatMap((section) => section.paragraphs.map((one) => one.direction));

    expect(directions.at(-1)).toBe('ltr');
    expect(new Set(directions.slice(0, -1))).toEqual(new Set(['rtl']));
  });
});

describe('characters that nobody sees', () => {
  it('are shown', () => {
    expect(bits('a\u200bb').map((bit) => bit.unseen?.name ?? bit.text)).toEqual(['a', 'ZWSP', 'b']);
    expect(bits('\ufeffa').map((bit) => bit.unseen?.name ?? bit.text)).toEqual(['BOM', 'a']);
  });

  it('do not turn what follows', () => {
    expect(bits('a\u202eb').find((bit) => bit.unseen)?.unseen).toEqual({ name: 'RLO', turns: true });
    expect(bits('a\u200eb').find((bit) => bit.unseen)?.unseen?.turns).toBe(false);
  });

  it('are left alone where they shape letters or join a picture', () => {
    expect(bits('می\u200cخواهم')).toHaveLength(1);
    expect(bits('👩\u200d👧')).toHaveLength(1);
    expect(bits('क्\u200dष')).toHaveLength(1);
    expect(bits('pass\u200dword').map((bit) => bit.unseen?.name ?? bit.text)).toEqual(['pass', 'ZWJ', 'word']);
  });

  it.each(Object.values(texts))('never change the text: %s', (text) => {
    expect(bits(text).map((bit) => bit.text).join('')).toBe(text);
  });
});
