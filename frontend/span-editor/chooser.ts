/** A list to search and choose from by keyboard: the actions, the registry, the other claims. */
import { type TemplateResult, html, nothing, render } from 'lit';
import { strings } from './strings.js';

export interface Choice {
  readonly name: string;
  /** In quiet ink behind the name. */
  readonly detail?: string;
  /** The key that does the same. */
  readonly key?: string;
  take(): void;
}

export interface ChooserContent {
  readonly title: string;
  /** What stands in the field at first. */
  readonly typed?: string;
  choices(typed: string): readonly Choice[];
}

/** More are not shown: somebody types another letter. */
const MOST = 60;

export class Chooser {
  readonly element = document.createElement('dialog');
  #content: ChooserContent | undefined;
  #typed = '';
  #current = 0;

  /** @param closed called after it went away, for the focus to go back */
  constructor(private readonly closed: () => void) {
    this.element.className = 'chooser';
    this.element.addEventListener('close', () => {
      this.#content = undefined;
      this.closed();
    });
    this.element.addEventListener('click', (event) => {
      if (event.target === this.element) this.element.close();
    });
  }

  get isOpen(): boolean {
    return this.element.open;
  }

  open(content: ChooserContent): void {
    this.#content = content;
    this.#typed = content.typed ?? '';
    this.#current = 0;
    this.element.setAttribute('aria-label', content.title);
    this.#render();
    this.element.showModal();
    const field = this.element.querySelector('input');
    if (field) field.value = this.#typed;
    field?.select();
  }

  /** Shows anew what there is to choose: more has come in. */
  refresh(): void {
    if (this.isOpen) this.#render();
  }

  #keyed(event: KeyboardEvent): void {
    const choices = this.#choices();
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }[event.key];
    if (step !== undefined) {
      this.#current = Math.max(0, Math.min(choices.length - 1, this.#current + step));
    } else if (event.key === 'Enter') {
      this.#take(choices[this.#current]);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    this.#render();
    this.element.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }

  #take(choice: Choice | undefined): void {
    if (!choice) return;
    this.element.close();
    choice.take();
  }

  #choices(): readonly Choice[] {
    return (this.#content?.choices(this.#typed) ?? []).slice(0, MOST);
  }

  #render(): void {
    if (!this.#content) return;
    const choices = this.#choices();
    this.#current = Math.max(0, Math.min(choices.length - 1, this.#current));
    render(
      html`
        <input
          type="text"
          role="combobox"
          aria-expanded="true"
          aria-controls="parley-choices"
          aria-activedescendant=${choices.length > 0 ? `parley-choice-${this.#current}` : nothing}
          aria-label=${this.#content.title}
          placeholder=${this.#content.title}
          autocomplete="off"
          spellcheck="false"
          @input=${(event: Event) => this.#search(event)}
          @keydown=${(event: KeyboardEvent) => this.#keyed(event)}
        />
        <ul id="parley-choices" role="listbox" aria-label=${this.#content.title}>
          ${choices.map((choice, index) => this.#row(choice, index))}
        </ul>
        ${choices.length === 0 ? html`<p class="quiet" role="status">${strings.nothingFound}</p>` : nothing}
      `,
      this.element,
    );
  }

  #row(choice: Choice, index: number): TemplateResult {
    return html`<li id="parley-choice-${index}" role="option" aria-selected=${index === this.#current} @click=${() => this.#take(choice)}>
      <bdi>${choice.name}</bdi> ${choice.detail ? html`<span class="quiet">${choice.detail}</span>` : nothing}
      ${choice.key ? html`<kbd>${choice.key}</kbd>` : nothing}
    </li>`;
  }

  #search(event: Event): void {
    const field = event.currentTarget;
    if (!(field instanceof HTMLInputElement)) return;
    this.#typed = field.value;
    this.#current = 0;
    this.#render();
  }
}

/** Whether all words typed begin a word of the name. */
export function isCalled(name: string, typed: string): boolean {
  const words = name.toLowerCase().split(/[\s/(),“”-]+/u);
  return typed.toLowerCase().split(/\s+/u).filter((one) => one !== '').every((one) => words.some((word) => word.startsWith(one)));
}
