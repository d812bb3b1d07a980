/** The article as it lies on the desk: its text with the marks, and the brackets beside it. The same for reading, marking and settling. */
import { Bookmark } from './bookmark.js';
import type { DocumentText, Section } from './document-text.js';
import { Elsewhere } from './elsewhere.js';
import { FindBar } from './find-bar.js';
import { Hovering } from './hovering.js';
import { whenIdle } from './idle.js';
import { Margin, type Thread } from './margin.js';
import { type PaintedMark, type Speck, type Tie, lightsOf, partsOf, segmentMarks } from './marks.js';
import { Minimap } from './minimap.js';
import { Painter } from './painter.js';
import type { Claim, DocumentAnswer, Mention, Span } from './protocol.js';
import { EasePanel } from './reading-ease.js';
import type { Scheme } from './scheme.js';
import type { SectionBlock } from './section-block.js';
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
  /** To be looked at among other words, not worked in: it takes no keys and has no tools. */
  readonly isStill?: boolean;
  /** The marks that reach into a section, by position. */
  marksIn(section: Section): readonly PaintedMark[];
  /** The same for whoever looks from afar, if that is less work. */
  specksIn?(section: Section): readonly Speck[];
  mention(id: string): Mention | undefined;
  /** Somebody pointed at the bracket of a claim. */
  picked(id: string): void;
  /** What relations tie an annotation to. */
  tiesOf?(id: string): readonly Tie[];
  titleOf?(document: string): Promise<string | undefined>;
  /** In words, what cannot be drawn in this text, the first few. */
  misfits?(): { readonly count: number; readonly some: string };
}

export class Sheet {
  readonly element = area('reading');
  /** What moves the text. */
  readonly scroller = area('sheet');
  readonly textArea: HTMLElement;
  readonly #surface: TextSurface;
  readonly #painter: Painter;
  readonly #margin: Margin;
  readonly #minimap: Minimap;
  readonly #find: FindBar;
  readonly #ease: EasePanel;
  readonly #bookmark: Bookmark;
  readonly #elsewhere: Elsewhere;
  readonly #hovering = new Hovering();
  readonly #note = document.createElement('p');
  readonly #resized: ResizeObserver;
  readonly #leaving = new AbortController();
  readonly #segments: readonly PaintedMark[];
  #lit: Mention | Claim | undefined;
  /** Something has changed since that may belong to what is lit. */
  #isLitAnew = false;
  #frame: number | undefined;

