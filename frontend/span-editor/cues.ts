/** Words that bring a claim, what they say about its act, and what in a sentence is said. Never touches the DOM. */
import type { DocumentText } from './document-text.js';
import type { Span } from './protocol.js';
import { sentencesAround } from './sentences.js';
import { contains, distance, hull, overlap } from './spans.js';

/** Verbs by the act they perform; forms that grammar would not give are written out. English only: those of other languages stand in the scheme, and all others are learned. */
const VERBS: Readonly<Record<string, string>> = {
  assert:
    'say said tell told state announce report note add explain confirm reiterate stress emphasise emphasize claim insist maintain declare reveal mention write wrote written argue describe affirm recall remark observe indicate acknowledge admit admitted concede disclose inform',
  deny: 'deny denied reject dismiss refute dispute contradict',
  request: 'urge demand request appeal beg begged',
  promise: 'promise pledge vow commit committed assure guarantee',
  refuse: 'refuse decline',
  warn: 'warn caution threaten alert',
  accuse: 'accuse blame allege',
  evaluate: 'criticise criticize praise condemn welcome laud denounce hail deplore',
  propose: 'propose suggest recommend',
  believe: 'believe think thought expect hope fear doubt consider predict',
  intend: 'plan planned planning intend',
  ask: 'ask wonder inquire',
};
const PHRASES: Readonly<Record<string, string>> = { 'according to': 'assert', 'called on': 'request', 'calls on': 'request', 'called for': 'request', 'pointed out': 'assert' };

const ACTS = new Map(Object.entries(VERBS).flatMap(([act, verbs]) => verbs.split(' ').flatMap((verb) => forms(verb).map((form): [string, string] => [form, act]))));
const WORD = /\p{L}+/gu;
/** Scripts that put nothing between words. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
const MOST = 4;
/** A cue stands no further from what is said, in code points. */
const FARTHEST = 160;

function forms(verb: string): string[] {
  if (/(?:id|ote|tten|ht|tted|ged|nned|nning|told|ied)$/u.test(verb) && verb !== 'note') return [verb];
  const stem = verb.endsWith('e') ? verb.slice(0, -1) : verb;
  const third = /(?:s|sh|ch)$/u.test(verb) ? `${verb}es` : /[^aeo]y$/u.test(verb) ? `${verb.slice(0, -1)}ies` : `${verb}s`;
  return [verb, third, `${stem}ed`, `${stem}ing`];
}

/** A place where words bring a claim. */
export interface Cue extends Span {
  /** What they do, as far as the words tell. */
  readonly act: string | undefined;
  /** Stands in the sentence of what is said. */
  readonly isBeside?: boolean;
}

/** The act that a cue performs; undefined if its words do not tell. */
export function actOf(words: string, known: ReadonlyMap<string, string | undefined> = new Map()): string | undefined {
  const small = words.toLowerCase();
  const phrase = Object.entries(PHRASES).find(([one]) => small.includes(one))?.[1];
  return known.get(small) ?? phrase ?? [...known].find(([one]) => small.includes(one))?.[1] ?? small.match(WORD)?.map((word) => ACTS.get(word)).find((act) => act !== undefined);
}

/** Cues in a stretch of the text, in reading order. */
export function cuesIn(text: DocumentText, within: Span, known: ReadonlyMap<string, string | undefined> = new Map()): Cue[] {
  const words = text.slice(within);
  const small = words.toLowerCase();
  const origin = text.toUtf16(within.start);
  const found: Cue[] = [];
  const add = (index: number, length: number, act: string | undefined): void => {
    const span = { start: text.toCodePoint(origin + index), end: text.toCodePoint(origin + index + length) };
    if (!found.some((other) => overlap(other, span))) found.push({ ...span, act });
  };
  for (const phrase of [...Object.keys(PHRASES), ...known.keys()].sort((left, right) => right.length - left.length)) {
    for (let index = small.indexOf(phrase); index >= 0 && small.length === words.length; index = small.indexOf(phrase, index + phrase.length)) {
      const isWord = UNSPACED.test(phrase) || (!/\p{L}/u.test(small.charAt(index - 1)) && !/\p{L}/u.test(small.charAt(index + phrase.length)));
      if (isWord) add(index, phrase.length, known.get(phrase) ?? PHRASES[phrase]);
    }
  }
  for (const match of words.matchAll(WORD)) {
    const act = ACTS.get(match[0].toLowerCase());
    if (act !== undefined) add(match.index, match[0].length, act);
  }
  return found.sort((left, right) => left.start - right.start);
}

