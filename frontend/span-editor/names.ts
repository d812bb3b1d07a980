/** Words that look like names, and words that are the same but for how they are typed. Never touches the DOM. */
import type { DocumentText } from './document-text.js';
import { FoldedText, fold } from './folding.js';
import type { Span } from './protocol.js';
import { endsShort, sentencesAround } from './sentences.js';
import { contains, overlap } from './spans.js';

const LETTER = /[\p{L}\p{N}\p{M}]/u;
const CAPITAL = /^\p{Lu}/u;
/** Small words inside names: of the, el, van. */
const BETWEEN = new Set(['of', 'the', 'for', 'and', 'de', 'la', 'el', 'al', 'van', 'von', 'der', 'bin', 'ibn', 'ul', 'ur', 'du', 'da']);
const SMALL = /^(?:The|A|An|In|On|At|But|And|For|If|When|While|After|As|By|From|He|She|It|They|We|I)(?:\s+|$)/u;
const PRONOUNS = new Set(
  ('i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself she her hers herself it its itself they them their theirs themselves ' +
    'who whom whose this that these those').split(' '),
);

/** The word around a position without a possessive 's; undefined between words. */
export function wordAt(text: DocumentText, position: number): Span | undefined {
  const inside = LETTER.test(text.slice({ start: position, end: Math.min(text.length, position + 1) }));
  const before = position > 0 && LETTER.test(text.slice({ start: position - 1, end: position }));
  if (!inside && !before) return undefined;
  const at = inside ? position : position - 1;
  const word = text.wholeWords({ start: at, end: at + 1 });
  return word.start < word.end ? word : undefined;
}

/** The run of capitalised words around a word, small words between them included; undefined if the word is not part of one. */
export function nameAround(text: DocumentText, word: Span): Span | undefined {
  return namesIn(text, text.paragraph(word.start), false).find((name) => contains(name, word));
}

/**
 * Stretches that look like names: runs of capitalised words. A single word at the start of a sentence looks like any other
 * and is left out if `isStrict`. Scripts without capitals have none.
 */
