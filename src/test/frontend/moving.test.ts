import { describe, expect, it } from 'vitest';
import { actOf, cuesIn, cuesNear, quotationsIn, saidIn } from '../../../frontend/span-editor/cues.js';
import { DocumentText } from '../../../frontend/span-editor/document-text.js';
import { isPronoun, levelOf, namesIn, nextName, sameWords, wordAt } from '../../../frontend/span-editor/names.js';
import type { Span } from '../../../frontend/span-editor/protocol.js';
import { snappedBorder } from '../../../frontend/span-editor/reshaping.js';
import { nextParagraph, nextSentence, sentenceAt, sentencesAround } from '../../../frontend/span-editor/sentences.js';
import { narrowed, widened } from '../../../frontend/span-editor/widening.js';

const lines = [
  'Dr. Mara Ilvend met Gen. Task on Monday. She said that the ferry would sail at 5 p.m. from Tollan’s harbour.',
  '',
  '“We keep the light 😀,” the keeper of Skerry Nine said. According to two pilots, nobody was paid.',
];
const text = new DocumentText(lines.join('\n'), 'en');

function at(words: string): Span {
  const unit = text.value.indexOf(words);
  return { start: text.toCodePoint(unit), end: text.toCodePoint(unit + words.length) };
}

function words(span: Span | undefined): string {
  return span ? text.slice(span) : '';
}

describe('sentences', () => {
  it('do not end at titles and hours', () => {
    expect(sentencesAround(text, 0).map((one) => words(one).trim())).toEqual([
      'Dr. Mara Ilvend met Gen. Task on Monday.',
      'She said that the ferry would sail at 5 p.m. from Tollan’s harbour.',
    ]);
  });

  it('are stepped through forwards and backwards, over empty lines', () => {
    const second = at('She said').start;
    const third = at('“We').start;

    expect(nextSentence(text, 0, 1)).toBe(second);
    expect(nextSentence(text, second, 1)).toBe(third);
    expect(nextSentence(text, third, -1)).toBe(second);
    expect(nextSentence(text, second + 5, -1)).toBe(second);
    expect(nextSentence(text, 0, -1)).toBe(0);
    expect(nextSentence(text, text.length, 1)).toBe(text.length);
  });

  it('give way to paragraphs', () => {
    expect(nextParagraph(text, 3, 1)).toBe(at('“We').start);
    expect(nextParagraph(text, at('keeper').start, -1)).toBe(at('“We').start);
    expect(nextParagraph(text, at('“We').start, -1)).toBe(0);
  });
});

describe('names', () => {
  it('are runs of capitalised words, without a possessive and without the first word of a sentence', () => {
    expect(namesIn(text, text.paragraph(0)).map(words)).toEqual(['Dr. Mara Ilvend', 'Gen. Task', 'Monday', 'Tollan']);
    expect(namesIn(text, text.paragraph(at('“We').start)).map(words)).toEqual(['Skerry Nine']);
  });

  it('are found one after the other, those with a mark left out, and those marked elsewhere taken in', () => {
    const isMarked = (span: Span): boolean => words(span) === 'Gen. Task';
    const next = nextName(text, at('Ilvend').end, 1, isMarked, new Set());

    expect(words(next)).toBe('Monday');
    expect(words(nextName(text, at('Skerry').end, 1, isMarked, new Set(['pilots'])))).toBe('pilots');
    expect(words(nextName(text, at('Skerry').start, -1, isMarked, new Set()))).toBe('Tollan');
    expect(nextName(text, at('nobody').start, 1, isMarked, new Set())).toBeUndefined();
  });

  it('are told from nouns and pronouns by their letters', () => {
    expect(['She', 'the keeper', 'Tollan', '港'].map(levelOf)).toEqual(['PRO', 'NOM', 'NAM', undefined]);
    expect(isPronoun('They')).toBe(true);
  });

  it('are found again but for apostrophes and blanks, as whole words', () => {
    const article = new DocumentText('Tollan’s Task said. TOLLAN\u00a0held; Tollans did. A task for Tollan’s mayor, 😀 Tollan.');

    expect(sameWords(article, 'Tollan').map((span) => span.start)).toEqual([0, 20, 57, 75]);
    expect(sameWords(article, 'Tollan').map((span) => article.slice(span))).toEqual(['Tollan', 'TOLLAN', 'Tollan', 'Tollan']);
    expect(sameWords(article, "Tollan's")).toHaveLength(0);
    expect(sameWords(article, 'Task').map((span) => article.slice(span))).toEqual(['Task']);
  });

  it('have a word at the cursor before, in and behind it', () => {
    const harbour = at('harbour');
    for (let position = harbour.start; position <= harbour.end; position++) expect(words(wordAt(text, position))).toBe('harbour');
    expect(words(wordAt(text, at('Tollan’s').start))).toBe('Tollan');
    expect(wordAt(text, text.paragraph(at('“We').start).start - 1)).toBeUndefined();
  });
});

