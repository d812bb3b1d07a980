/** Finding words in the text: a bar above it, and every hit lit up in the text without touching it. */
import { announce } from './announcing.js';
import type { DocumentText } from './document-text.js';
import { foldedText } from './names.js';
import type { Painter } from './painter.js';
import type { Span } from './protocol.js';
import { overlap } from './spans.js';
import { strings } from './strings.js';

const HITS = 'parley-hits';
const HIT = 'parley-hit';

export interface FindListener {
  /** A hit to look at; the cursor goes with it. */
  went(hit: Span): void;
  /** Back to reading. */
  closed(hit: Span | undefined): void;
}

export class FindBar {
  readonly element = document.createElement('div');
  readonly #words = document.createElement('input');
  readonly #count = document.createElement('span');
  #hits: readonly Span[] = [];
  #current = -1;

  constructor(
    private readonly text: DocumentText,
    private readonly painter: Painter,
    private readonly listener: FindListener,
  ) {
    this.element.className = 'find';
    this.element.setAttribute('role', 'search');
    this.element.hidden = true;
    this.#words.type = 'search';
    this.#words.setAttribute('aria-label', strings.find.words);
    this.#words.placeholder = strings.find.words;
    this.#count.className = 'count';
    this.element.append(
      this.#words,
      this.#count,
      button('↑', strings.find.previous, () => this.step(-1)),
      button('↓', strings.find.next, () => this.step(1)),
      button('×', strings.find.close, () => this.close()),
    );
    this.#words.addEventListener('input', () => this.#search());
    this.element.addEventListener('keydown', (event) => this.#keyed(event));
  }

  get isOpen(): boolean {
    return !this.element.hidden;
  }

  /** @param words to start with, such as what is selected */
  open(words: string): void {
    this.element.hidden = false;
    if (words !== '') this.#words.value = words;
    this.#words.focus();
    this.#words.select();
    this.#search();
  }

  close(): void {
    const hit = this.#hits[this.#current];
    this.leave();
    this.listener.closed(hit);
  }

  /** Takes its hits out of the text; says nothing to anybody. */
  leave(): void {
    this.element.hidden = true;
    this.#hits = [];
    this.#current = -1;
    this.draw();
  }

  step(direction: 1 | -1): void {
    const { length } = this.#hits;
    if (length === 0) return;
    this.#current = (this.#current + direction + length) % length;
    this.#tell();
    const hit = this.#hits[this.#current];
    if (hit) this.listener.went(hit);
    this.draw();
  }

  /** Lights up the hits near the window; their nodes change with every drawing. */
  draw(): void {
    if (typeof CSS === 'undefined' || !('highlights' in CSS)) return;
    CSS.highlights.delete(HITS);
    CSS.highlights.delete(HIT);
    if (this.#hits.length === 0) return;
    const near = this.painter.near.map((block) => block.section);
    const ranges = this.#hits.filter((hit) => near.some((section) => overlap(section, hit))).flatMap((hit) => this.painter.rangeOf(hit) ?? []);
    CSS.highlights.set(HITS, new Highlight(...ranges));
    const hit = this.#hits[this.#current];
    const current = hit && this.painter.rangeOf(hit);
    if (current) CSS.highlights.set(HIT, Object.assign(new Highlight(current), { priority: 1 }));
  }

  #search(): void {
    const from = this.#hits[this.#current]?.start ?? 0;
    this.#hits = foldedText(this.text).find(this.#words.value).map((one) => ({ start: this.text.toCodePoint(one.start), end: this.text.toCodePoint(one.end) }));
    const next = this.#hits.findIndex((hit) => hit.start >= from);
    this.#current = this.#hits.length === 0 ? -1 : Math.max(0, next);
    this.#tell();
    const hit = this.#hits[this.#current];
    if (hit) this.listener.went(hit);
    this.draw();
  }

  #tell(): void {
    const sentence = this.#words.value === '' ? '' : strings.find.count(this.#current + 1, this.#hits.length);
    this.#count.textContent = sentence;
    if (sentence !== '') announce(sentence);
  }

  #keyed(event: KeyboardEvent): void {
    if (event.key === 'Enter') this.step(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape') this.close();
    else if (event.key === 'ArrowDown') this.step(1);
    else if (event.key === 'ArrowUp') this.step(-1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}

function button(sign: string, label: string, pressed: () => void): HTMLElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = 'plain';
  element.textContent = sign;
  element.title = label;
  element.setAttribute('aria-label', label);
  element.addEventListener('click', pressed);
  return element;
}
