/** Which way a paragraph runs, and characters that nobody sees. Never touches the DOM. */

export type Direction = 'ltr' | 'rtl';

/** The first letter decides, as in the Unicode Bidirectional Algorithm (rules P2 and P3). */
const FIRST_STRONG = /[\p{L}\u200e\u200f\u061c]/u;
/** Most paragraphs of most articles; much less work than to ask what kind of letter it is. */
const LATIN = /^[A-Za-z]/;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Undefined if no letter decides. */
export function directionOf(text: string): Direction | undefined {
  if (LATIN.test(text)) return 'ltr';
  const strong = FIRST_STRONG.exec(text)?.[0];
  if (strong === undefined) return undefined;
  return RIGHT_TO_LEFT.test(strong) ? 'rtl' : 'ltr';
}

/** A character that is there and cannot be seen. */
export interface Unseen {
  /** Short enough to stand in the text. */
  readonly name: string;
  /** Turns the order of what follows: shown, and kept from doing so. */
  readonly turns: boolean;
}

const UNSEEN: ReadonlyMap<string, Unseen> = new Map([
  ...[
    ['\u00ad', 'SHY'],
    ['\u061c', 'ALM'],
    ['\u180e', 'MVS'],
    ['\u200b', 'ZWSP'],
    ['\u200c', 'ZWNJ'],
    ['\u200d', 'ZWJ'],
    ['\u200e', 'LRM'],
    ['\u200f', 'RLM'],
    ['\u2028', 'LSEP'],
    ['\u2029', 'PSEP'],
    ['\u2060', 'WJ'],
    ['\u2061', 'FA'],
    ['\u2062', 'IT'],
    ['\u2063', 'IS'],
    ['\ufeff', 'BOM'],
  ].map(([character, name]): [string, Unseen] => [character ?? '', { name: name ?? '', turns: false }]),
  ...[
    ['\u202a', 'LRE'],
    ['\u202b', 'RLE'],
    ['\u202c', 'PDF'],
    ['\u202d', 'LRO'],
    ['\u202e', 'RLO'],
    ['\u2066', 'LRI'],
    ['\u2067', 'RLI'],
    ['\u2068', 'FSI'],
    ['\u2069', 'PDI'],
  ].map(([character, name]): [string, Unseen] => [character ?? '', { name: name ?? '', turns: true }]),
]);

const ANY_UNSEEN = /[\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;
/** After these, a joiner shapes letters or makes one picture of several: it is at work and is left alone. */
const JOINING = /[\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f]$|(?![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Han}])\p{L}$/u;

/** Words, or one character that nobody sees. */
export type Bit = { readonly text: string; readonly unseen?: undefined } | { readonly text: string; readonly unseen: Unseen };

/** Parts a string at the characters that should be shown although they have no shape. The parts joined are the string. */
export function bits(text: string): Bit[] {
  const result: Bit[] = [];
  let from = 0;
  for (const match of text.matchAll(ANY_UNSEEN)) {
    const unseen = UNSEEN.get(match[0]);
    if (!unseen || (unseen.name.startsWith('ZW') && unseen.name !== 'ZWSP' && JOINING.test(text.slice(Math.max(0, match.index - 2), match.index)))) continue;
    if (match.index > from) result.push({ text: text.slice(from, match.index) });
    result.push({ text: match[0], unseen });
    from = match.index + match[0].length;
  }
  if (from < text.length || result.length === 0) result.push({ text: text.slice(from) });
  return result;
}
