/** One section of the text in the page: plain words while it is far away, paragraphs with their marks when it is near. */
import type { DocumentText, Section } from './document-text.js';
import { lanes, nameLevels } from './lanes.js';
import type { Light, PaintedMark } from './marks.js';
import { type Drawn, ParagraphDrawing } from './paragraph-drawing.js';
import { lastAt, overlap } from './spans.js';

export interface DomPoint {
  readonly node: Node;
  readonly offset: number;
}

/** Characters a line, for guessing how high a section will be. */
const MEASURE = 72;

export class SectionBlock {
  readonly element = document.createElement('div');
  /** Near enough to be seen soon: it is drawn as soon as it is stale. */
  isNear = false;
  isStale = true;
  #lines: readonly ParagraphDrawing[] | undefined;

  constructor(
    readonly section: Section,
    private readonly text: DocumentText,
  ) {
    this.element.className = 'section';
    this.element.setAttribute('style', `--lines: ${linesOf(section)}`);
    this.strip();
  }

  get isBuilt(): boolean {
    return this.#lines !== undefined;
  }

  /** Back to plain words. */
  strip(): void {
    this.#lines = undefined;
    this.isStale = true;
    this.element.replaceChildren(this.text.slice(this.section));
  }

  /**
   * Draws the marks that reach into the section. Paragraphs that would look the same are left as they are.
   *
   * @param until as of `performance.now()`: stops then, perhaps halfway, and is still stale
   */
  paint(marks: readonly PaintedMark[], lights: ReadonlyMap<string, Light>, until = Number.POSITIVE_INFINITY): void {
    if (!this.#lines) this.#build();
    const drawn = this.#byLine(marks);
    for (const [index, line] of (this.#lines ?? []).entries()) {
      if (line.draw(drawn[index] ?? []) && lights.size > 0) line.light(lights);
      if (performance.now() > until) return;
    }
    this.isStale = false;
  }

  #build(): void {
    this.#lines = this.section.paragraphs.map((stretch, index) => new ParagraphDrawing(stretch, index, (piece) => this.text.slice(piece)));
    this.element.replaceChildren(...this.#lines.map((line) => line.element));
  }

  light(before: ReadonlyMap<string, Light>, now: ReadonlyMap<string, Light>): void {
    for (const line of this.#lines ?? []) {
      line.dim(before.keys());
      line.light(now);
    }
  }

  /** @param node inside this section's element, or the element itself */
  codePointAt(node: Node, offset: number): number {
    const origin = this.text.toUtf16(this.section.start);
    if (!this.#lines) return this.text.toCodePoint(origin + (node.nodeType === Node.TEXT_NODE ? offset : offset > 0 ? this.text.slice(this.section).length : 0));
    const element = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('.paragraph');
    const line = element && this.#lines[Number(element.dataset['line'])];
    // between two paragraphs: where the one behind begins
    if (!line) return this.#lines[offset]?.stretch.start ?? this.section.end;
    const range = document.createRange();
    range.setStart(line.element, 0);
    range.setEnd(node, offset);
    return this.text.toCodePoint(this.text.toUtf16(line.stretch.start) + range.toString().length);
  }

  pointAt(codePoint: number): DomPoint {
    const line = this.#lines?.[Math.max(0, lastAt(this.section.paragraphs, codePoint))];
    const element = line?.element ?? this.element;
    const { start, end } = line?.stretch ?? this.section;
    let rest = this.text.toUtf16(Math.max(start, Math.min(codePoint, end))) - this.text.toUtf16(start);
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const length = node.nodeValue?.length ?? 0;
      if (rest <= length) return { node, offset: rest };
      rest -= length;
    }
    return { node: element, offset: element.childNodes.length };
  }

  /** Which marks are drawn in each paragraph, and how far from the words. */
  #byLine(marks: readonly PaintedMark[]): Drawn[][] {
    const laneOf = lanes(marks.filter((mark) => mark.kind === 'mention' || mark.kind === 'content'));
    const levelOf = nameLevels(marks.filter((mark) => mark.kind === 'mention'));
    const result: Drawn[][] = [];
    const { paragraphs } = this.section;
    for (const mark of marks) {
      const drawn: Drawn = { mark, lane: laneOf.get(mark.key) ?? 0, level: levelOf.get(mark.key) ?? 0 };
      let last = -1;
      for (const span of mark.spans) {
        if (!overlap(span, this.section)) continue;
        for (let index = Math.max(last + 1, lastAt(paragraphs, span.start), 0); (paragraphs[index]?.start ?? span.end) < span.end; index++) {
          (result[index] ??= []).push(drawn);
          last = index;
        }
      }
    }
    return result;
  }
}

/** About as many as it will have: a guess, so that the scroll bar is right before anything was laid out. */
export function linesOf(section: Section): number {
  return section.paragraphs.reduce((sum, one) => sum + Math.max(1, Math.ceil(one.text.length / MEASURE)), 0);
}
