import { describe, expect, it } from 'vitest';
import { FoldedText, fold } from '../../../frontend/span-editor/folding.js';
import { texts } from './texts.js';

function found(text: string, words: string): string[] {
  return new FoldedText(text).find(words).map(({ start, end }) => text.slice(start, end));
}

describe('searching', () => {
  it.each([
    ['The ENVOY met an envoy', 'Envoy', ['ENVOY', 'envoy']],
    ["Norland's and Sudland’s", "land's", ["land's", 'land’s']],
    ['two\u00a0words and two words', 'two words', ['two\u00a0words', 'two words']],
    ['cafe\u0301 and café', 'CAFÉ', ['cafe\u0301', 'café']],
    ['naïve', 'naive', ['naïve']],
    ['the ﬁnal ﬁ', 'final', ['ﬁnal']],
    ['Straße', 'STRASSE', ['Straße']],
    ['“yes” and "yes"', '"yes"', ['“yes”', '"yes"']],
    ['pass\u200bword', 'password', ['pass\u200bword']],
    ['one\ntwo', 'one two', ['one\ntwo']],
    ['😀 a 𝒜𝒷', 'ab', ['𝒜𝒷']],
    ['قَالَ المبعوث', 'قال', ['قَالَ']],
    ['特使表示，特使', '特使', ['特使', '特使']],
    ['aaaa', 'aa', ['aa', 'aa']],
    ['anything', '', []],
  ])('in “%s” for “%s”', (text, words, expected) => {
    expect(found(text, words)).toEqual(expected);
  });

  it('finds the same whether the text was folded at once, in part or in advance', () => {
    const text = 'Ünder the Bridge, ünder it. '.repeat(300);
    const inAdvance = new FoldedText(text);
    const inPart = new FoldedText(text);

    inPart.folding().next();
    while (!inAdvance.folding().next().done);

    const expected = new FoldedText(text).find('under');
    expect(expected).toHaveLength(600);
    expect(inPart.find('under')).toEqual(expected);
    expect(inAdvance.find('under')).toEqual(expected);
  });

  it('never splits a ligature', () => {
    expect(found('ﬁnal', 'i')).toEqual(['ﬁ']);
    expect(found('ﬁnal', 'f')).toEqual(['ﬁ']);
  });

  it.each(Object.values(texts))('finds every character of every text where it stands: %s', (text) => {
    const folded = new FoldedText(text);
    let unit = 0;
    for (const character of text) {
      const start = unit;
      if (fold(character) !== '') expect(folded.find(character).some((one) => one.start <= start && start < one.end)).toBe(true);
      unit += character.length;
    }
  });

  it('stops when there is too much', () => {
    expect(new FoldedText('a'.repeat(100)).find('a', 7)).toHaveLength(7);
  });
});
