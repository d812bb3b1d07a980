/** Made-up articles with marks: the same for every contestant, and the same in every run. */
import type { Claim, Mention, SetAnswer, Span } from '../../../frontend/span-editor/protocol.js';

export interface BenchDocument {
  readonly name: string;
  readonly text: string;
  readonly set: SetAnswer;
}

/** One stretch with a label, which is all that the other editors know. */
export interface FlatMark extends Span {
  readonly id: string;
  readonly label: string;
}

export const LABELS = ['PERSON', 'ORG', 'GPE', 'NORP', 'ROLE', 'EVENT', 'DOC', 'DATE', 'QUANTITY', 'MEDIA'] as const;

const WORDS =
  'harbour envoy river talks minister said commission barge tide table frost water council demand delay officials promised to the of and in that with before after Norland Sudland Otunge Valk autumn letter signed trade matter open'.split(
    ' ',
  );
const EMPTY = { attributes: {}, link: null };

/** A small generator of numbers (mulberry32), so that every run sees the same document. */
export function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/**
 * Paragraphs of 200 to 900 characters with marks spread evenly: one in five nested in or crossing the one before, and for
 * every twenty mentions one claim with content, cue and source.
 *
 * @param length of the text, in characters
 * @param marks mentions, contents and cues together
 */
export function benchDocument(name: string, length: number, marks: number): BenchDocument {
  const next = numbers(length + marks);
  const { text, words } = textOf(length, next);
  const mentions: Mention[] = [];
  const claims: Claim[] = [];
  const mentionCount = Math.round((marks * 20) / 22);
  for (let index = 0; index < mentionCount; index++) {
    const at = Math.floor((index / mentionCount) * (words.length - 40));
    const isOverlapping = next(5) === 0;
    const first = words[at + (isOverlapping ? 0 : next(2))];
    const last = words[at + (isOverlapping ? 3 + next(3) : next(3))];
    if (!first || !last) continue;
    const id = `m${index}`;
    mentions.push({ id, label: LABELS[next(LABELS.length)] ?? 'ORG', spans: [{ start: first.start, end: Math.max(first.end, last.end) }], ...EMPTY });
    if (index % 20 !== 0) continue;
    const from = words[at + 8];
    const to = words[at + 8 + 6 + next(14)];
    const cue = words[at + 7];
    if (from && to && cue) claims.push(claimOf(`c${index}`, { start: from.start, end: to.end }, cue, id));
  }
  return { name, text, set: { annotator: 'ada', state: 'draft', sequence: 1, schemeVersion: 1, mentions, claims, relations: [] } };
}

/** Every drawn stretch by itself. */
export function flatMarks({ set }: BenchDocument): FlatMark[] {
  return [
    ...set.mentions.flatMap((one) => one.spans.map((span) => ({ id: one.id, label: one.label, ...span }))),
    ...set.claims.flatMap((one) => [
      ...one.content.map((span) => ({ id: `${one.id}/content`, label: 'CONTENT', ...span })),
      ...one.cue.map((span) => ({ id: `${one.id}/cue`, label: 'CUE', ...span })),
    ]),
  ].sort((left, right) => left.start - right.start || right.end - left.end);
}

function claimOf(id: string, content: Span, cue: Span, source: string): Claim {
  return {
    id,
    content: [content],
    cue: [{ start: cue.start, end: cue.end }],
    source: [{ mention: source }],
    addressee: [],
    target: [],
    via: [],
    parent: null,
    attributes: { form: 'indirect', act: 'assert' },
    implicit: false,
  };
}

function textOf(length: number, next: (below: number) => number): { text: string; words: Span[] } {
  const parts: string[] = [];
  const words: Span[] = [];
  let at = 0;
  let left = 0;
  while (at < length) {
    if (left <= 0) left = 200 + next(700);
    const word = WORDS[next(WORDS.length)] ?? 'river';
    words.push({ start: at, end: at + word.length });
    left -= word.length + 1;
    const end = left <= 0 ? '.\n\n' : next(12) === 0 ? '. ' : ' ';
    parts.push(word, end);
    at += word.length + end.length;
  }
  return { text: parts.join(''), words };
}
