/** The text as something to read and select in, with a cursor, but never to change: what keys and pointer do natively stays native. */
import type { Painter } from './painter.js';
import type { Span } from './protocol.js';
import { directedSelectionIn, selectionIn } from './selection.js';

/** Makes an element that holds the text. Editable for the browser, so that it has a cursor; every change is refused. */
export function textElement(label: string, language: string | null | undefined): HTMLElement {
  const element = document.createElement('div');
  element.className = 'text';
  element.contentEditable = 'true';
  element.spellcheck = false;
  element.tabIndex = 0;
  element.setAttribute('role', 'textbox');
  element.setAttribute('aria-multiline', 'true');
  element.setAttribute('aria-readonly', 'true');
  element.setAttribute('aria-label', label);
  // no keyboard pops up on a tablet
  element.inputMode = 'none';
  element.translate = false;
  if (language) element.lang = language;
  for (const type of ['beforeinput', 'paste', 'cut', 'drop', 'dragstart']) element.addEventListener(type, (event) => event.preventDefault());
  return element;
}

/** What stays free above a line that was scrolled to, in CSS pixels. */
const ABOVE = 28;

export class TextSurface {
  constructor(
    readonly element: HTMLElement,
    private readonly scroller: HTMLElement,
    private readonly painter: Painter,
  ) {}

  selection(): Span | undefined {
    return selectionIn(this.painter, document.getSelection());
  }

  /** The selection with the end that moves. */
  directed(): { readonly anchor: number; readonly head: number } | undefined {
    return directedSelectionIn(this.painter, document.getSelection());
  }

  collapse(position: number): void {
    this.move(position, position);
  }

  /** Selects for somebody who goes on from there. @param head the end that moves on */
  move(anchor: number, head: number): void {
    const from = this.painter.pointAt(anchor);
    const to = this.painter.pointAt(head);
    if (from && to) document.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
    if (document.activeElement !== this.element) this.element.focus({ preventScroll: true });
  }

  /** Brings the beginning of a stretch into view, with some of what stands around it; nothing moves if it is there already. */
  reveal(span: Span): void {
    const box = this.#boxAt(span.start);
    if (!box) return;
    const view = this.scroller.getBoundingClientRect();
    if (box.top >= view.top + ABOVE && box.bottom <= view.bottom - ABOVE) return;
    const isFar = box.bottom < view.top || box.top > view.bottom;
    const wanted = isFar ? view.top + view.height / 3 : box.top < view.top + ABOVE ? view.top + ABOVE : view.bottom - ABOVE - box.height;
    this.scroller.scrollTop += box.top - wanted;
  }

  /** Brings a position to the top of the window. */
  scrollTo(position: number): void {
    const box = this.#boxAt(position);
    if (box) this.scroller.scrollTop += box.top - this.scroller.getBoundingClientRect().top - ABOVE;
  }

  /** The place of a character on the screen, drawn for the purpose if it has to be. */
  #boxAt(position: number): DOMRect | undefined {
    const character = { start: position, end: position + 1 };
    this.painter.prepare(character);
    return this.painter.rangeOf(character)?.getClientRects()[0] ?? elementOf(this.painter.pointAt(position)?.node)?.getBoundingClientRect();
  }

  /** Selects a stretch without taking the focus from where it is. */
  select(span: Span): void {
    const anchor = this.painter.pointAt(span.start);
    const head = this.painter.pointAt(span.end);
    if (anchor && head) document.getSelection()?.setBaseAndExtent(anchor.node, anchor.offset, head.node, head.offset);
  }

  /** Writes exactly the selected words, without label names or doubled line ends. Returns false if nothing is selected. */
  copy(event: ClipboardEvent, slice: (span: Span) => string): void {
    const span = this.selection();
    if (!span || span.start === span.end) return;
    event.clipboardData?.setData('text/plain', slice(span));
    event.preventDefault();
  }
}

function elementOf(node: Node | undefined): HTMLElement | null | undefined {
  return node instanceof HTMLElement ? node : node?.parentElement;
}
