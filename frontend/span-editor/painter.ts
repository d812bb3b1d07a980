/** Draws an article and its marks, section by section, and finds the way between the DOM and positions in the text. */
import type { DocumentText, Section, Stretch } from './document-text.js';
import { lanes } from './lanes.js';
import type { Span } from './protocol.js';
import type { PointReader } from './selection.js';
import { overlap } from './spans.js';
import { type Mark, type Piece, weave } from './weave.js';

export interface PaintedMark extends Mark {
  /** Of the annotation it belongs to. */
  readonly id: string;
  readonly kind: 'mention' | 'content' | 'cue';
  /** 1 to 12. */
  readonly hue: number;
  readonly name: string;
  /** What is read out after the words. */
  readonly description: string;
  /** In a comparison: whose it is, as an initial, and whether the others have it otherwise. */
  readonly initial?: string;
  readonly differs?: boolean;
  /** Which version it is, from 0. */
  readonly version?: number;
}

/** How a mark stands out: as the focus itself, or as a part of the claim in focus. */
export interface Light {
  readonly role: string;
  /** Written at its start. */
  readonly name: string;
}

interface Block {
  readonly section: Section;
  readonly element: HTMLElement;
  /** Near enough to be seen soon; only then it has marks. */
  near: boolean;
  stale: boolean;
  readonly pieces: Map<string, HTMLElement[]>;
}

/** Sections this far outside the window already have their marks. */
const NEARNESS = '1200px 0px';
/** Painted with marks at once, without waiting to learn what is in view. */
const FIRST = 2;

export class Painter implements PointReader {
  readonly #blocks: Block[];
  readonly #watcher: IntersectionObserver;
  #lights: ReadonlyMap<string, Light> = new Map();

  /**
   * @param root takes the sections as children
   * @param marksIn the marks that reach into a stretch
   * @param painted called after sections were drawn
   */
  constructor(
    private readonly root: HTMLElement,
    private readonly text: DocumentText,
    sections: readonly Section[],
    private readonly marksIn: (span: Span) => readonly PaintedMark[],
    private readonly painted: () => void,
  ) {
    this.#blocks = sections.map((section, index) => this.#block(section, index < FIRST));
    this.root.replaceChildren(...this.#blocks.map((block) => block.element));
    this.#watcher = new IntersectionObserver((entries) => this.#seen(entries), { rootMargin: NEARNESS });
    this.#blocks.forEach((block) => this.#watcher.observe(block.element));
    this.flush();
  }

  close(): void {
    this.#watcher.disconnect();
  }

  /** Everything must be drawn again, what is in view at once. */
  touchAll(): void {
    this.#blocks.forEach((block) => (block.stale = true));
  }

  /** What reaches into these stretches must be drawn again. */
  touch(spans: readonly Span[]): void {
    for (const block of this.#blocks) {
      if (spans.some((span) => overlap(span, block.section))) block.stale = true;
    }
  }

  /** Draws what was touched and is near; the rest when it comes near. */
  flush(): void {
    const due = this.#blocks.filter((block) => block.stale && block.near);
    for (const block of due) this.#paint(block);
    if (due.length > 0) this.painted();
  }

  /** Lets marks stand out, by mark key; all others step back. */
  light(lights: ReadonlyMap<string, Light>): void {
    for (const block of this.#blocks) {
      for (const key of this.#lights.keys()) block.pieces.get(key)?.forEach((piece) => dim(piece));
    }
    this.#lights = lights;
    for (const block of this.#blocks) this.#lightUp(block);
  }

  isNear(span: Span): boolean {
    return this.#blocks.some((block) => block.near && overlap(block.section, span));
  }

  codePointAt(node: Node, offset: number): number | undefined {
    if (!this.root.contains(node)) return undefined;
    const paragraph = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('.paragraph');
    if (paragraph) return this.#inParagraph(paragraph, node, offset);
    // between paragraphs: where the child behind the point begins
    const child = node.childNodes[offset];
    if (child instanceof HTMLElement) {
      const first = child.matches('.paragraph') ? child : child.querySelector<HTMLElement>('.paragraph');
      return first ? Number(first.dataset['start']) : undefined;
    }
    const last = [...(node instanceof Element ? node.querySelectorAll<HTMLElement>('.paragraph') : [])].at(-1);
    return last ? Number(last.dataset['end']) : undefined;
  }

  /** The point of the DOM at a position; undefined where the text is not shown. */
  pointAt(codePoint: number): { node: Node; offset: number } | undefined {
    const block = this.#blocks.findLast((one) => one.section.start <= codePoint) ?? this.#blocks[0];
    if (!block) return undefined;
    const index = block.section.paragraphs.findLastIndex((one) => one.start <= codePoint);
    const paragraph = block.section.paragraphs[Math.max(0, index)];
    const element = block.element.children[Math.max(0, index)];
    if (!paragraph || !element) return undefined;
    let rest = this.text.toUtf16(Math.min(codePoint, paragraph.end)) - this.text.toUtf16(paragraph.start);
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const length = node.nodeValue?.length ?? 0;
      if (rest <= length) return { node, offset: rest };
      rest -= length;
    }
    return { node: element, offset: 0 };
  }

  rangeOf(span: Span): Range | undefined {
    const start = this.pointAt(span.start);
    const end = this.pointAt(span.end);
    if (!start || !end) return undefined;
    const range = document.createRange();
    range.setStart(start.node, start.offset);
    range.setEnd(end.node, end.offset);
    return range;
  }

  /** Elements of a mark, in reading order, as far as they are drawn. */
  piecesOf(key: string): HTMLElement[] {
    return this.#blocks.flatMap((block) => block.pieces.get(key) ?? []);
  }

  /** Makes sure that a stretch is drawn, whether it is in view or not. */
  prepare(span: Span): void {
    for (const block of this.#blocks) {
      if (overlap(block.section, span)) block.near = true;
    }
    this.flush();
  }

  #inParagraph(paragraph: HTMLElement, node: Node, offset: number): number {
    const range = document.createRange();
    range.setStart(paragraph, 0);
    range.setEnd(node, offset);
    return this.text.toCodePoint(this.text.toUtf16(Number(paragraph.dataset['start'])) + range.toString().length);
  }

  #seen(entries: readonly IntersectionObserverEntry[]): void {
    for (const entry of entries) {
      const block = this.#blocks.find((one) => one.element === entry.target);
      if (block && entry.isIntersecting) block.near = true;
    }
    this.flush();
  }

