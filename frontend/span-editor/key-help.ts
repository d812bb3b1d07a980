/** All keys as they are at the moment, each of which can be changed. */
import { type TemplateResult, html, nothing, render } from 'lit';
import { KeyMap, type Clash } from './key-map.js';
import { type Action, BINDINGS, keyCaption, keyName } from './keys.js';
import type { Scheme } from './scheme.js';
import { strings } from './strings.js';

const MODIFIERS = ['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Tab'];

export class KeyHelp {
  readonly element = document.createElement('dialog');
  /** Waits for its new key. */
  #changing: Action | undefined;
  #clash = '';

  constructor(
    private readonly scheme: Scheme,
    private keys: KeyMap,
    private readonly changed: (keys: KeyMap) => void,
  ) {
    this.element.className = 'key-help';
    this.element.setAttribute('aria-label', strings.helpTitle);
    this.element.addEventListener('keydown', (event) => this.#keyed(event));
    this.element.addEventListener('cancel', (event) => {
      // Escape leaves the question first
      if (!this.#changing) return;
      event.preventDefault();
      this.#wait(undefined);
    });
  }

  get isOpen(): boolean {
    return this.element.open;
  }

  /** Keys that came from elsewhere. */
  use(keys: KeyMap): void {
    this.keys = keys;
    if (this.isOpen) this.#render();
  }

  open(): void {
    this.#wait(undefined);
    this.element.showModal();
  }

  #keyed(event: KeyboardEvent): void {
    event.stopPropagation();
    const action = this.#changing;
    if (!action || event.key === 'Escape' || MODIFIERS.includes(event.key)) return;
    event.preventDefault();
    const key = keyName(event);
    const clash = this.keys.clash(action, key, this.scheme);
    if (clash) {
      this.#clash = sentence(clash, keyCaption(key));
      this.#render();
    } else {
      this.#take(this.keys.with(action, key));
    }
  }

  #take(keys: KeyMap): void {
    this.keys = keys;
    this.changed(keys);
    this.#wait(undefined);
  }

  #wait(action: Action | undefined): void {
    this.#changing = action;
    this.#clash = '';
    this.#render();
  }

  #render(): void {
    const { claim, labels } = this.scheme;
    const parts = claim ? [...claim.roles, ...claim.attributes] : [];
    const given = [...labels.map((label) => ({ key: label.key ?? '', name: label.name })), ...(claim ? [{ key: claim.key, name: claim.name }] : [])];
    const isChanged = Object.keys(this.keys.own).length > 0;
    render(
      html`
        <header>
          <h2>${strings.helpTitle}</h2>
          <button type="button" class="plain" @click=${() => this.element.close()}>${strings.helpClose}<kbd>Esc</kbd></button>
        </header>
        <p class="quiet">${strings.helpText} ${strings.changeKeysText}</p>
        <p class="bad" role="alert">${this.#clash}</p>
        <div class="key-columns">
          ${column(strings.helpLabels, given)} ${column(strings.helpRoles, parts)}
          <section class="changeable">
            <h3>${strings.helpActions}</h3>
            <dl>${[...new Set(BINDINGS.map((binding) => binding.action))].map((action) => this.#row(action))}</dl>
            ${isChanged ? html`<button type="button" @click=${() => this.#take(new KeyMap())}>${strings.ownKeysBack}</button>` : nothing}
          </section>
        </div>
      `,
      this.element,
    );
  }

  #row(action: Action): TemplateResult {
    const isWaiting = this.#changing === action;
    return html`<div>
      <dt>
        <button type="button" class="plain" aria-label=${`${strings.actions[action]}: ${this.keys.keysOf(action).map(keyCaption).join(', ')}`} @click=${() => this.#wait(action)}>
          ${isWaiting ? strings.pressNewKey : this.keys.keysOf(action).map((key) => html`<kbd>${keyCaption(key)}</kbd>`)}
        </button>
      </dt>
      <dd>${strings.actions[action]}</dd>
    </div>`;
  }
}

function sentence(clash: Clash, key: string): string {
  switch (clash.kind) {
    case 'action':
      return strings.clash.action(key, strings.actions[clash.action]);
    case 'scheme':
      return strings.clash.scheme(key, clash.name);
    case 'reserved':
      return strings.clash.reserved(key);
  }
}

function column(title: string, rows: readonly { readonly key: string; readonly name: string }[]): TemplateResult {
  return html`
    <section>
      <h3>${title}</h3>
      <dl>${rows.filter((row) => row.key !== '').map((row) => html`<div><dt><kbd>${row.key}</kbd></dt><dd>${row.name}</dd></div>`)}</dl>
    </section>
  `;
}
