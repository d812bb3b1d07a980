/** `<parley-example>`: a marked example among the words of the guidelines, in the names and hues of the project's scheme. */
import type { SchemeAnswer } from './scheme-answer.js';
import { SpanEditor } from './span-editor.js';

/** For a page that says nothing of the scheme: labels go by their ids. */
const NO_SCHEME: SchemeAnswer = { id: '', version: 0, layers: { claim: { kind: 'frame', roles: [] } } };

class ExampleElement extends HTMLElement {
  /** What was written between the tags; drawn once, and again wherever the page puts it. */
  #source: string | undefined;

  connectedCallback(): void {
    this.#source ??= this.textContent ?? '';
    const editor = new SpanEditor();
    editor.example = { source: this.#source, scheme: this.#scheme() };
    this.replaceChildren(editor);
  }

  /** The page says it once, around all of its examples. */
  #scheme(): SchemeAnswer {
    const said = this.closest<HTMLElement>('[data-scheme]')?.dataset['scheme'];
    if (!said) return NO_SCHEME;
    const scheme: SchemeAnswer = JSON.parse(said);
    return scheme;
  }
}

customElements.define('parley-example', ExampleElement);
