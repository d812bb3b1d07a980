import { describe, expect, it } from 'vitest';
import { bits } from '../../../frontend/span-editor/direction.js';
import { DocumentText } from '../../../frontend/span-editor/document-text.js';

interface Cases {
  readonly synthetic: readonly {
    readonly id: string;
    readonly text: string;
    readonly target: string;
    readonly start: number;
    readonly end: number;
    readonly startUtf16: number;
    readonly endUtf16: number;
  }[];
}

/** The common cases lie beside the project; without them there is nothing to replay here. */
const cases: Cases = await import(/* @vite-ignore */ new URL('../../../../shared/cases.json', import.meta.url).href, { with: { type: 'json' } })
  .then((module: { default: Cases }) => module.default)
  .catch(() => ({ synthetic: [] }));

describe.skipIf(cases.synthetic.length === 0)('the common synthetic texts', () => {
  it.each(cases.synthetic.map((one) => [one.id, one] as const))('%s: the words in question stand where they should', (_, one) => {
    const text = new DocumentText(one.text);

    expect(text.slice(one)).toBe(one.target);
    expect([text.toUtf16(one.start), text.toUtf16(one.end)]).toEqual([one.startUtf16, one.endUtf16]);
    expect(text.wholeCharacters(one)).toEqual({ start: one.start, end: one.end });
  });

  it.each(cases.synthetic.map(({ id, text }) => [id, text] as const))('%s: every position goes to UTF-16 and back, and stands in its section', (_, value) => {
    const text = new DocumentText(value, undefined, 40);
    const letters = [...value];
    let unit = 0;

    letters.forEach((letter, position) => {
      expect(text.toUtf16(position)).toBe(unit);
      expect(text.toCodePoint(unit)).toBe(position);
      const section = text.section(position);
      expect(section.start <= position && position < section.end).toBe(true);
      unit += letter.length;
    });
    expect(text.sections.flatMap((section) => section.paragraphs.map((one) => one.text)).join('')).toBe(value);
    expect(bits(value).map((bit) => bit.text).join('')).toBe(value);
  });
});