/** What may bring a content, the likeliest first: near it, outside it, and in a sentence that it touches. */
export function cuesNear(text: DocumentText, content: readonly Span[], known: ReadonlyMap<string, string | undefined> = new Map()): Cue[] {
  if (content.length === 0) return [];
  const place = hull(content);
  const around = sentencesAround(text, place.start).concat(sentencesAround(text, place.end - 1));
  const touched = around.filter((one, index) => distance(one, place) <= 2 && around.findIndex((other) => other.start === one.start) === index);
  return touched
    .flatMap((sentence) => cuesIn(text, sentence, known).map((cue): Cue => ({ ...cue, isBeside: overlap(sentence, place) })))
    .filter((cue) => !content.some((span) => overlap(span, cue)) && distance(cue, place) <= FARTHEST)
    .sort((left, right) => far(left, place) - far(right, place))
    .slice(0, MOST);
}

/** A cue in the sentence of the content counts before one in the next. */
function far(cue: Cue, place: Span): number {
  return distance(cue, place) + (cue.isBeside ? 0 : 200);
}

const QUOTATION = /“[^“”\n]+[”"]|"[^"\n]+"|„[^“”\n]+[“”]|«[^»\n]+»|「[^」\n]+」|『[^』\n]+』/gu;

/** Quotations with their marks. */
export function quotationsIn(text: DocumentText, within: Span): Span[] {
  const origin = text.toUtf16(within.start);
  return [...text.slice(within).matchAll(QUOTATION)].map((match) => ({
    start: text.toCodePoint(origin + match.index),
    end: text.toCodePoint(origin + match.index + match[0].length),
  }));
}

/** Behind the cue: "…, she said" has nothing but its speaker there. */
const LEAST_WORDS = 3;

/**
 * What is said in a sentence, without the words that bring it: the quotation at the position or the longest one, else what
 * follows "said (that)", else what stands before ", she said"; undefined if nothing in the sentence says that anything is said.
 */
export function saidIn(text: DocumentText, sentence: Span, position: number): Span | undefined {
  const quotations = quotationsIn(text, sentence).filter((one) => text.slice(one).split(/\s/u).length >= LEAST_WORDS);
  const quotation = quotations.find((one) => contains(one, { start: position, end: position })) ?? quotations.sort((left, right) => right.end - right.start - (left.end - left.start))[0];
  if (quotation) return quotation;
  const cues = cuesIn(text, sentence);
  const last = cues.at(-1);
  const before = last && saidBefore(text, sentence, last);
  if (before) return before;
  const cue = cues.findLast((one) => one.end <= position) ?? cues[0];
  if (!cue) return undefined;
  if (text.slice(cue).toLowerCase() === 'according to') return byAccordingTo(text, sentence, cue);
  const behind = withoutStop(text, { start: cue.end, end: sentence.end });
  const words = behind && text.slice(behind);
  if (!behind || !words || words.split(/\s/u).length < LEAST_WORDS) return undefined;
  const that = /^(?:(?:on|last|this)\s+\S+(?:\s+(?:week|month|year))?\s+)?that\s+/u.exec(words);
  return that ? { start: behind.start + [...that[0]].length, end: behind.end } : behind;
}

/** What stands before ", she said" at the end of a sentence. */
function saidBefore(text: DocumentText, sentence: Span, cue: Span): Span | undefined {
  const rest = withoutStop(text, { start: cue.end, end: sentence.end });
  if (rest && text.slice(rest).split(/\s/u).length >= LEAST_WORDS) return undefined;
  const comma = text.slice({ start: sentence.start, end: cue.start }).lastIndexOf(',');
  return comma > 0 ? { start: sentence.start, end: text.toCodePoint(text.toUtf16(sentence.start) + comma) } : undefined;
}

function byAccordingTo(text: DocumentText, sentence: Span, cue: Span): Span | undefined {
  const unit = text.toUtf16(sentence.start);
  const words = text.slice(sentence);
  const at = text.toUtf16(cue.start) - unit;
  if (at > 2) return withoutStop(text, { start: sentence.start, end: text.toCodePoint(unit + words.slice(0, at).replace(/[\s,]+$/u, '').length) });
  const comma = words.indexOf(', ', at);
  return comma < 0 ? undefined : withoutStop(text, { start: text.toCodePoint(unit + comma + 2), end: sentence.end });
}

/** Without blanks around and the sentence's own stop. */
function withoutStop(text: DocumentText, span: Span): Span | undefined {
  const trimmed = span.start < span.end ? text.trimmed(span) : undefined;
  if (!trimmed) return undefined;
  const words = text.slice(trimmed);
  return /[^.][.。]$/u.test(words) ? { start: trimmed.start, end: trimmed.end - 1 } : trimmed;
}
