/** What stands beside and over the text: a bracket for every claim, and the thread through the parts of the one in focus. */
import { lanes } from './lanes.js';
import type { PaintedMark } from './marks.js';
import type { Painter } from './painter.js';
import type { Span } from './protocol.js';
import type { SectionBlock } from './section-block.js';

const SVG = 'http://www.w3.org/2000/svg';
/** Brackets further out than this lie on each other. */
const DEEPEST = 5;

/** The claim in focus. */
export interface Thread {
  readonly id: string;
  /** Where its parts stand: who, with which words, what, to whom. */
  readonly parts: readonly Span[];
  /** Where it stands, and where what relations tie it to stands. */
  readonly place: Span;
  readonly tied: readonly Span[];
}

/** The brackets of one section, in the coordinates of the section. */
interface Group {
  readonly element: HTMLElement;
  /** What they were drawn for: drawn again only when it changes. */
  readonly claims: readonly PaintedMark[];
  readonly height: number;
  readonly width: number;
}

interface Stretch {
  readonly mark: PaintedMark;
  readonly key: string;
  readonly top: number;
  readonly bottom: number;
}

export class Margin {
  readonly #groups = new Map<SectionBlock, Group>();
  #thread: Thread | undefined;
  #svg: Element | undefined;
  #frame: number | undefined;

  /**
   * @param layer lies over the text and scrolls with it
   * @param claimsIn the contents of claims that reach into a section
   * @param label what a bracket is called
   */
  constructor(
    private readonly layer: HTMLElement,
    private readonly painter: Painter,
    private readonly claimsIn: (block: SectionBlock) => readonly PaintedMark[],
    private readonly label: (mark: PaintedMark) => string,
  ) {}

  close(): void {
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
  }

  /** Draws the thread through another claim, or none. */
  follow(thread: Thread | undefined): void {
    this.#thread = thread;
    this.schedule();
  }

  /** Draws before the next frame, once, however often it is asked. */
  schedule(): void {
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = undefined;
      this.#draw();
    });
  }

  #draw(): void {
    const built = this.painter.blocks.filter((block) => block.isBuilt && !block.isStale);
    for (const block of this.#groups.keys()) if (!block.isBuilt) this.#drop(block);
    // all measuring before any change, so that the page is laid out once
    const measured = built.map((block) => ({ block, top: block.element.offsetTop, group: this.#measure(block) }));
    const paths = this.#thread ? [...this.#pathThrough(this.#thread.parts), ...this.#bows(this.#thread)] : [];
    for (const { block, top, group } of measured) {
      if (group) {
        this.#drop(block);
        this.#groups.set(block, group);
        this.layer.append(group.element);
      }
      const element = this.#groups.get(block)?.element;
      if (element) element.style.top = `${top}px`;
    }
    this.#svg?.remove();
    this.#svg = paths.length === 0 ? undefined : svgOf(paths);
    if (this.#svg) this.layer.append(this.#svg);
    this.layer.querySelectorAll('.bracket.lit').forEach((bracket) => bracket.classList.remove('lit'));
    if (this.#thread) this.layer.querySelectorAll(`.bracket[data-id="${CSS.escape(this.#thread.id)}"]`).forEach((bracket) => bracket.classList.add('lit'));
  }

  #drop(block: SectionBlock): void {
    this.#groups.get(block)?.element.remove();
    this.#groups.delete(block);
  }

  /** The brackets of a section; undefined if they are as before. */
  #measure(block: SectionBlock): Group | undefined {
    const claims = this.claimsIn(block);
    const { offsetHeight: height, offsetWidth: width } = block.element;
    const before = this.#groups.get(block);
    const isSame = before?.height === height && before.width === width && before.claims.length === claims.length && before.claims.every((mark, index) => mark === claims[index]);
    if (isSame) return undefined;
    const origin = block.element.getBoundingClientRect().top;
    const stretches = claims.flatMap((mark) => mark.spans.flatMap((span) => this.#stretch(mark, span, block, origin)));
    const depths = lanes(stretches.map((one) => ({ key: one.key, spans: [{ start: one.top, end: one.bottom }] })));
    const element = document.createElement('div');
    element.className = 'bracket-group';
    element.append(...stretches.map((one) => this.#bracket(one, Math.min(DEEPEST, depths.get(one.key) ?? 0))));
    return { element, claims, height, width };
  }

  #stretch(mark: PaintedMark, span: Span, block: SectionBlock, origin: number): Stretch[] {
    const within = { start: Math.max(span.start, block.section.start), end: Math.min(span.end, block.section.end) };
    if (within.start >= within.end) return [];
    const lines = this.#lines(within);
    const first = lines[0];
    const last = lines.at(-1);
    return first && last ? [{ mark, key: `${mark.key}/${span.start}`, top: first.top - origin, bottom: last.bottom - origin }] : [];
  }

  #bracket({ mark, top, bottom }: Stretch, depth: number): HTMLElement {
    const bracket = document.createElement('button');
    bracket.className = 'bracket';
    bracket.type = 'button';
    bracket.tabIndex = -1;
    bracket.dataset['id'] = mark.id;
    bracket.setAttribute('aria-label', this.label(mark));
    bracket.style.cssText = `--depth:${depth};top:${top}px;height:${bottom - top}px`;
    return bracket;
  }

  #lines(span: Span): DOMRect[] {
    return [...(this.painter.rangeOf(span)?.getClientRects() ?? [])].filter((one) => one.width > 0);
  }

  #pathThrough(parts: readonly Span[]): string[] {
    if (parts.length < 2) return [];
    const origin = this.layer.getBoundingClientRect();
    const points = parts.flatMap((part) => {
      const line = this.#lines(part)[0];
      return line ? [{ x: line.left - origin.left, y: line.bottom - origin.top + 1 }] : [];
    });
    const path = points
      .map((point, index) => {
        const before = points[index - 1];
        if (!before) return `M${point.x} ${point.y}`;
        // a shallow bow under the words, so that it crosses as few letters as it can
        const low = Math.max(before.y, point.y) + 7;
        return `C${before.x} ${low} ${point.x} ${low} ${point.x} ${point.y}`;
      })
      .join(' ');
    return path === '' ? [] : [path];
  }

  /** Relations bow through the margin, outside the brackets. */
  #bows(thread: Thread): string[] {
    const top = this.layer.getBoundingClientRect().top;
    const heightOf = (span: Span): number | undefined => {
      const line = this.#lines(span)[0] ?? this.painter.blockAt(span.start)?.element.getBoundingClientRect();
      return line && line.top - top + 10;
    };
    const start = heightOf(thread.place);
    return thread.tied.flatMap((span) => {
      const end = heightOf(span);
      return start === undefined || end === undefined ? [] : [`M-22 ${start}C-46 ${start} -46 ${end} -22 ${end}m-6 -4l6 4l-6 4`];
    });
  }
}

function svgOf(paths: readonly string[]): Element {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', 'thread');
  svg.setAttribute('aria-hidden', 'true');
  for (const d of paths) {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', d);
    svg.append(path);
  }
  return svg;
}
