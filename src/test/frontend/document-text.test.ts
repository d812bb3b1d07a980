import { describe, expect, it } from 'vitest';
import { DocumentText } from '../../../frontend/span-editor/document-text.js';
import { settled } from '../../../frontend/span-editor/selection.js';
import { codePoints, longLine, texts } from './texts.js';

const all = Object.entries({ ...texts, longLine });

describe('positions', () => {
  it.each(all)('goes from code point to UTF-16 and back everywhere in %s', (_, value) => {
    const text = new DocumentText(value);
    const letters = codePoints(value);
    let unit = 0;

    expect(text.length).toBe(letters.length);
    letters.forEach((letter, codePoint) => {
      expect(text.toUtf16(codePoint)).toBe(unit);
      for (let inside = unit; inside < unit + letter.length; inside++) {
        expect(text.toCodePoint(inside)).toBe(codePoint);
      }
      unit += letter.length;
    });
    expect(text.toUtf16(letters.length)).toBe(value.length);
    expect(text.toCodePoint(value.length)).toBe(letters.length);
  });

  it.each(all)('slices as code points in %s', (_, value) => {
    const text = new DocumentText(value);
    const letters = codePoints(value);

    for (let start = 0; start < Math.min(letters.length, 40); start++) {
      for (let end = start + 1; end <= Math.min(letters.length, 40); end++) {
        expect(text.slice({ start, end })).toBe(letters.slice(start, end).join(''));
      }
    }
  });
});

describe('sections', () => {
  it.each(all)('cover %s without gap or overlap', (_, value) => {
    const text = new DocumentText(value, undefined, 60);

    expect(text.sections.flatMap((section) => section.paragraphs.map((one) => one.text)).join('')).toBe(value);
    text.sections.forEach((section, index) => {
      expect(section.index).toBe(index);
      expect(section.start).toBe(index === 0 ? 0 : text.sections[index - 1]?.end);
      expect(section.paragraphs[0]?.start).toBe(section.start);
      expect(section.paragraphs.at(-1)?.end).toBe(section.end);
    });
    expect(text.sections.at(-1)?.end).toBe(text.length);
  });

  it('are found for every position', () => {
    const text = new DocumentText(longLine, undefined, 60);

    for (let position = 0; position < text.length; position++) {
      const section = text.section(position);
      expect(section.start).toBeLessThanOrEqual(position);
      expect(section.end).toBeGreaterThan(position);
    }
  });

  it('end with a paragraph where they can', () => {
    const text = new DocumentText('one two three\n'.repeat(20), undefined, 60);

    expect(text.sections.map((section) => text.slice(section).length)).toEqual([56, 56, 56, 56, 56]);
  });

  it('cut a long line between words, or at least between characters', () => {
    const text = new DocumentText(`${'ab '.repeat(30)}${'👩‍👧'.repeat(30)}`, undefined, 50);

    expect(text.sections[0]?.paragraphs[0]?.text.endsWith(' ')).toBe(true);
    for (const section of text.sections) expect(text.wholeCharacters(section)).toEqual({ start: section.start, end: section.end });
  });

  it('have few lines, however short the lines are', () => {
    const text = new DocumentText('a\n'.repeat(50_000));

    expect(Math.max(...text.sections.map((section) => section.paragraphs.length))).toBeLessThanOrEqual(240);
    expect(text.sections.reduce((sum, section) => sum + section.paragraphs.length, 0)).toBe(50_000);
  });

  it('cut a paragraph of a million characters', () => {
    const text = new DocumentText('word '.repeat(200_000));

    expect(Math.max(...text.sections.map((section) => section.end - section.start))).toBeLessThanOrEqual(6000);
    expect(text.sections.at(-1)?.end).toBe(1_000_000);
  });

  it('are found by what reaches into them', () => {
    const text = new DocumentText('12345\n'.repeat(10), undefined, 12);

    expect(text.sectionsOf({ start: 11, end: 13 }).map((section) => section.index)).toEqual([0, 1]);
    expect(text.sectionsOf({ start: 11, end: 12 }).map((section) => section.index)).toEqual([0]);
  });
});

