/** Any selection - by mouse, touch or keyboard - becomes one span in code points. Only the last two functions touch the DOM. */
import type { DocumentText } from './document-text.js';
import type { Span } from './protocol.js';

const LEADING = /^(?:[\s,;:!?،؛؟、，。；：]|\.(?=\s))+/u;
const TRAILING = /[\s,;:،؛、，；：]+$/u;

/**
 * The span that a selection means: without blanks at its ends, on word borders if `snap`, and never inside a character.
 *
 * @returns undefined if nothing but blanks is selected
 */
export function settled(text: DocumentText, selection: Span, snap: boolean): Span | undefined {
  const bounded = { start: Math.max(0, selection.start), end: Math.min(text.length, selection.end) };
  if (bounded.start >= bounded.end) return undefined;
  const trimmed = text.trimmed(text.wholeCharacters(bounded));
  if (!trimmed || !snap) return trimmed;
  return text.wholeCharacters(text.wholeWords(withoutStops(text, trimmed)));
}

/** Without the stop of the sentence before and the comma behind, which a word-wise selection by keyboard takes along. */
function withoutStops(text: DocumentText, span: Span): Span {
  const words = text.slice(span);
  const before = [...(LEADING.exec(words)?.[0] ?? '')].length;
  const behind = [...(TRAILING.exec(words)?.[0] ?? '')].length;
  const rest = { start: span.start + before, end: span.end - behind };
  return rest.start < rest.end ? rest : span;
}

/** Where a point of the DOM lies in the text. */
export interface PointReader {
  codePointAt(node: Node, offset: number): number | undefined;
}

/** The selection as it is, in code points; undefined if it is not in the text. `start === end` is a cursor. */
export function selectionIn(points: PointReader, selection: Selection | null): Span | undefined {
  const anchor = selection?.anchorNode && points.codePointAt(selection.anchorNode, selection.anchorOffset);
  const head = selection?.focusNode && points.codePointAt(selection.focusNode, selection.focusOffset);
  if (typeof anchor !== 'number' || typeof head !== 'number') return undefined;
  return { start: Math.min(anchor, head), end: Math.max(anchor, head) };
}

/** Like `selectionIn`, but keeps which end moves. */
export function directedSelectionIn(points: PointReader, selection: Selection | null): { anchor: number; head: number } | undefined {
  const span = selectionIn(points, selection);
  if (!span || !selection?.anchorNode) return undefined;
  const anchor = points.codePointAt(selection.anchorNode, selection.anchorOffset);
  return anchor === span.end ? { anchor: span.end, head: span.start } : { anchor: span.start, head: span.end };
}
