/** How somebody likes to read: the size of the text and the length of its lines. This browser remembers it. */
import { announce } from './announcing.js';
import { strings } from './strings.js';

export interface Ease {
  /** Of the text, in CSS pixels. */
  readonly size: number;
  /** Of a line, in ems: two of them are about four or five letters. */
  readonly measure: number;
}

export const USUAL: Ease = { size: 18, measure: 36 };
const SIZES = { least: 14, most: 32, step: 1 };
const MEASURES = { least: 24, most: 64, step: 4 };
const KEY = 'parley-editor-ease';

/** Within bounds, whatever was stored. */
export function easeFrom(json: string | null): Ease {
  try {
    const stored: Partial<Ease> | null = JSON.parse(json ?? 'null');
    return { size: within(stored?.size ?? USUAL.size, SIZES, USUAL.size), measure: within(stored?.measure ?? USUAL.measure, MEASURES, USUAL.measure) };
  } catch {
    return USUAL;
  }
}

function within(value: number, bounds: { readonly least: number; readonly most: number }, usual: number): number {
  return Number.isFinite(value) ? Math.max(bounds.least, Math.min(bounds.most, value)) : usual;
}

/** The button with the panel it opens. */
export class EasePanel {
  readonly element = document.createElement('div');
  readonly #button = document.createElement('button');
  readonly #panel = document.createElement('div');
  #ease: Ease;
  #isOpen = false;

  /** @param changed is told at once, and at every change */
  constructor(private readonly changed: (ease: Ease) => void) {
    this.#ease = easeFrom(stored());
    this.#button.type = 'button';
    this.#button.className = 'plain';
    this.#button.textContent = 'Aa';
    this.#button.title = strings.ease.title;
    this.#button.setAttribute('aria-label', strings.ease.title);
    this.#button.addEventListener('click', () => this.#show(!this.#isOpen));
    this.#panel.className = 'ease';
    this.#panel.setAttribute('role', 'group');
    this.#panel.setAttribute('aria-label', strings.ease.title);
    this.#panel.append(
      this.#row(strings.ease.size, () => this.#change('size', -SIZES.step), () => this.#change('size', SIZES.step)),
      this.#row(strings.ease.measure, () => this.#change('measure', -MEASURES.step), () => this.#change('measure', MEASURES.step)),
      stepButton(strings.ease.usual, strings.ease.usual, () => this.#set(USUAL)),
    );
    this.element.append(this.#button, this.#panel);
    this.element.addEventListener('keydown', (event) => this.#keyed(event));
    this.element.addEventListener('focusout', (event) => {
      if (!(event.relatedTarget instanceof Node && this.element.contains(event.relatedTarget))) this.#show(false);
    });
    this.#show(false);
    changed(this.#ease);
  }

  #show(isOpen: boolean): void {
    this.#isOpen = isOpen;
    this.#panel.hidden = !isOpen;
    this.#button.setAttribute('aria-expanded', String(isOpen));
  }

  #keyed(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.#isOpen) return;
    event.preventDefault();
    event.stopPropagation();
    this.#show(false);
    this.#button.focus();
  }

  #row(name: string, less: () => void, more: () => void): HTMLElement {
    const row = document.createElement('div');
    row.append(name, stepButton('−', strings.ease.less(name), less), stepButton('+', strings.ease.more(name), more));
    return row;
  }

  #change(what: keyof Ease, by: number): void {
    this.#set(easeFrom(JSON.stringify({ ...this.#ease, [what]: this.#ease[what] + by })));
  }

  #set(ease: Ease): void {
    this.#ease = ease;
    try {
      localStorage.setItem(KEY, JSON.stringify(ease));
    } catch {
      // remembered for this page only
    }
    announce(strings.ease.now(ease.size, ease.measure));
    this.changed(ease);
  }
}

function stored(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function stepButton(sign: string, label: string, pressed: () => void): HTMLElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.textContent = sign;
  element.setAttribute('aria-label', label);
  element.addEventListener('click', pressed);
  return element;
}