export function namesIn(text: DocumentText, within: Span, isStrict = true): Span[] {
  const starts = isStrict ? new Set(sentencesAround(text, within.start).map((one) => text.trimmed(one)?.start)) : new Set<number>();
  const names: Span[] = [];
  let open: { start: number; end: number; last: number } | undefined;
  const close = (): void => {
    if (!open) return;
    const name = withoutPossessive(text, { start: open.start, end: open.last });
    const isSingle = !/\s/u.test(text.slice(name));
    const isOrdinary = isSingle && (starts.has(name.start) || /^["'“‘(]/u.test(text.slice({ start: Math.max(0, name.start - 1), end: name.start })) || isPronoun(text.slice(name)));
    if (!isStrict || !isOrdinary || /^\p{Lu}{2,}$/u.test(text.slice(name))) names.push(name);
    open = undefined;
  };
  for (const word of wordsIn(text, within)) {
    const letters = text.slice(word);
    const isApart = open && !isOneName(text.slice({ start: open.start, end: open.end }), text.slice({ start: open.end, end: word.start }));
    if (isApart || (open && /['’]s$/iu.test(text.slice({ start: open.start, end: open.end })))) close();
    if (CAPITAL.test(letters)) {
      open = { start: open?.start ?? word.start, end: word.end, last: word.end };
    } else if (open && BETWEEN.has(letters)) {
      open = { ...open, end: word.end };
    } else {
      close();
    }
  }
  close();
  // "The", "A" and other small words at the beginning belong to the sentence
  return names.flatMap((name) => {
    const first = SMALL.exec(text.slice(name));
    const rest = first ? { start: name.start + first[0].length, end: name.end } : name;
    return rest.start < rest.end && !isPronoun(text.slice(rest)) ? [rest] : [];
  });
}

/** Whether a name goes on after what stands between two words: a blank, or the stop of a title or an initial. */
function isOneName(name: string, between: string): boolean {
  return /^[ \u00a0]+$/u.test(between) || (/^\.[ \u00a0]*$/u.test(between) && endsShort(`${name}.`));
}

/** The next stretch behind a position that looks like a name and carries no mark. */
export function nextName(text: DocumentText, position: number, direction: 1 | -1, isMarked: (span: Span) => boolean, known: Pick<ReadonlySet<string>, 'has'>): Span | undefined {
  for (let at = Math.max(0, Math.min(position, text.length - 1)); ; ) {
    const paragraph = text.paragraph(at);
    const names = namesIn(text, paragraph).concat(knownIn(text, paragraph, known)).sort((left, right) => left.start - right.start || right.end - left.end);
    const open = names.filter((name) => (direction > 0 ? name.start >= position : name.end < position) && !isMarked(name));
    const found = direction > 0 ? open[0] : open.at(-1);
    if (found) return found;
    const next = direction > 0 ? paragraph.end : paragraph.start - 1;
    if (next < 0 || next >= text.length || next === at) return undefined;
    at = next;
  }
}

/** Words marked elsewhere in the document, found again; the way for scripts without capitals. */
function knownIn(text: DocumentText, paragraph: Span, known: Pick<ReadonlySet<string>, 'has'>): Span[] {
  return wordsIn(text, paragraph)
    .map((word) => withoutPossessive(text, word))
    .filter((word) => known.has(folded(text.slice(word))));
}

const foldedTexts = new WeakMap<DocumentText, FoldedText>();

/** The text folded, once for all who search it. */
export function foldedText(text: DocumentText): FoldedText {
  const folding = foldedTexts.get(text) ?? new FoldedText(text.value);
  foldedTexts.set(text, folding);
  return folding;
}

/** All places where the same words stand as words of their own, but for apostrophes, blanks and case; a name stays a name. */
export function sameWords(text: DocumentText, words: string): Span[] {
  return foldedText(text)
    .find(words, Number.POSITIVE_INFINITY)
    .map(({ start, end }) => ({ start: text.toCodePoint(start), end: text.toCodePoint(end) }))
    .filter((span) => isWhole(text, span) && (!CAPITAL.test(words) || CAPITAL.test(text.slice(span))));
}

/** What is compared: one kind of apostrophe, blank and quotation mark, small letters, no accents. */
export function folded(words: string): string {
  return fold(words).trim();
}

/** Neither end splits a word; a possessive 's may follow. */
function isWhole(text: DocumentText, span: Span): boolean {
  const whole = text.wholeWords(span);
  return whole.start === span.start && whole.end === span.end;
}

export function isPronoun(words: string): boolean {
  return PRONOUNS.has(words.toLowerCase());
}

/** Whether a pronoun stands for a human being. */
export function isPerson(words: string): boolean {
  return /^(?:he|she|who|i)$/iu.test(words);
}

/** Between a speaker and the cue: "he also has said". Behind a comma may stand an apposition, which does not speak. */
const HELPERS = /^(?:\s|has|had|have|was|is|also|later|then|once|again|only|never|further|earlier|who)+$/iu;

/** The name or pronoun directly before a cue, else directly behind it: "he said", "said Ada". */
export function subjectOf(text: DocumentText, cue: Span, outside: readonly Span[]): Span | undefined {
  const paragraph = text.paragraph(cue.start);
  const isFree = (span: Span): boolean => !outside.some((other) => overlap(other, span));
  const names = namesIn(text, paragraph, false).filter(isFree);
  const pronouns = wordsIn(text, paragraph).filter((word) => /^(?:he|she|it|they|we|i|who)$/iu.test(text.slice(word)) && isFree(word));
  const before = [...names, ...pronouns].filter((one) => one.end <= cue.start && HELPERS.test(text.slice({ start: one.end, end: cue.start })));
  const behind = names.filter((one) => one.start >= cue.end && /^\s+$/u.test(text.slice({ start: cue.end, end: one.start })));
  return before.sort((left, right) => right.end - left.end || left.start - right.start)[0] ?? behind[0];
}

/** How the words name: by name, by a noun, or by a pronoun; undefined where they do not tell. */
export function levelOf(words: string): 'NAM' | 'NOM' | 'PRO' | undefined {
  if (isPronoun(words)) return 'PRO';
  if (/\p{Lu}/u.test(words)) return 'NAM';
  return /^(?:the|a|an|this|these|his|her|its|their|our|my|two|three|some|several|many)\s/u.test(words) && /\p{Ll}/u.test(words) ? 'NOM' : undefined;
}

function wordsIn(text: DocumentText, within: Span): Span[] {
  const origin = text.toUtf16(within.start);
  return [...text.slice(within).matchAll(/[\p{L}\p{N}\p{M}]+(?:['’\-‐‑.&][\p{L}\p{N}\p{M}]+)*/gu)].map((match) => ({
    start: text.toCodePoint(origin + match.index),
    end: text.toCodePoint(origin + match.index + match[0].length),
  }));
}

function withoutPossessive(text: DocumentText, span: Span): Span {
  return /['’]s$/iu.test(text.slice(span)) ? { start: span.start, end: span.end - 2 } : span;
}
