/** Sentences as a help for the cursor and for guesses; annotations never depend on them. Never touches the DOM. */
import type { DocumentText } from './document-text.js';
import type { Span } from './protocol.js';

const SENTENCES = new Intl.Segmenter(undefined, { granularity: 'sentence' });
/** Words whose stop ends no sentence: titles, initials, and the usual short forms of news in English. */
const SHORT = /(?:^|[\s(“"'])(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Maj|Capt|Lt|Sgt|Sen|Rep|Gov|Pres|St|Jr|Sr|No|vs|etc|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Oct|Nov|Dec|[A-Z]|(?:[A-Z]\.)+[A-Z]|a\.m|p\.m)\.\s*$/u;

/** Whether words end in a short form, whose stop ends no sentence. */
export function endsShort(words: string): boolean {
  return SHORT.test(words);
}

/** The sentences of the paragraph around a position, in code points, blanks behind included. */
export function sentencesAround(text: DocumentText, position: number): Span[] {
  const paragraph = text.paragraph(position);
  const origin = text.toUtf16(paragraph.start);
  const result: Span[] = [];
  let begin = 0;
  for (const { index, segment } of SENTENCES.segment(paragraph.text)) {
    const end = index + segment.length;
    if (endsShort(paragraph.text.slice(begin, end)) && end < paragraph.text.trimEnd().length) continue;
    result.push({ start: text.toCodePoint(origin + begin), end: text.toCodePoint(origin + end) });
    begin = end;
  }
  if (begin < paragraph.text.length) result.push({ start: text.toCodePoint(origin + begin), end: paragraph.end });
  return result;
}

/** The sentence around a position without blanks at its ends; undefined in an empty paragraph. */
export function sentenceAt(text: DocumentText, position: number): Span | undefined {
  const sentences = sentencesAround(text, position);
  const found = sentences.find((one) => position < one.end) ?? sentences.at(-1);
  return found && text.trimmed(found);
}

/** Where the next sentence starts, or the present or previous one going back; the ends of the text beyond the last. */
export function nextSentence(text: DocumentText, position: number, direction: 1 | -1): number {
  if (direction > 0) {
    for (let at = position; at < text.length; at = text.paragraph(at).end) {
      const next = starts(text, at).find((start) => start > position);
      if (next !== undefined) return next;
    }
    return text.length;
  }
  for (let at = position; ; at = text.paragraph(at).start - 1) {
    const before = starts(text, Math.max(0, at)).findLast((start) => start < position);
    if (before !== undefined) return before;
    if (text.paragraph(Math.max(0, at)).start <= 0) return 0;
  }
}

/** Where the next paragraph with words starts, or the present or previous one going back. */
export function nextParagraph(text: DocumentText, position: number, direction: 1 | -1): number {
  if (direction > 0) {
    for (let at = text.paragraph(position).end; at < text.length; at = text.paragraph(at).end) {
      if (text.trimmed(text.paragraph(at))) return at;
    }
    return text.length;
  }
  for (let at = position - 1; at >= 0; at = text.paragraph(at).start - 1) {
    const paragraph = text.paragraph(at);
    if (text.trimmed(paragraph)) return paragraph.start;
  }
  return 0;
}

function starts(text: DocumentText, position: number): number[] {
  return sentencesAround(text, position).flatMap((one) => {
    const words = text.trimmed(one);
    return words ? [words.start] : [];
  });
}
