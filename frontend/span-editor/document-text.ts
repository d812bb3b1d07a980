/**
 * The one place where code points (everywhere else) and UTF-16 units (strings and the DOM) meet, and where the text is
 * cut into sections, paragraphs, words and characters as people see them. Never touches the DOM.
 */
import { type Direction, directionOf } from './direction.js';
import type { Span } from './protocol.js';
import { lastAt, lastWhere } from './spans.js';

/** Sections are cut near this length, in UTF-16 units: about what a window shows, so that a change moves little beside it. */
export const SECTION_LENGTH = 2000;
/** Only a paragraph as long as this many sections is cut itself. */
const LONG_PARAGRAPH = 3;
/** No section has more lines, however short they are: each is a box that the browser lays out. */
export const SECTION_LINES = 80;

/** A paragraph, or the part of a very long one that lies in its section. */
export interface Stretch extends Span {
  readonly text: string;
  readonly direction: Direction;
}

/** Some paragraphs that are painted together. */
export interface Section extends Span {
  readonly index: number;
  readonly paragraphs: readonly Stretch[];
}

const APOSTROPHE_S = /['’]s$/iu;
const WORD = /[\p{L}\p{N}\p{M}]/u;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]/u;
const BLANK = /[\s\u00a0\u200b\u2060\ufeff]/u;

/** An article's text, addressed by code points. */
export class DocumentText {
  /** UTF-16 positions of the first halves of astral characters, ascending. */
  readonly #astral: readonly number[];
  readonly #characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  readonly #words: Intl.Segmenter;
  #lastSection: Section | undefined;
  #lastWords: { readonly window: Stretch; readonly words: readonly Span[] } | undefined;
  readonly sections: readonly Section[];
  /** In code points. */
  readonly length: number;

  constructor(
    readonly value: string,
    language?: string,
    sectionLength: number = SECTION_LENGTH,
  ) {
    this.#astral = [...value.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)].map((match) => match.index);
    this.length = value.length - this.#astral.length;
    this.#words = wordSegmenter(language);
    this.sections = this.#cut(sectionLength);
  }

