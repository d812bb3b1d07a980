/** Moving the cursor and the selection by more than the browser knows: by sentence, paragraph, name and meaning. Never touches the DOM. */
import type { DocumentText } from './document-text.js';
import { nextName } from './names.js';
import type { Action } from './keys.js';
import type { Editing } from './editing.js';
import type { Span } from './protocol.js';
import { nextParagraph, nextSentence } from './sentences.js';
import { narrowed, widened } from './widening.js';

/** A selection that knows which end moves. */
export interface Directed {
  readonly anchor: number;
  readonly head: number;
}

/** Where a moving action leads; undefined for other actions. */
export function moved(text: DocumentText, selection: Directed, action: Action): Directed | undefined {
  const { anchor, head } = selection;
  const to = (position: number, extends_: boolean): Directed => ({ anchor: extends_ ? anchor : position, head: position });
  const span = { start: Math.min(anchor, head), end: Math.max(anchor, head) };
  switch (action) {
    case 'next-sentence':
    case 'extend-sentence':
      return to(nextSentence(text, head, 1), action === 'extend-sentence');
    case 'previous-sentence':
    case 'extend-sentence-back':
      return to(nextSentence(text, head, -1), action === 'extend-sentence-back');
    case 'next-paragraph':
    case 'extend-paragraph':
      return to(nextParagraph(text, head, 1), action === 'extend-paragraph');
    case 'previous-paragraph':
    case 'extend-paragraph-back':
      return to(nextParagraph(text, head, -1), action === 'extend-paragraph-back');
    case 'widen':
      return directed(widened(text, span));
    case 'narrow':
      return directed(narrowed(text, span));
    default:
      return undefined;
  }
}

/** The next or previous stretch that looks like a name, or was marked elsewhere, and carries no mark. */
export function unmarkedName(editing: Editing, from: Span, direction: 1 | -1): Span | undefined {
  const { text, marked } = editing;
  const position = direction > 0 && from.end > from.start ? from.end : from.start;
  return nextName(text, position, direction, (span) => editing.mentionsOn(span).length > 0, marked);
}

function directed(span: Span): Directed {
  return { anchor: span.start, head: span.end };
}
