/** Under the text: what the annotation in focus is tied to in other documents, with the way there. */
import type { Tie } from './marks.js';
import { strings } from './strings.js';

/** Of a document, opened at a mark of one's own. */
export function addressOf(documentId: string, mark: string): string {
  return new URL(`documents/${encodeURIComponent(documentId)}?mark=${encodeURIComponent(mark)}`, document.baseURI).href;
}

export class Elsewhere {
  readonly element = document.createElement('div');
  readonly #titles = new Map<string, string>();

  /** @param titleOf a document; undefined if it cannot be read */
  constructor(private readonly titleOf: (document: string) => Promise<string | undefined>) {
    this.element.className = 'elsewhere';
    this.element.hidden = true;
  }

  show(ties: readonly Tie[]): void {
    const far = ties.flatMap((tie) => (tie.document === undefined ? [] : [this.#line(tie, tie.document)]));
    this.element.hidden = far.length === 0;
    this.element.replaceChildren(...far);
  }

  #line({ name, isOutward, id, words }: Tie, documentId: string): HTMLElement {
    const line = document.createElement('p');
    const link = document.createElement('a');
    link.href = addressOf(documentId, id);
    link.textContent = this.#titles.get(documentId) ?? strings.anotherDocument;
    const said = document.createElement('bdi');
    said.textContent = words ? ` “${words}”` : '';
    line.append(`${strings.elsewhere(name, isOutward)} `, link, said);
    if (!this.#titles.has(documentId)) {
      void this.titleOf(documentId).then((title) => {
        if (title === undefined) return;
        this.#titles.set(documentId, title);
        link.textContent = title;
      });
    }
    return line;
  }
}
