/** A plain text area for a scheme, with the numbers of its lines beside it. */

/** How long nobody has to type before the server looks at the text. */
const PAUSE_MS = 300;

/**
 * The text of a scheme. Lives in the light DOM so that the page's labels and styles reach it.
 *
 * @fires value-changed - a moment after the last key press, or at once when the field is left
 */
export class SchemeText extends HTMLElement {
  readonly #area = document.createElement('textarea');
  readonly #numbers = document.createElement('div');
  #faultyLines: ReadonlySet<number> = new Set();
  #pause: ReturnType<typeof setTimeout> | undefined;
  #sent = '';

  constructor() {
    super();
    this.#area.spellcheck = false;
    this.#area.wrap = 'off';
    this.#area.autocapitalize = 'off';
    this.#numbers.className = 'scheme-text-numbers';
    this.#numbers.setAttribute('aria-hidden', 'true');
    this.#area.addEventListener('input', () => {
      this.#drawNumbers();
      clearTimeout(this.#pause);
      this.#pause = setTimeout(() => this.#tell(), PAUSE_MS);
    });
    this.#area.addEventListener('change', () => this.#tell());
    this.#area.addEventListener('scroll', () => {
      this.#numbers.scrollTop = this.#area.scrollTop;
    });
    this.#area.addEventListener('keydown', (press) => this.#keepIndentation(press));
  }

  connectedCallback(): void {
    if (!this.#area.isConnected) this.append(this.#numbers, this.#area);
    this.#drawNumbers();
  }

  disconnectedCallback(): void {
    clearTimeout(this.#pause);
  }

  get value(): string {
    return this.#area.value;
  }

  set value(text: string) {
    this.#sent = text;
    if (text === this.#area.value) return;
    this.#area.value = text;
    this.#drawNumbers();
  }

  set label(text: string) {
    this.#area.setAttribute('aria-label', text);
  }

  set readonly(readonly: boolean) {
    this.#area.readOnly = readonly;
  }

  /** Numbers of the lines with a fault, from 1, parted by blanks. */
  set faultyLines(lines: string) {
    this.#faultyLines = new Set(lines.split(' ').filter(Boolean).map(Number));
    this.#area.setAttribute('aria-invalid', String(this.#faultyLines.size > 0));
    this.#drawNumbers();
  }

  /** Selects a line, from 1, and shows it. */
  goTo(line: number): void {
    const lines = this.#area.value.split('\n');
    const start = lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0);
    this.#area.focus();
    this.#area.setSelectionRange(start, start + (lines[line - 1] ?? '').length);
    const height = this.#area.scrollHeight / Math.max(lines.length, 1);
    this.#area.scrollTop = Math.max(0, (line - 1) * height - this.#area.clientHeight / 3);
    this.#area.scrollLeft = 0;
  }

  #tell(): void {
    clearTimeout(this.#pause);
    if (this.#area.value === this.#sent) return;
    this.#sent = this.#area.value;
    this.dispatchEvent(new CustomEvent('value-changed'));
  }

  /** A new line begins below the first word of the last one. */
  #keepIndentation(press: KeyboardEvent): void {
    if (press.key !== 'Enter' || press.isComposing || this.#area.readOnly) return;
    const caret = this.#area.selectionStart;
    const line = this.#area.value.slice(this.#area.value.lastIndexOf('\n', caret - 1) + 1, caret);
    const indentation = /^ */.exec(line)?.[0] ?? '';
    if (!indentation) return;
    press.preventDefault();
    this.#area.setRangeText(`\n${indentation}`, caret, this.#area.selectionEnd, 'end');
    this.#area.dispatchEvent(new Event('input'));
  }

  #drawNumbers(): void {
    const count = this.#area.value.split('\n').length;
    const numbers = Array.from({ length: count }, (_, index) => {
      const number = document.createElement('span');
      number.textContent = String(index + 1);
      number.classList.toggle('faulty', this.#faultyLines.has(index + 1));
      return number;
    });
    this.#numbers.replaceChildren(...numbers);
    this.#numbers.scrollTop = this.#area.scrollTop;
  }
}

customElements.define('parley-scheme-text', SchemeText);
