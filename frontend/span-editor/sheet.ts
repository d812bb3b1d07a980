/** The article as it lies on the desk: its text with the marks, and the brackets beside it. The same for reading, marking and settling. */
import type { DocumentText, Section } from './document-text.js';
import { Margin } from './margin.js';
import { lightsOf, partsOf } from './marks.js';
import { Painter, type PaintedMark } from './painter.js';
import type { Claim, DocumentAnswer, Mention, Span } from './protocol.js';
import type { Scheme } from './scheme.js';
import { hull } from './spans.js';
import { strings } from './strings.js';
import { TextSurface, textElement } from './text-surface.js';

/** What is drawn, and whom to tell. */
export interface SheetContent {
  readonly about: DocumentAnswer;
  readonly text: DocumentText;
  readonly scheme: Scheme;
  /** What of the text is shown; all of it in most cases. */
  readonly sections: readonly Section[];
  marksIn(span: Span): readonly PaintedMark[];
  claims(): readonly Claim[];
  mention(id: string): Mention | undefined;
  /** Somebody pointed at the bracket of a claim. */
  picked(id: string): void;
}

export class Sheet {
  /** The scrolling area. */
  readonly element = document.createElement('div');
  readonly textArea: HTMLElement;
  readonly #surface: TextSurface;
  readonly #painter: Painter;
  readonly #margin: Margin;
  readonly #resized: ResizeObserver;
  readonly #leaving = new AbortController();
  #focus: Mention | Claim | undefined;

  constructor(private readonly content: SheetContent) {
    const { about, text, scheme, sections } = content;
    this.textArea = textElement(strings.textLabel(about.title), about.language);
    const brackets = document.createElement('div');
    brackets.className = 'brackets';
    const frame = document.createElement('div');
    frame.className = 'frame';
    frame.append(this.textArea, brackets);
    this.element.className = 'sheet';
    this.element.append(frame);
    this.#painter = new Painter(this.textArea, text, sections, (span) => content.marksIn(span), () => this.#margin?.schedule());
    this.#surface = new TextSurface(this.textArea, this.#painter);
    this.#margin = new Margin(
      brackets,
      this.#painter,
      () => content.claims(),
      () => this.#thread(),
      (claim) => `${scheme.claim?.name ?? strings.claim}: ${text.quote(claim.content)}`,
    );
    this.#resized = new ResizeObserver(() => this.#margin.schedule());
    this.#resized.observe(this.textArea);
    const { signal } = this.#leaving;
    this.textArea.addEventListener('copy', (event) => this.#surface.copy(event, (span) => text.slice(span)), { signal });
    // an input method may write all the same: what was written is drawn over
    this.textArea.addEventListener('input', () => this.redraw([{ start: 0, end: text.length }]), { signal });
    brackets.addEventListener('mousedown', (event) => event.preventDefault(), { signal });
    brackets.addEventListener('click', (event) => {
      const id = event.target instanceof HTMLElement ? event.target.dataset['id'] : undefined;
      if (id !== undefined) content.picked(id);
    }, { signal });
  }

  close(): void {
    this.#leaving.abort();
    this.#resized.disconnect();
    this.#painter.close();
    this.#margin.close();
  }

  /** As selected, in code points; `start === end` is a cursor. */
  selection(): Span | undefined {
    return this.#surface.selection();
  }

  /** Leaves a cursor at a position. */
  collapse(position: number): void {
    this.#surface.collapse(position);
  }

  reveal(span: Span): void {
    this.#surface.reveal(span);
  }

  /** What is drawn on these words has changed. */
  redraw(spans: readonly Span[]): void {
    this.#surface.keeping(() => {
      this.#painter.touch(spans);
      this.#painter.flush();
    });
    this.#margin.schedule();
  }

  /** Lets an annotation and its parts stand out; everything else steps back. */
  light(focus: Mention | Claim | undefined): void {
    this.#focus = focus;
    this.#painter.light(lightsOf(this.content.scheme, focus));
    this.#margin.schedule();
  }

  #thread(): { readonly id: string; readonly parts: readonly Span[] } | undefined {
    const focus = this.#focus;
    if (!focus || !('content' in focus)) return undefined;
    const parts = partsOf(focus, (id) => {
      const mention = this.content.mention(id);
      return mention && hull(mention.spans);
    });
    return { id: focus.id, parts };
  }
}