  #block(section: Section, near: boolean): Block {
    const element = document.createElement('div');
    element.className = 'section';
    // about 75 characters a line, so that the scroll bar is right before anything was laid out
    element.style.setProperty('--lines', String(Math.ceil(section.paragraphs.reduce((sum, one) => sum + Math.ceil(one.text.length / 75), 0))));
    element.append(...section.paragraphs.map((one) => paragraphElement(one, [document.createTextNode(one.text)])));
    return { section, element, near, stale: true, pieces: new Map() };
  }

  #paint(block: Block): void {
    const marks = this.marksIn(block.section);
    const laneOf = lanes(marks.filter((mark) => mark.kind !== 'cue'));
    block.pieces.clear();
    block.stale = false;
    block.element.replaceChildren(
      ...block.section.paragraphs.map((paragraph) => {
        const here = marks.filter((mark) => mark.spans.some((span) => overlap(span, paragraph)));
        const element = paragraphElement(
          paragraph,
          weave(paragraph, here).map((piece) => this.#piece(piece, laneOf, block)),
        );
        const deepest = Math.max(0, ...here.map((mark) => laneOf.get(mark.key) ?? 0));
        element.classList.toggle('marked', here.length > 0);
        if (deepest > 0) element.style.setProperty('--lanes', String(deepest));
        return element;
      }),
    );
    this.#lightUp(block);
  }

  #piece(piece: Piece<PaintedMark>, laneOf: ReadonlyMap<string, number>, block: Block): Node {
    if (!piece.mark) return document.createTextNode(this.text.slice(piece));
    const { mark } = piece;
    const element = document.createElement('span');
    element.className = `mark ${mark.kind}`;
    element.dataset['key'] = mark.key;
    element.dataset['id'] = mark.id;
    element.style.setProperty('--hue', `var(--parley-hue-${mark.hue})`);
    element.style.setProperty('--lane', String(laneOf.get(mark.key) ?? 0));
    if (mark.version !== undefined) element.style.setProperty('--version', String(mark.version));
    if (mark.kind === 'mention') {
      element.setAttribute('role', 'mark');
      element.setAttribute('aria-description', mark.description);
    }
    if (!piece.begun) element.dataset['name'] = mark.initial ? `${mark.initial} ${mark.name}` : mark.name;
    element.classList.toggle('begun', piece.begun);
    element.classList.toggle('open', piece.open);
    element.classList.toggle('differs', mark.differs === true);
    element.append(...piece.inner.map((inner) => this.#piece(inner, laneOf, block)));
    const pieces = block.pieces.get(mark.key);
    if (pieces) pieces.push(element);
    else block.pieces.set(mark.key, [element]);
    return element;
  }

  #lightUp(block: Block): void {
    for (const [key, light] of this.#lights) {
      block.pieces.get(key)?.forEach((piece, index) => {
        piece.dataset['lit'] = light.role;
        if (index === 0 && !piece.classList.contains('begun')) piece.dataset['litName'] = light.name;
      });
    }
  }
}

function dim(piece: HTMLElement): void {
  delete piece.dataset['lit'];
  delete piece.dataset['litName'];
}

function paragraphElement(paragraph: Stretch, content: readonly Node[]): HTMLElement {
  const element = document.createElement('div');
  element.className = 'paragraph';
  element.dir = 'auto';
  element.dataset['start'] = String(paragraph.start);
  element.dataset['end'] = String(paragraph.end);
  element.append(...content);
  return element;
}
