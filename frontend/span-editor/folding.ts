/**
 * The text as people search it: without case and accents, every apostrophe, quotation mark and blank the same, and without
 * characters that nobody sees. What is found leads back to the text as it is. Never touches the DOM.
 */

import { lastWhere } from './spans.js';

/** In UTF-16 units of the text, half-open. */
export interface Found {
  readonly start: number;
  readonly end: number;
}

const ORDINARY = /[^ -@[-~]+|[A-Z]+/gu;
const DROPPED = /[\p{M}\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
const REPLACED: readonly (readonly [RegExp, string])[] = [
  [/\s/gu, ' '],
  [/[‘’‚‛ʼ′´＇]/gu, "'"],
  [/[“”„‟″«»＂]/gu, '"'],
  [/[‐‑‒–—−]/gu, '-'],
  [/ß/gu, 'ss'],
];

/** What a character counts as; nothing for what nobody sees. */
export function fold(character: string): string {
  let folded = character.toLowerCase().normalize('NFKD').replace(DROPPED, '').toLowerCase();
  for (const [pattern, instead] of REPLACED) folded = folded.replace(pattern, instead);
  return folded;
}

/** Stretches folded in one step: some tenths of a millisecond. */
const STEP = 500;

/** Made once for a text, when somebody first searches it, or before that a part at a time. */
export class FoldedText {
  #folded = '';
  /** Where a stretch begins from which on both texts run in step: first in the folded text, then in the text. Ascending. */
  readonly #inFolded: number[] = [];
  readonly #inText: number[] = [];
  #folding: Iterator<void> | undefined;

  constructor(private readonly text: string) {}

  /** Folds on, some at each step; the same for whoever asks. */
  folding(): Iterator<void> {
    return (this.#folding ??= this.#fold());
  }

  *#fold(): Generator<void> {
    const { text } = this;
    const parts: string[] = [];
    let length = 0;
    let from = 0;
    let matches = 0;
    const step = (part: string, at: number): void => {
      this.#inFolded.push(length);
      this.#inText.push(at);
      parts.push(part);
      length += part.length;
    };
    for (const match of text.matchAll(ORDINARY)) {
      if (match.index > from) step(text.slice(from, match.index), from);
      let at = match.index;
      if (/^[A-Z]/.test(match[0])) step(match[0].toLowerCase(), at);
      else {
        for (const character of match[0]) {
          step(fold(character), at);
          at += character.length;
          if (++matches % STEP === 0) yield;
        }
      }
      from = match.index + match[0].length;
      if (++matches % STEP === 0) yield;
    }
    if (from < text.length) step(text.slice(from), from);
    // where everything ends
    step('', text.length);
    this.#folded = parts.join('');
  }

  /**
   * Every place where the words stand, one behind the other.
   *
   * @param most stops after so many
   */
  find(words: string, most = 10_000): Found[] {
    const wanted = fold(words);
    const found: Found[] = [];
    const folding = this.folding();
    while (!folding.next().done);
    if (wanted === '') return found;
    for (let at = this.#folded.indexOf(wanted); at >= 0 && found.length < most; at = this.#folded.indexOf(wanted, at + wanted.length)) {
      found.push({ start: this.#textAt(at, 'start'), end: this.#textAt(at + wanted.length, 'end') });
    }
    return found;
  }

  /** The place in the text of one in the folded text; inside a character that became several, the border around it. */
  #textAt(folded: number, border: 'start' | 'end'): number {
    const step = lastWhere(this.#inFolded.length, (index) => (this.#inFolded[index] ?? 0) <= folded);
    const inside = folded - (this.#inFolded[step] ?? 0);
    const start = this.#inText[step] ?? 0;
    const next = this.#inText[step + 1] ?? start;
    const inStep = (this.#inFolded[step + 1] ?? 0) - (this.#inFolded[step] ?? 0) === next - start;
    if (inside === 0 || inStep) return start + inside;
    return border === 'start' ? start : next;
  }
}
