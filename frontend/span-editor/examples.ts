/**
 * Marked examples as they are written in guidelines: `[Ada Weber](PERSON source) [said](cue) that [the harbour is
 * open](content).` What stands in round brackets is a label of the scheme, and the part that the words play in the claim of
 * their line. Marks may lie in each other; a backslash before a bracket leaves it as it is. Never touches the DOM.
 */
import { emptyClaim, isPartyRole, isWordRole } from './claims.js';
import type { Claim, Mention, Span } from './protocol.js';

export interface Marked {
  readonly text: string;
  readonly mentions: readonly Mention[];
  readonly claims: readonly Claim[];
}

interface Found {
  readonly names: readonly string[];
  readonly span: Span;
  readonly line: number;
}

const NAMES = /^\]\(([\p{L}\p{N}_ -]+)\)/u;

/** @returns the words without the brackets, and what the brackets say of them, in code points */
export function readExample(source: string): Marked {
  const letters = Array.from(source.trim());
  const closings = closingsOf(letters);
  const openings = new Set([...closings.values()].map((closing) => closing.opening));
  const begun = new Map<number, number>();
  const words: string[] = [];
  const found: Found[] = [];
  let line = 0;
  for (let at = 0; at < letters.length; at++) {
    const letter = letters[at] ?? '';
    const closing = closings.get(at);
    if (closing) {
      const span = { start: begun.get(closing.opening) ?? 0, end: words.length };
      if (span.start < span.end) found.push({ names: closing.names, span, line });
      at += closing.length - 1;
    } else if (openings.has(at)) begun.set(at, words.length);
    else if (isEscape(letters, at)) words.push(letters[++at] ?? '');
    else {
      words.push(letter);
      if (letter === '\n') line += 1;
    }
  }
  return { text: words.join(''), ...annotations(found) };
}

/** Where brackets end that say something, with what they say and where they began; all other brackets are letters. */
function closingsOf(letters: readonly string[]): Map<number, { readonly opening: number; readonly names: readonly string[]; readonly length: number }> {
  const closings = new Map<number, { readonly opening: number; readonly names: readonly string[]; readonly length: number }>();
  const open: number[] = [];
  for (let at = 0; at < letters.length; at++) {
    if (isEscape(letters, at)) at += 1;
    else if (letters[at] === '[') open.push(at);
    else if (letters[at] === ']') {
      const opening = open.pop();
      const said = NAMES.exec(letters.slice(at, at + 80).join(''));
      if (opening !== undefined && said) closings.set(at, { opening, names: (said[1] ?? '').trim().split(/\s+/u), length: Array.from(said[0]).length });
    }
  }
  return closings;
}

function isEscape(letters: readonly string[], at: number): boolean {
  return letters[at] === '\\' && ['[', ']', '\\'].includes(letters[at + 1] ?? '');
}

function annotations(found: readonly Found[]): Pick<Marked, 'mentions' | 'claims'> {
  const mentions: Mention[] = [];
  const claims = new Map<number, Claim>();
  [...found].sort((left, right) => left.span.start - right.span.start).forEach(({ names, span, line }, index) => {
    const claim = claims.get(line) ?? emptyClaim(`claim-${line}`, [], {});
    const label = names.find((name) => !isWordRole(name) && !isPartyRole(name));
    const mention = `mention-${index}`;
    if (label !== undefined) mentions.push({ id: mention, label, spans: [span], attributes: {}, link: null });
    for (const name of names) {
      if (isWordRole(name)) claims.set(line, { ...claim, [name]: [...claim[name], span] });
      else if (isPartyRole(name) && label !== undefined) claims.set(line, { ...claim, [name]: [...claim[name], { mention }] });
    }
  });
  // without its words a claim is none
  return { mentions, claims: [...claims.values()].filter((claim) => claim.content.length > 0) };
}
