/**
 * The keys of the adjudication page, without a focused field: an invisible element that hears them on the document and
 * says which one it was. What is typed into a field, or together with Ctrl, Alt or Meta, is none of its business.
 */
const KEYS = new Set(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'n', 'o', 's', 'u', 'ArrowLeft', 'ArrowRight']);

/** @fires decision-key - with `detail.key`: one of the keys above */
export class DecisionKeys extends HTMLElement {
  #listening: AbortController | undefined;

  connectedCallback(): void {
    this.hidden = true;
    this.#listening = new AbortController();
    document.addEventListener('keydown', (event) => this.#pressed(event), { signal: this.#listening.signal });
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
  }

  #pressed(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.repeat || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    if (!KEYS.has(event.key) || isTypedInto(event.composedPath())) return;
    if (event.key.startsWith('Arrow') && isReadWithArrows(event.composedPath())) return;
    event.preventDefault();
    if (event.key === 'o') passage()?.focus();
    this.dispatchEvent(new CustomEvent('decision-key', { detail: { key: event.key } }));
  }
}

/** The words of the article, where an own version is selected. */
function passage(): HTMLElement | null {
  return document.querySelector<HTMLElement>('parley-span-editor .text');
}

/** The passage is editable only to have a caret; nothing can be typed there. */
function isTypedInto(path: readonly EventTarget[]): boolean {
  return path.some(
    (target) =>
      (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type))
      || target instanceof HTMLTextAreaElement
      || target instanceof HTMLSelectElement
      || (target instanceof HTMLElement && ['listbox', 'menu', 'dialog'].includes(target.getAttribute('role') ?? '')),
  );
}

/** The passage moves its own caret. */
function isReadWithArrows(path: readonly EventTarget[]): boolean {
  return path.some((target) => target instanceof HTMLElement && target.localName === 'parley-span-editor');
}

customElements.define('parley-decision-keys', DecisionKeys);