  /** UTF-16 position of a code point; the end of the text for its length. */
  toUtf16(codePoint: number): number {
    if (this.#astral.length === 0) return codePoint;
    // the k-th astral character lies at code point astral[k] - k
    const before = 1 + lastWhere(this.#astral.length, (index) => (this.#astral[index] ?? 0) - index < codePoint);
    return codePoint + before;
  }

  /** Code point at a UTF-16 position; one inside a surrogate pair belongs to the character it splits. */
  toCodePoint(unit: number): number {
    if (this.#astral.length === 0) return unit;
    // of a pair that is split the first half counts already, so that the position goes back to where the pair begins
    return unit - 1 - lastWhere(this.#astral.length, (index) => (this.#astral[index] ?? 0) < unit);
  }

  slice(span: Span): string {
    return this.value.slice(this.toUtf16(span.start), this.toUtf16(span.end));
  }

  /** The words of all stretches, parted by an ellipsis. */
  quote(spans: readonly Span[], longest = 120): string {
    const words = spans.map((span) => this.slice(span)).join(' … ').replace(/\s+/gu, ' ');
    return words.length > longest ? `${[...words].slice(0, longest - 1).join('')}…` : words;
  }

  section(codePoint: number): Section {
    // whoever has many to find mostly goes through the text from its beginning to its end
    const last = this.#lastSection;
    if (last && last.start <= codePoint && codePoint < last.end) return last;
    const section = this.sections[Math.max(0, lastAt(this.sections, codePoint))];
    if (!section) throw new RangeError(`no section at ${codePoint}`);
    this.#lastSection = section;
    return section;
  }

  /** The sections that a stretch reaches into. */
  sectionsOf(span: Span): Section[] {
    const last = this.section(Math.max(span.start, span.end - 1)).index;
    return this.sections.slice(this.section(span.start).index, last + 1);
  }

  /** Paragraph around a position. */
  paragraph(codePoint: number): Stretch {
    const paragraphs = this.section(Math.min(codePoint, Math.max(0, this.length - 1))).paragraphs;
    const found = paragraphs[Math.max(0, lastAt(paragraphs, codePoint))];
    if (!found) throw new RangeError(`no paragraph at ${codePoint}`);
    return found;
  }

  /** Grows the span until neither end splits what people see as one character. */
  wholeCharacters(span: Span): Span {
    return { start: this.#characterAround(span.start).start, end: this.#characterAround(span.end - 1).end };
  }

  /** The border of the character before or after a position. */
  nextCharacter(codePoint: number, direction: 1 | -1): number {
    if (direction > 0) return codePoint >= this.length ? this.length : this.#characterAround(codePoint).end;
    return codePoint <= 0 ? 0 : this.#characterAround(codePoint - 1).start;
  }

  /** The border of the word before or after a position; blanks and marks between words are passed over. */
  nextWord(codePoint: number, direction: 1 | -1): number {
    let around = this.#window(codePoint);
    for (;;) {
      const words = this.#wordsIn(around);
      const found =
        direction > 0
          ? words.find((word) => word.end > codePoint)?.end
          : words.findLast((word) => word.start < codePoint)?.start;
      if (found !== undefined) return found;
      const next = direction > 0 ? around.end : around.start - 1;
      if (next < 0 || next >= this.length) return direction > 0 ? this.length : 0;
      around = this.#window(next);
    }
  }

  /**
   * Drops blanks at both ends.
   *
   * @returns undefined if nothing is left
   */
  trimmed(span: Span): Span | undefined {
    const characters = [...this.slice(span)];
    let first = 0;
    let last = characters.length;
    while (first < last && BLANK.test(characters[first] ?? '')) first++;
    while (last > first && BLANK.test(characters[last - 1] ?? '')) last--;
    return first < last ? { start: span.start + first, end: span.start + last } : undefined;
  }

  /**
   * Grows the ends to word borders. At the end a possessive 's is left out: a name ends where the name ends. Words of
   * scripts without blanks between words stay as selected, because dictionaries guess there.
   */
  wholeWords(span: Span): Span {
    const first = this.#wordAround(span.start);
    const last = this.#wordAround(span.end - 1);
    const start = first ? first.start : span.start;
    if (!last) return { start, end: span.end };
    const name = this.#withoutPossessive(last);
    return { start, end: name.end > start ? name.end : last.end };
  }

  #withoutPossessive(word: Span): Span {
    const text = this.slice(word);
    return APOSTROPHE_S.test(text) && text.length > 2 ? { start: word.start, end: word.end - 2 } : word;
  }

  #wordAround(codePoint: number): Span | undefined {
    const word = this.#wordsIn(this.#window(codePoint)).find((one) => one.start <= codePoint && codePoint < one.end);
    return word && !UNSPACED.test(this.slice(word)) ? word : undefined;
  }

  #wordsIn(window: Stretch): readonly Span[] {
    if (this.#lastWords?.window === window) return this.#lastWords.words;
    const words: Span[] = [];
    const origin = this.toUtf16(window.start);
    for (const piece of this.#words.segment(window.text)) {
      if (piece.isWordLike || WORD.test(piece.segment)) {
        const start = origin + piece.index;
        words.push({ start: this.toCodePoint(start), end: this.toCodePoint(start + piece.segment.length) });
      }
    }
    // a key press asks for the words of one paragraph several times
    this.#lastWords = { window, words };
    return words;
  }

  #characterAround(codePoint: number): Span {
    if (codePoint >= this.length) return { start: this.length, end: this.length };
    const window = this.#window(codePoint);
    const origin = this.toUtf16(window.start);
    const piece = this.#characters.segment(window.text).containing(this.toUtf16(codePoint) - origin);
    if (!piece) return { start: codePoint, end: codePoint + 1 };
    const start = origin + piece.index;
    return { start: this.toCodePoint(start), end: this.toCodePoint(start + piece.segment.length) };
  }

  /** The paragraph around a position: neither words nor characters reach over its end. */
  #window(codePoint: number): Stretch {
    return this.paragraph(Math.max(0, Math.min(codePoint, this.length - 1)));
  }

  #cut(sectionLength: number): Section[] {
    const paragraphs = this.#paragraphs(sectionLength * LONG_PARAGRAPH);
    const sections: Section[] = [];
    let open: Stretch[] = [];
    let size = 0;
    const close = (): void => {
      const first = open[0];
      const last = open.at(-1);
      if (!first || !last) return;
      sections.push({ index: sections.length, start: first.start, end: last.end, paragraphs: open });
      open = [];
      size = 0;
    };
    for (const paragraph of paragraphs) {
      if (open.length >= SECTION_LINES || (size > 0 && size + paragraph.text.length > sectionLength)) close();
      open.push(paragraph);
      size += paragraph.text.length;
    }
    close();
    if (sections.length === 0) {
      sections.push({ index: 0, start: 0, end: 0, paragraphs: [{ start: 0, end: 0, text: '', direction: 'ltr' }] });
    }
    return sections;
  }

  /** Lines with their line feed. A line longer than `longest` is cut after a blank, or between characters. */
  #paragraphs(longest: number): Stretch[] {
    const result: Stretch[] = [];
    let unit = 0;
    let direction: Direction = 'ltr';
    let isContinued = false;
    while (unit < this.value.length) {
      const feed = this.value.indexOf('\n', unit);
      let end = feed < 0 ? this.value.length : feed + 1;
      const isLong = end - unit > longest;
      if (isLong) {
        const blank = this.value.lastIndexOf(' ', unit + longest - 1);
        end = blank > unit + longest / 2 ? blank + 1 : this.#characterBorder(unit, unit + longest);
      }
      const text = this.value.slice(unit, end);
      // what continues a line runs as the line does; a line without letters as the one before
      if (!isContinued) direction = directionOf(text) ?? direction;
      result.push({ start: this.toCodePoint(unit), end: this.toCodePoint(end), text, direction });
      isContinued = isLong;
      unit = end;
    }
    return result;
  }

  #characterBorder(from: number, near: number): number {
    const piece = this.#characters.segment(this.value.slice(from, near + 64)).containing(near - from);
    return piece && piece.index > 0 ? from + piece.index : near;
  }
}

function wordSegmenter(language: string | undefined): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity: 'word' });
  } catch {
    // an unknown language tag: the rules of no language in particular
    return new Intl.Segmenter(undefined, { granularity: 'word' });
  }
}
