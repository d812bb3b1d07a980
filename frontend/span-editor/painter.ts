/** Draws an article and its marks, section by section, and finds the way between the DOM and positions in the text. */
import { type Bundle, bundled } from './bundle.js';
import type { DocumentText, Section } from './document-text.js';
import type { Light, PaintedMark } from './marks.js';
import type { Span } from './protocol.js';
import { type DomPoint, type SectionBlock, linesOf } from './section-block.js';
import { type PointReader, directedSelectionIn } from './selection.js';
import { lastWhere, overlap } from './spans.js';

/** Sections this many pixels outside the window already have their marks. */
const NEARNESS = 1000;
/** Bundles this many pixels outside the window have their sections watched. */
const FARNESS = 3000;
/** Milliseconds of a frame for drawing what comes near; the browser then takes about four times as long to lay it out and paint it. */
const SLICE = 2;
/** Sections further than this from all that are near lose their marks again. */
const KEPT = 18;
/** Pixels that a line has at least. */
const LINE = 24;

export interface PainterListener {
  /** The marks that reach into a section, by position. */
  marksIn(section: Section): readonly PaintedMark[];
  /** These sections were drawn anew or stripped. */
  painted(blocks: readonly SectionBlock[]): void;
  /** Sections came near that had kept their marks. */
  returned(): void;
}

export class Painter implements PointReader {
  readonly #bundles: readonly Bundle[];
  readonly #bundleOf = new WeakMap<Element, Bundle>();
  readonly #blockOf = new WeakMap<Element, SectionBlock>();
  readonly #far: IntersectionObserver;
  readonly #near: IntersectionObserver;
  readonly #built = new Set<SectionBlock>();
  /** Came near without being in view: drawn a slice a frame, so that scrolling never waits for much. */
  readonly #coming = new Set<SectionBlock>();
  #frame: number | undefined;
  #lights: ReadonlyMap<string, Light> = new Map();

  /**
   * @param root takes the sections as children
   * @param scroller moves the text
   */
  constructor(
    private readonly root: HTMLElement,
    scroller: HTMLElement,
    private readonly text: DocumentText,
    sections: readonly Section[],
    private readonly listener: PainterListener,
  ) {
    this.#bundles = bundled(sections, text);
    this.root.replaceChildren(...this.#bundles.map((bundle) => bundle.element));
    this.#far = new IntersectionObserver((entries) => this.#approached(entries), { root: scroller, rootMargin: `${FARNESS}px 0px` });
    this.#near = new IntersectionObserver((entries) => this.#came(entries), { root: scroller, rootMargin: `${NEARNESS}px 0px` });
    for (const bundle of this.#bundles) {
      this.#bundleOf.set(bundle.element, bundle);
      this.#far.observe(bundle.element);
    }
    this.#paintBeginning();
  }

  /** What is in the window, or may soon be. */
  get near(): readonly SectionBlock[] {
    return this.#bundles.flatMap((bundle) => bundle.blocks.filter((block) => block.isNear));
  }

  /** What has its marks. */
  get built(): ReadonlySet<SectionBlock> {
    return this.#built;
  }

  close(): void {
    this.#far.disconnect();
    this.#near.disconnect();
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
  }

  /** What reaches into these stretches has changed: it is drawn again, where it is near; elsewhere when it comes near. */
  touch(spans: readonly Span[]): void {
    // what was never near is stale in any case
    const touched = new Set(spans.flatMap((span) => this.#reached(span)));
    touched.forEach((block) => (block.isStale = true));
    this.#paint([...touched].filter((block) => block.isNear));
  }

  /** Draws everything again from nothing: somebody else wrote into the text. */
  restore(): void {
    const built = [...this.#built];
    this.#keepingSelection(built, () => {
      built.forEach((block) => block.strip());
      this.#paint(built.filter((block) => block.isNear));
    });
  }

  /** Lets marks stand out, by mark key; all others step back. */
  light(lights: ReadonlyMap<string, Light>): void {
    if (lights.size === 0 && this.#lights.size === 0) return;
    for (const block of this.#built) block.light(this.#lights, lights);
    this.#lights = lights;
  }

  codePointAt(node: Node, offset: number): number | undefined {
    if (node === this.root) return this.#bundles[offset]?.span.start ?? this.#bundles.at(-1)?.span.end;
    const element = node instanceof Element ? node : node.parentElement;
    const section = element?.closest('.section');
    if (section) return this.#blockOf.get(section)?.codePointAt(node, offset);
    return element ? this.#bundleOf.get(element)?.codePointAt(node, offset) : undefined;
  }

  /** The point of the DOM at a position; undefined where there is no text. */
  pointAt(codePoint: number): DomPoint | undefined {
    return this.#bundleAt(codePoint)?.pointAt(codePoint);
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

  /** About where in the text a height of the window is, in its coordinates. */
  positionAtHeight(top: number): number {
    const under = <T extends { readonly element: Element }>(list: readonly T[]): T | undefined =>
      list[Math.max(0, lastWhere(list.length, (index) => (list[index]?.element.getBoundingClientRect().top ?? 0) <= top))];
    const bundle = under(this.#bundles);
    const block = under(bundle?.blocks ?? []);
    const [element, span] = block ? [block.element, block.section] : [bundle?.element, bundle?.span];
    if (!element || !span) return 0;
    const box = element.getBoundingClientRect();
    const part = (top - box.top) / Math.max(1, box.height);
    return Math.round(span.start + Math.max(0, Math.min(1, part)) * (span.end - span.start));
  }

  /** The section at a position, if it was ever near. */
  blockAt(codePoint: number): SectionBlock | undefined {
    return this.#bundleAt(codePoint)?.blockAt(codePoint);
  }

  /** Makes sure that a stretch is drawn, whether it is in view or not. */
  prepare(span: Span): void {
    const start = Math.max(0, Math.min(span.start, this.text.length - 1));
    const whole = { start, end: Math.max(span.end, start + 1) };
    for (const bundle of this.#bundles) if (overlap(bundle.span, whole)) this.#open(bundle);
    this.#paint(this.#reached(whole));
  }

  /** A window full is drawn at once, without waiting to learn what is in view. */
  #paintBeginning(): void {
    const [first] = this.#bundles;
    if (!first) return;
    this.#open(first);
    let lines = 0;
    for (const block of first.blocks) {
      if (lines * LINE > innerHeight) return;
      block.isNear = true;
      this.#paint([block], lines === 0 ? undefined : performance.now() + SLICE);
      lines += linesOf(block.section);
    }
  }

  #bundleAt(codePoint: number): Bundle | undefined {
    return this.#bundles[Math.max(0, lastWhere(this.#bundles.length, (index) => (this.#bundles[index]?.span.start ?? 0) <= codePoint))];
  }

  #open(bundle: Bundle): void {
    if (bundle.blocks.length > 0) return;
    this.#keepingSelection([bundle], () => bundle.open());
    for (const block of bundle.blocks) this.#blockOf.set(block.element, block);
  }

  /** The sections that a stretch reaches into, of those that were ever near. */
  #reached(span: Span): SectionBlock[] {
    return this.#bundles.flatMap((bundle) => (overlap(bundle.span, span) ? bundle.blocks.filter((block) => overlap(block.section, span)) : []));
  }

  /** Watches the sections of bundles that came, and lets go of those that went. */
  #approached(entries: readonly IntersectionObserverEntry[]): void {
    for (const entry of entries) {
      const bundle = this.#bundleOf.get(entry.target);
      if (bundle && entry.isIntersecting) this.#open(bundle);
      for (const block of bundle?.blocks ?? []) {
        if (entry.isIntersecting) this.#near.observe(block.element);
        else {
          this.#near.unobserve(block.element);
          this.#leave(block);
        }
      }
    }
    this.#stripFar();
  }

  #came(entries: readonly IntersectionObserverEntry[]): void {
    const seen: SectionBlock[] = [];
    let hasReturned = false;
    for (const entry of entries) {
      const block = this.#blockOf.get(entry.target);
      if (!block) continue;
      if (!entry.isIntersecting) this.#leave(block);
      else {
        block.isNear = true;
        if (!block.isStale) hasReturned = true;
        else if (isInView(entry)) seen.push(block);
        else this.#coming.add(block);
      }
    }
    if (hasReturned) this.listener.returned();
    this.#paint(seen);
    this.#paintComing();
    this.#stripFar();
  }

  #leave(block: SectionBlock): void {
    block.isNear = false;
    this.#coming.delete(block);
  }

