/** Synthetic texts in which positions are hard: the real articles have no astral or combining character. */
export const texts: Readonly<Record<string, string>> = {
  plain: 'An envoy met a minister.\nBoth said little.\n',
  empty: '',
  blanks: '\n\n \u00a0\n',
  astral: '😀 a 𝒜𝒷 talks 🇩🇪 b\n𐍈x😀😀\n',
  family: 'a 👩‍👩‍👧‍👦 b 👍🏽c\n',
  combining: 'cafe\u0301 no\u0308el ệ\n',
  arabic: 'قال المبعوث: «السلام» في كابل.\nThe envoy said السلام twice.\n',
  hebrew: 'אָמַר השליח\n',
  chinese: '特使表示，会谈顺利。\n双方同意。',
  devanagari: 'क्षि बोले\n',
  possessive: "Norland's and Sudland’s envoys’ plan\n",
};

export const longLine = `${'word '.repeat(40)}😀${'x'.repeat(150)}\nend\n`;

/** The letters of a text as people count them in Python: code points. */
export function codePoints(text: string): string[] {
  return [...text];
}