describe('cues', () => {
  it('are verbs of saying and what follows them, with the act they perform', () => {
    expect(cuesIn(text, { start: 0, end: text.length }).map((cue) => [words(cue), cue.act])).toEqual([
      ['said', 'assert'],
      ['said', 'assert'],
      ['According to', 'assert'],
    ]);
    expect(['denied', 'called on', 'had promised', 'planned', 'urging', 'rejects', 'walked'].map((one) => actOf(one))).toEqual([
      'deny',
      'request',
      'promise',
      'intend',
      'request',
      'deny',
      undefined,
    ]);
  });

  it('are learned from the document', () => {
    const known = new Map([['ferry', 'warn']]);

    expect(actOf('ferry', known)).toBe('warn');
    expect(cuesIn(text, text.paragraph(0), known).map(words)).toEqual(['said', 'ferry']);
  });

  it('stand near what is said, never in it', () => {
    const quotation = quotationsIn(text, text.paragraph(at('“We').start))[0] ?? { start: 0, end: 1 };
    const near = cuesNear(text, [quotation]);

    expect(words(quotation)).toBe('“We keep the light 😀,”');
    expect(near.map((cue) => [words(cue), cue.isBeside])).toEqual([['said', true]]);
    expect(cuesNear(text, [at('She said that the ferry')])).toEqual([]);
  });
});

describe('what is said', () => {
  it.each([
    ['ferry', 'the ferry would sail at 5 p.m. from Tollan’s harbour'],
    ['keeper', '“We keep the light 😀,”'],
    ['pilots', 'nobody was paid'],
  ])('is found in the sentence of “%s”', (inside, expected) => {
    const position = at(inside).start;
    const sentence = sentenceAt(text, position);

    expect(sentence && words(saidIn(text, sentence, position))).toBe(expected);
  });

  it('may stand before the cue', () => {
    const article = new DocumentText('The judges consider the case weak, sources said.');

    expect(article.slice(saidIn(article, { start: 0, end: article.length }, 3) ?? { start: 0, end: 1 })).toBe('The judges consider the case weak');
  });
});

describe('selecting more and less', () => {
  it('goes from the word to the paragraph and back', () => {
    const steps = ['', '', '', '', ''];
    let selection: Span = { start: at('Skerry').start + 1, end: at('Skerry').start + 1 };
    const grown = steps.map(() => words((selection = widened(text, selection))));

    expect(grown).toEqual(['Skerry', 'Skerry Nine', '“We keep the light 😀,” the keeper of Skerry Nine said.', lines[2], lines[2]]);
    expect(words((selection = narrowed(text, selection)))).toBe('“We keep the light 😀,” the keeper of Skerry Nine said.');
  });
});

describe('a border that is dragged', () => {
  const name = at('Tollan’s');

  it.each([
    ['end', name.start + 4, name.start + 6],
    ['end', name.start + 7, name.start + 8],
    ['end', name.start + 1, name.start - 1],
    ['start', name.start + 2, name.start],
    ['start', name.start - 3, name.start - 5],
  ] as const)('snaps its %s to where words do: %i', (border, position, expected) => {
    expect(snappedBorder(text, border, position)).toBe(expected);
  });
});