  #paintComing(): void {
    if (this.#coming.size === 0) return;
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = undefined;
      const [next] = this.#coming;
      if (next) this.#paint([next], performance.now() + SLICE);
      this.#paintComing();
    });
  }

  #stripFar(): void {
    const near = this.near.map((block) => block.section.index);
    const first = Math.min(...near) - KEPT;
    const last = Math.max(...near) + KEPT;
    const selection = document.getSelection();
    const stripped = [...this.#built].filter((block) => {
      const { index } = block.section;
      const isHeld = (): boolean => selection !== null && selection.rangeCount > 0 && selection.getRangeAt(0).intersectsNode(block.element);
      return near.length > 0 && (index < first || index > last) && !isHeld();
    });
    for (const block of stripped) {
      block.strip();
      this.#built.delete(block);
    }
    if (stripped.length > 0) this.listener.painted(stripped);
  }

  #paint(blocks: readonly SectionBlock[], until?: number): void {
    const due = blocks.filter((block) => block.isStale);
    if (due.length === 0) return;
    this.#keepingSelection(due, () => {
      for (const block of due) {
        block.paint(this.listener.marksIn(block.section), this.#lights, until);
        this.#built.add(block);
        if (!block.isStale) this.#coming.delete(block);
      }
    });
    this.listener.painted(due);
  }

  /** Draws without losing what is selected: the nodes a selection stands in may be replaced. */
  #keepingSelection(drawn: readonly { readonly element: Element }[], draw: () => void): void {
    const selection = document.getSelection();
    const stands = (node: Node | null | undefined): boolean => node !== null && node !== undefined && drawn.some(({ element }) => element.contains(node));
    const selected = stands(selection?.anchorNode) || stands(selection?.focusNode) ? directedSelectionIn(this, selection) : undefined;
    draw();
    if (!selected) return;
    const anchor = this.pointAt(selected.anchor);
    const head = this.pointAt(selected.head);
    if (anchor && head) selection?.setBaseAndExtent(anchor.node, anchor.offset, head.node, head.offset);
  }
}

function isInView(entry: IntersectionObserverEntry): boolean {
  const { rootBounds, boundingClientRect: box } = entry;
  return rootBounds !== null && box.bottom >= rootBounds.top + NEARNESS && box.top <= rootBounds.bottom - NEARNESS;
}