  constructor(private readonly content: SheetContent) {
    const { text, sections } = content;
    this.textArea = textElement(strings.textLabel(content.about.title), content.about.language);
    this.#segments = segmentMarks(content.about.segments);
    const brackets = area('brackets');
    const frame = area('frame');
    frame.append(this.textArea, brackets, this.#hovering.element);
    this.#note.className = 'misfits';
    this.#note.hidden = true;
    this.scroller.append(this.#note, frame);
    this.#painter = new Painter(this.textArea, this.scroller, text, sections, {
      marksIn: (section) => this.#marksIn(section),
      painted: (blocks) => this.#painted(blocks),
      returned: () => this.#margin.schedule(),
    });
    this.#surface = new TextSurface(this.textArea, this.scroller, this.#painter);
    const about = { documentId: content.about.id, text, sections, scroller: this.scroller, top: () => this.#inView().start };
    this.#bookmark = new Bookmark(this.#surface, about, this.#leaving.signal);
    this.#margin = new Margin(
      brackets,
      this.#painter,
      (block) => content.marksIn(block.section).filter((mark) => mark.kind === 'content'),
      (mark) => `${mark.description}: ${text.quote(mark.spans)}`,
    );
    this.#minimap = new Minimap(text, sections, (section) => content.specksIn?.(section) ?? content.marksIn(section), (position) => this.#surface.scrollTo(position));
    this.#find = new FindBar(text, this.#painter, {
      went: (hit) => this.#surface.reveal(hit),
      closed: (hit) => {
        if (hit) this.#surface.select(hit);
        this.textArea.focus({ preventScroll: true });
      },
    });
    this.#ease = new EasePanel(({ size, measure }) => {
      this.element.style.setProperty('--text-size', `${size}px`);
      this.element.style.setProperty('--measure', `${measure}em`);
    });
    this.#elsewhere = new Elsewhere((id) => content.titleOf?.(id) ?? Promise.resolve(undefined));
    this.element.append(...(content.isStill ? [this.scroller] : [this.#find.element, this.scroller, this.#minimap.element, this.#tools(), this.#elsewhere.element]));
    if (content.isStill) this.#hold();
    this.#minimap.redraw();
    this.#resized = new ResizeObserver(() => this.#laidOut());
    this.#resized.observe(this.textArea);
    this.#resized.observe(this.scroller);
    this.#leaving.signal.addEventListener('abort', whenIdle(() => this.#tellMisfits()));
    this.#listen(brackets);
  }

  close(): void {
    this.#leaving.abort();
    this.#resized.disconnect();
    this.#find.leave();
    this.#painter.close();
    this.#margin.close();
    this.#minimap.close();
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
  }

  /** As selected, in code points; `start === end` is a cursor. */
  selection(): Span | undefined {
    return this.#surface.selection();
  }

  /** The selection with the end that moves. */
  directed(): { readonly anchor: number; readonly head: number } | undefined {
    return this.#surface.directed();
  }

  /** @param head the end that moves on */
  move(anchor: number, head: number): void {
    this.#surface.move(anchor, head);
  }

  /** The place of some words on the screen, as far as they are drawn. */
  rangeOf(span: Span): Range | undefined {
    return this.#painter.rangeOf(span);
  }

  /** Leaves a cursor at a position. */
  collapse(position: number): void {
    this.#surface.collapse(position);
  }

  /** Selects words that are drawn. */
  select(span: Span): void {
    this.#surface.select(span);
  }

  reveal(span: Span): void {
    this.#bookmark.forget();
    this.#surface.reveal(span);
  }

  /** Where a point of the page lies in the text; undefined outside it. */
  positionOf(node: Node, offset: number): number | undefined {
    return this.#painter.codePointAt(node, offset);
  }

  /** What is drawn on these words has changed. */
  redraw(spans: readonly Span[]): void {
    this.#isLitAnew = true;
    this.#painter.touch(spans);
    this.#minimap.touch(this.content.sections.filter((section) => spans.some((span) => overlap(span, section))));
    this.#tellMisfits();
  }

  /** Lets an annotation and its parts stand out; everything else steps back. */
  light(focus: Mention | Claim | undefined): void {
    // asked for at every key press, and nearly always the same
    if (focus === this.#lit && !this.#isLitAnew) return;
    this.#lit = focus;
    this.#isLitAnew = false;
    const ties = focus ? (this.content.tiesOf?.(focus.id) ?? []) : [];
    this.#painter.light(lightsOf(this.content.scheme, focus, ties));
    this.#margin.follow(this.#threadOf(focus, ties));
    this.#elsewhere.show(ties);
    this.#hovering.drawn();
  }

  #listen(brackets: HTMLElement): void {
    const { text } = this.content;
    const { signal } = this.#leaving;
    this.textArea.addEventListener('copy', (event) => this.#surface.copy(event, (span) => text.slice(span)), { signal });
    // an input method may write all the same: what was written is drawn over
    this.textArea.addEventListener('input', () => this.#painter.restore(), { signal });
    // the ring around the sheet; a style sheet that asks for it with :has() is asked again at every change of the text
    for (const type of ['focus', 'blur']) {
      this.textArea.addEventListener(type, () => this.scroller.classList.toggle('focused', this.textArea.matches(':focus-visible')), { signal });
    }
    this.textArea.addEventListener('pointerover', (event) => this.#hovering.over(event.target), { signal });
    this.textArea.addEventListener('pointerleave', () => this.#hovering.over(null), { signal });
    brackets.addEventListener('mousedown', (event) => event.preventDefault(), { signal });
    brackets.addEventListener('click', (event) => {
      const id = event.target instanceof HTMLElement ? event.target.dataset['id'] : undefined;
      if (id !== undefined) this.content.picked(id);
    }, { signal });
    this.scroller.addEventListener('scroll', () => this.#scrolled(), { signal, passive: true });
    // from wherever one is on the page: the text is what there is to search
    if (!this.content.isStill) document.addEventListener('keydown', (event) => this.#keyed(event), { signal });
  }

  #keyed(event: KeyboardEvent): void {
    const isFind = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.code === 'KeyF';
    const isAgain = event.key === 'F3' && this.#find.isOpen;
    if (event.defaultPrevented || !(isFind || isAgain) || document.querySelector('dialog[open]')) return;
    event.preventDefault();
    if (isAgain) this.#find.step(event.shiftKey ? -1 : 1);
    else this.#openFind();
  }

  #openFind(): void {
    const selected = this.selection();
    const words = selected && selected.end - selected.start < 100 ? this.content.text.slice(selected) : '';
    this.#find.open(words.includes('\n') ? '' : words);
  }

  /** What is only looked at is no field. */
  #hold(): void {
    this.textArea.contentEditable = 'false';
    this.textArea.setAttribute('role', 'figure');
    ['tabindex', 'aria-multiline', 'aria-readonly', 'inputmode'].forEach((name) => this.textArea.removeAttribute(name));
    this.textArea.setAttribute('aria-label', this.content.about.title);
  }

  #tools(): HTMLElement {
    const tools = area('reading-tools');
    const find = document.createElement('button');
    find.type = 'button';
    find.className = 'plain';
    find.textContent = strings.find.open;
    find.title = strings.find.openHint;
    find.addEventListener('mousedown', (event) => event.preventDefault());
    find.addEventListener('click', () => this.#openFind());
    tools.append(find, this.#ease.element);
    return tools;
  }

  #laidOut(): void {
    this.#margin.laidOut();
    this.element.classList.toggle('fits', this.textArea.offsetHeight < this.scroller.clientHeight);
    this.#minimap.touch([]);
    this.#bookmark.laidOut();
    this.#scrolled();
  }

  #scrolled(): void {
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = undefined;
      this.#minimap.follow(this.#inView());
    });
  }

  #inView(): Span {
    const { top, bottom } = this.scroller.getBoundingClientRect();
    return { start: this.#painter.positionAtHeight(top), end: this.#painter.positionAtHeight(bottom) };
  }

  #painted(blocks: readonly SectionBlock[]): void {
    this.#margin?.touch(blocks);
    if (this.#find?.isOpen) this.#find.draw();
    this.#hovering.drawn();
  }

  #tellMisfits(): void {
    const misfits = this.content.misfits?.();
    this.#note.hidden = !misfits || misfits.count === 0;
    if (misfits && misfits.count > 0) this.#note.textContent = strings.misfits(misfits.count, misfits.some);
  }

  #marksIn(section: Section): readonly PaintedMark[] {
    const segments = this.#segments.filter((mark) => mark.spans.some((span) => overlap(span, section)));
    const marks = this.content.marksIn(section);
    return segments.length > 0 ? [...segments, ...marks] : marks;
  }

  #threadOf(focus: Mention | Claim | undefined, ties: readonly Tie[]): Thread | undefined {
    if (!focus) return undefined;
    const isClaim = 'content' in focus;
    const parts = isClaim
      ? partsOf(focus, (id) => {
          const mention = this.content.mention(id);
          return mention && hull(mention.spans);
        })
      : [];
    const words = isClaim ? [...focus.content, ...focus.cue] : focus.spans;
    return { id: focus.id, parts, place: words[0] ?? { start: 0, end: 0 }, tied: ties.flatMap((tie) => tie.place ?? []) };
  }
}

function area(name: string): HTMLElement {
  const element = document.createElement('div');
  element.className = name;
  return element;
}