describe('characters as people see them', () => {
  it('grow a span that would split a family', () => {
    const text = new DocumentText(texts['family'] ?? '');

    expect(text.wholeCharacters({ start: 4, end: 5 })).toEqual({ start: 2, end: 9 });
  });

  it('keep a letter and its accent together', () => {
    const text = new DocumentText(texts['combining'] ?? '');

    expect(text.slice(text.wholeCharacters({ start: 0, end: 4 }))).toBe('cafe\u0301');
  });

  it.each(all)('leave no end inside a character in %s', (_, value) => {
    const text = new DocumentText(value);

    for (let position = 0; position < text.length; position++) {
      const grown = text.wholeCharacters({ start: position, end: position + 1 });
      expect(grown.start).toBeLessThanOrEqual(position);
      expect(grown.end).toBeGreaterThan(position);
      expect(text.wholeCharacters(grown)).toEqual(grown);
    }
  });

  it.each(all)('are stepped over one by one in %s, both ways', (_, value) => {
    const text = new DocumentText(value);
    const forward: number[] = [];
    for (let at = 0; at < text.length; at = text.nextCharacter(at, 1)) forward.push(at);
    const backward: number[] = [];
    for (let at = text.length; at > 0; ) backward.unshift((at = text.nextCharacter(at, -1)));

    expect(backward).toEqual(forward);
  });
});

describe('words', () => {
  it.each([
    ["Norland's", 0, 3, 'Norland'],
    ["Norland's", 0, 9, 'Norland'],
    ['Sudland’s', 2, 3, 'Sudland'],
    ['Sudland’s', 0, 8, 'Sudland'],
    ['envoys’ plan', 2, 4, 'envoys'],
    ['plan', 1, 2, 'plan'],
  ])('snap inside “%s” from %i to %i to “%s”', (words, start, end, expected) => {
    const value = texts['possessive'] ?? '';
    const text = new DocumentText(value, 'en');
    const origin = value.indexOf(words);

    expect(text.slice(text.wholeWords({ start: origin + start, end: origin + end }))).toBe(expected);
  });

  it('grow over several words', () => {
    const text = new DocumentText('An envoy met a minister.\n', 'en');

    expect(text.slice(text.wholeWords({ start: 4, end: 17 }))).toBe('envoy met a minister');
  });

  it('keep quotation marks that were selected', () => {
    const text = new DocumentText('He said “we will go”.\n', 'en');

    expect(text.slice(text.wholeWords({ start: 8, end: 20 }))).toBe('“we will go”');
  });

  it('stay as selected in Chinese', () => {
    const text = new DocumentText(texts['chinese'] ?? '', 'zh');

    expect(text.wholeWords({ start: 1, end: 3 })).toEqual({ start: 1, end: 3 });
  });

  it('snap in Arabic', () => {
    const text = new DocumentText(texts['arabic'] ?? '', 'ar');

    expect(text.slice(text.wholeWords({ start: 6, end: 8 }))).toBe('المبعوث');
  });

  it('are stepped over', () => {
    const text = new DocumentText('An envoy, met\n\na minister.\n', 'en');

    expect([0, 2, 8, 13, 16, 25].map((position) => text.nextWord(position, 1))).toEqual([2, 8, 13, 16, 25, 27]);
    expect([27, 17, 15, 10, 3, 0].map((position) => text.nextWord(position, -1))).toEqual([17, 15, 10, 3, 0, 0]);
  });
});

describe('trimming', () => {
  it('drops blanks of every kind at both ends', () => {
    const text = new DocumentText(' \u00a0 envoy \u00a0\n', 'en');

    expect(text.trimmed({ start: 0, end: text.length })).toEqual({ start: 3, end: 8 });
  });

  it('leaves nothing of blanks alone', () => {
    expect(new DocumentText(' \u00a0\n').trimmed({ start: 0, end: 3 })).toBeUndefined();
  });
});

describe('a selection', () => {
  const text = new DocumentText('It ended. In Norland, he said: “go,” 😀 and\nleft… ok\n', 'en');

  function meant(part: string, snap = true): string {
    const start = text.toCodePoint(text.value.indexOf(part));
    const span = settled(text, { start, end: start + [...part].length }, snap);
    return span ? text.slice(span) : '';
  }

  it.each([
    ['orlan', 'Norland'],
    ['Norland,', 'Norland'],
    ['. In Norland', 'In Norland'],
    [' he said: ', 'he said'],
    ['“go,”', '“go,”'],
    ['ended.', 'ended.'],
    ['and\nle', 'and\nleft'],
    ['😀', '😀'],
    ['\n', ''],
    [', ', ','],
  ])('of “%s” means “%s”', (part, expected) => {
    expect(meant(part)).toBe(expected);
  });

  it('stays as it is by character, but for blanks', () => {
    expect(meant('orland, ', false)).toBe('orland,');
  });
});
