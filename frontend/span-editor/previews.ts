/** Passing marks over the text that are nobody's annotation yet, drawn by the browser without touching the page. */

/** Shows stretches under a name that the style sheet knows; none take the name's away. */
export function preview(name: string, ranges: readonly (Range | undefined)[]): void {
  const shown = ranges.filter((range) => range !== undefined);
  // older browsers mark nothing; the list in the inspector says the same
  if (typeof Highlight === 'undefined') return;
  if (shown.length === 0) CSS.highlights.delete(name);
  else CSS.highlights.set(name, new Highlight(...shown));
}
