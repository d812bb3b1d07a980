/** The article as it lies on the desk: its text with the marks, and the brackets beside it. The same for reading, marking and settling. */
import type { DocumentText, Section } from './document-text.js';
import { Margin, type Thread } from './margin.js';
import { type PaintedMark, lightsOf, partsOf, segmentMarks } from './marks.js';
import { Painter } from './painter.js';
import type { Claim, DocumentAnswer, Mention, Span } from './protocol.js';
import type { Scheme } from './scheme.js';
import { hull, overlap } from './spans.js';
import { strings } from './strings.js';
import { TextSurface, textElement } from './text-surface.js';

/** What is drawn, and whom to tell. */
export interface SheetContent {
  readonly about: DocumentAnswer;
  readonly text: DocumentText;
  readonly scheme: Scheme;
  /** What of the text is shown; all of it in most cases. */
  readonly sections: readonly Section[];
  /** The marks that reach into a section, by position. */
  marksIn(section: Section): readonly PaintedMark[];
  mention(id: string): Mention | undefined;
  /** Somebody pointed at the bracket of a claim. */
  picked(id: string): void;
}

export class Sheet {
  readonly element = document.createElement('div');
  /** What moves the text. */
  readonly scroller = this.element;
  readonly textArea: HTMLElement;
  readonly #surface: TextSurface;
  readonly #painter: Painter;
  readonly #margin: Margin;
  readonly #resized: ResizeObserver;
  readonly #leaving = new AbortController();
  readonly #segments: readonly PaintedMark[];
  #hovered: Element | null | undefined;

  constructor(private readonly content: SheetContent) {
    const { about, text, sections } = content;
    this.textArea = textElement(strings.textLabel(about.title), about.language);
    this.#segments = segmentMarks(about.segments);
    const brackets = document.createElement('div');
    brackets.className = 'brackets';
    const frame = document.createElement('div');
    frame.className = 'frame';
    frame.append(this.textArea, brackets);
    this.element.className = 'sheet';
    this.element.append(frame);
    this.#painter = new Painter(this.textArea, this.element, text, sections, {
      marksIn: (section) => this.#marksIn(section),
      painted: () => this.#margin?.schedule(),
    });
    this.#surface = new TextSurface(this.textArea, this.element, this.#painter);
    this.#margin = new Margin(
      brackets,
      this.#painter,
      (block) => content.marksIn(block.section).filter((mark) => mark.kind === 'content'),
      (mark) => `${mark.description}: ${text.quote(mark.spans)}`,
    );
    this.#margin.schedule();
    this.#resized = new ResizeObserver(() => this.#margin.schedule());
    this.#resized.observe(this.textArea);
    this.#listen(brackets);
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

  /** Where a point of the page lies in the text; undefined outside it. */
  positionOf(node: Node, offset: number): number | undefined {
    return this.#painter.codePointAt(node, offset);
  }

  /** What is drawn on these words has changed. */
  redraw(spans: readonly Span[]): void {
    this.#surface.keeping(() => this.#painter.touch(spans));
  }

  /** Lets an annotation and its parts stand out; everything else steps back. */
  light(focus: Mention | Claim | undefined): void {
    this.#painter.light(lightsOf(this.content.scheme, focus));
    this.#margin.follow(this.#threadOf(focus));
  }

  #listen(brackets: HTMLElement): void {
    const { text } = this.content;
    const { signal } = this.#leaving;
    this.textArea.addEventListener('copy', (event) => this.#surface.copy(event, (span) => text.slice(span)), { signal });
    // an input method may write all the same: what was written is drawn over
    this.textArea.addEventListener('input', () => this.#surface.keeping(() => this.#painter.restore()), { signal });
    this.textArea.addEventListener('pointerover', (event) => this.#hover(event.target), { signal });
    this.textArea.addEventListener('pointerleave', () => this.#hover(null), { signal });
    brackets.addEventListener('mousedown', (event) => event.preventDefault(), { signal });
    brackets.addEventListener('click', (event) => {
      const id = event.target instanceof HTMLElement ? event.target.dataset['id'] : undefined;
      if (id !== undefined) this.content.picked(id);
    }, { signal });
  }

  /** The innermost mark under the pointer shows its name. */
  #hover(target: EventTarget | null): void {
    const mark = target instanceof Element ? target.closest('.mark') : null;
    if (mark === this.#hovered) return;
    this.#hovered?.classList.remove('hovered');
    mark?.classList.add('hovered');
    this.#hovered = mark;
  }

  #marksIn(section: Section): readonly PaintedMark[] {
    const segments = this.#segments.filter((mark) => mark.spans.some((span) => overlap(span, section)));
    const marks = this.content.marksIn(section);
    return segments.length > 0 ? [...segments, ...marks] : marks;
  }

  #threadOf(focus: Mention | Claim | undefined): Thread | undefined {
    if (!focus || !('content' in focus)) return undefined;
    const parts = partsOf(focus, (id) => {
      const mention = this.content.mention(id);
      return mention && hull(mention.spans);
    });
    return { id: focus.id, parts };
  }
}
