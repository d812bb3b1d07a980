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
  readonly top: number;
}

interface Stretch {
  readonly mark: PaintedMark;
  readonly key: string;
  readonly top: number;
  readonly bottom: number;
}

export class Margin {
  readonly #groups = new Map<SectionBlock, Group>();
  /** Sections that were drawn anew, and whose brackets were not yet. */
  readonly #due = new Set<SectionBlock>();
  #thread: Thread | undefined;
  #svg: Element | undefined;
  #lit: readonly Element[] = [];
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

  /** These sections were drawn anew or stripped. Nothing is measured if their claims stay; of what moves, the layout tells. */
  touch(blocks: readonly SectionBlock[]): void {
    const changed = blocks.filter((block) => !block.isBuilt || !sameMarks(this.#groups.get(block)?.claims, this.claimsIn(block)));
    changed.forEach((block) => this.#due.add(block));
    if (changed.length > 0 || this.#thread) this.schedule();
  }

  /** Draws before the next frame, once, however often it is asked. */
  schedule(): void {
    this.#frame ??= requestAnimationFrame(() => this.#draw());
  }

  /** The page was laid out and may have moved: draws at once, but for the first time, when the words come first. */
  laidOut(): void {
    if (this.#groups.size === 0) this.schedule();
    else this.#draw();
  }

  #draw(): void {
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#frame = undefined;
    for (const block of this.#groups.keys()) if (!block.isBuilt) this.#drop(block);
    // all measuring before any change, so that the page is laid out once
    const origin = this.layer.getBoundingClientRect();
    const near = [...this.painter.built].filter((block) => block.isNear && !block.isStale);
    const groups = near.map((block) => [block, this.#measure(block, origin.top)] as const);
    near.forEach((block) => this.#due.delete(block));
    const paths = this.#thread ? [...this.#pathThrough(this.#thread.parts, origin), ...this.#bows(this.#thread, origin.top)] : [];
    for (const [block, group] of groups) this.#put(block, group);
    this.#svg?.remove();
    this.#svg = paths.length === 0 ? undefined : svgOf(paths);
    if (this.#svg) this.layer.append(this.#svg);
    this.#light();
  }

  #put(block: SectionBlock, group: Group): void {
    const before = this.#groups.get(block);
    if (group === before) return;
    this.#groups.set(block, group);
    const isNew = group.element !== before?.element;
    // moved so that nothing is laid out
    if (isNew || group.top !== before?.top) group.element.style.translate = `0 ${group.top}px`;
    if (!isNew) return;
    before?.element.remove();
    this.layer.append(group.element);
  }

  #light(): void {
    const id = this.#thread?.id;
    if (id === undefined && this.#lit.length === 0) return;
    this.#lit.forEach((bracket) => bracket.classList.remove('lit'));
    this.#lit = id === undefined ? [] : [...this.layer.querySelectorAll(`.bracket[data-id="${CSS.escape(id)}"]`)];
    this.#lit.forEach((bracket) => bracket.classList.add('lit'));
  }

  #drop(block: SectionBlock): void {
    this.#groups.get(block)?.element.remove();
    this.#groups.delete(block);
  }

  /** The brackets of a section as they should be: those there are, if they need not change. */
  #measure(block: SectionBlock, origin: number): Group {
    const box = block.element.getBoundingClientRect();
    const { height, width } = box;
    const top = box.top - origin;
    const before = this.#groups.get(block);
    const isLaidOutAlike = before?.height === height && before.width === width;
    const claims = before && !this.#due.has(block) ? before.claims : this.claimsIn(block);
    if (isLaidOutAlike && sameMarks(before.claims, claims)) {
      return before.top === top ? before : { ...before, top };
    }
    const stretches = claims.flatMap((mark) => mark.spans.flatMap((span) => this.#stretch(mark, span, block, box.top)));
    const depths = lanes(stretches.map((one) => ({ key: one.key, spans: [{ start: one.top, end: one.bottom }] })));
    const element = document.createElement('div');
    element.className = 'bracket-group';
    element.append(...stretches.map((one) => this.#bracket(one, Math.min(DEEPEST, depths.get(one.key) ?? 0))));
    return { element, claims, height, width, top };
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

  #pathThrough(parts: readonly Span[], origin: DOMRect): string[] {
    if (parts.length < 2) return [];
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
  #bows(thread: Thread, top: number): string[] {
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

function sameMarks(before: readonly PaintedMark[] | undefined, now: readonly PaintedMark[]): boolean {
  return before?.length === now.length && before.every((mark, index) => mark === now[index]);
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
