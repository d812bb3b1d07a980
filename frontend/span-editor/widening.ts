/** Selecting by meaning: the word, the name, the quotation, what is said, the sentence, the paragraph. Never touches the DOM. */
import { quotationsIn, saidIn } from './cues.js';
import type { DocumentText } from './document-text.js';
import { nameAround, wordAt } from './names.js';
import type { Span } from './protocol.js';
import { sentenceAt } from './sentences.js';
import { contains } from './spans.js';

/** All that the selection may grow to, the smallest first; each contains the one before. */
export function widenings(text: DocumentText, position: number): Span[] {
  const sentence = sentenceAt(text, position);
  const word = wordAt(text, position);
  const candidates = [
    word,
    word && nameAround(text, word),
    ...(sentence ? quotationsIn(text, sentence).filter((one) => one.start <= position && position <= one.end) : []),
    sentence && saidIn(text, sentence, position),
    sentence,
    text.trimmed(text.paragraph(position)),
  ].filter((one): one is Span => one !== undefined && one.start <= position && position <= one.end);
  const steps: Span[] = [];
  for (const one of candidates.sort((left, right) => left.end - left.start - (right.end - right.start))) {
    const last = steps.at(-1);
    if (!last || (contains(one, last) && !contains(last, one))) steps.push(one);
  }
  return steps;
}

/** The next larger selection; the same one where there is none. */
export function widened(text: DocumentText, selection: Span): Span {
  const steps = widenings(text, selection.start);
  return steps.find((one) => contains(one, selection) && one.end - one.start > selection.end - selection.start) ?? selection;
}

/** The next smaller selection around where the present one began; a cursor where there is none. */
export function narrowed(text: DocumentText, selection: Span): Span {
  const middle = text.nextWord(selection.start, 1) - 1;
  const steps = [...widenings(text, selection.start), ...widenings(text, Math.min(middle, selection.end))];
  const smaller = steps.filter((one) => contains(selection, one) && one.end - one.start < selection.end - selection.start);
  return smaller.sort((left, right) => right.end - right.start - (left.end - left.start))[0] ?? { start: selection.start, end: selection.start };
}
