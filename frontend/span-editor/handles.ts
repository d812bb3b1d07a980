/** Two handles on the mark in focus, to drag its borders with mouse, pen or finger. */
import type { DocumentText } from './document-text.js';
import { preview } from './previews.js';
import type { Span } from './protocol.js';
import { snappedBorder } from './reshaping.js';
import type { Sheet } from './sheet.js';
import { strings } from './strings.js';

type Border = 'start' | 'end';

export class Handles {
  readonly #layer = document.createElement('div');
  readonly #start: HTMLElement;
  readonly #end: HTMLElement;
  readonly #resized: ResizeObserver;
  readonly #leaving = new AbortController();
  #span: Span | undefined;
  #frame: number | undefined;

  /** @param put called when a border was let go at a position */
  constructor(
    private readonly sheet: Sheet,
    private readonly text: DocumentText,
    private readonly put: (border: Border, position: number) => void,
  ) {
    this.#layer.className = 'handles';
    this.#start = this.#handle('start');
    this.#end = this.#handle('end');
    this.#layer.append(this.#start, this.#end);
    this.sheet.textArea.after(this.#layer);
    this.#resized = new ResizeObserver(() => this.#schedule());
    this.#resized.observe(this.sheet.textArea);
    const { signal } = this.#leaving;
    // while words are being selected, a handle in the way must not catch the pointer
    this.sheet.textArea.addEventListener('pointerdown', () => this.#layer.classList.add('passive'), { signal });
    for (const type of ['pointerup', 'pointercancel']) window.addEventListener(type, () => this.#layer.classList.remove('passive'), { signal, capture: true });
  }

  close(): void {
    this.#leaving.abort();
    this.#resized.disconnect();
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    preview('parley-moving', []);
  }

  /** Shows the handles at both ends of some words, or nowhere. */
  show(span: Span | undefined): void {
    this.#span = span;
    this.#schedule();
  }

  /** Before the next frame, once, after everything else was drawn. */
  #schedule(): void {
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = undefined;
      this.#place();
    });
  }

  #place(): void {
    const rects = this.#span ? [...(this.sheet.rangeOf(this.#span)?.getClientRects() ?? [])].filter((one) => one.width > 0) : [];
    const first = rects[0];
    const last = rects.at(-1);
    this.#layer.hidden = !first || !last;
    if (!first || !last) return;
    const isRightToLeft = this.#isRightToLeft();
    const origin = this.#layer.getBoundingClientRect();
    put(this.#start, (isRightToLeft ? first.right : first.left) - origin.left, first.top - origin.top, first.height);
    put(this.#end, (isRightToLeft ? last.left : last.right) - origin.left, last.top - origin.top, last.height);
  }

  /** As the paragraph runs, whatever the script of single words. */
  #isRightToLeft(): boolean {
    const node = this.#span && this.sheet.rangeOf(this.#span)?.startContainer;
    const element = node instanceof Element ? node : node?.parentElement;
    return element !== null && element !== undefined && getComputedStyle(element).direction === 'rtl';
  }

  #handle(border: Border): HTMLElement {
    const handle = document.createElement('div');
    handle.className = `handle ${border}`;
    handle.title = border === 'start' ? strings.moveStart : strings.moveEnd;
    // what it does, keys do as well; a screen reader would only meet an unnamed thing in the text
    handle.setAttribute('aria-hidden', 'true');
    let position: number | undefined;
    handle.addEventListener('pointerdown', (event) => {
      event.preventDefault();
      handle.setPointerCapture(event.pointerId);
      position = undefined;
    });
    handle.addEventListener('pointermove', (event) => {
      if (!handle.hasPointerCapture(event.pointerId)) return;
      position = this.#positionUnder(event, border);
      if (position !== undefined && this.#span) preview('parley-moving', [this.sheet.rangeOf(withEnd(this.#span, border, position))]);
    });
    const done = (event: PointerEvent): void => {
      preview('parley-moving', []);
      if (event.type === 'pointerup' && position !== undefined) this.put(border, position);
      position = undefined;
    };
    handle.addEventListener('pointerup', done);
    handle.addEventListener('pointercancel', done);
    return handle;
  }

  /** On the border of a word; with Alt at any character. */
  #positionUnder(event: PointerEvent, border: Border): number | undefined {
    // the text under the handle is meant
    this.#layer.classList.add('passive');
    const caret = document.caretPositionFromPoint(event.clientX, event.clientY);
    this.#layer.classList.remove('passive');
    const position = caret && this.sheet.positionOf(caret.offsetNode, caret.offset);
    if (typeof position !== 'number' || !this.#span) return undefined;
    const at = event.altKey ? position : snappedBorder(this.text, border, position);
    return border === 'start' ? Math.min(at, this.#span.end - 1) : Math.max(at, this.#span.start + 1);
  }
}

function put(handle: HTMLElement, left: number, top: number, height: number): void {
  handle.style.transform = `translate(${left}px, ${top}px)`;
  handle.style.height = `${height}px`;
}

function withEnd(span: Span, border: Border, position: number): Span {
  return border === 'start' ? { start: position, end: span.end } : { start: span.start, end: position };
}
