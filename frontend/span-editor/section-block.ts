/** One section of the text in the page: plain words while it is far away, paragraphs with their marks when it is near. */
import { bits } from './direction.js';
import type { DocumentText, Section, Stretch } from './document-text.js';
import { lanes, nameLevels } from './lanes.js';
import type { Light, PaintedMark } from './marks.js';
import type { Span } from './protocol.js';
import { lastAt, overlap } from './spans.js';
import { type Piece, weave } from './weave.js';

/** A mark with the height at which its line and its name are drawn. */
interface Drawn {
  readonly mark: PaintedMark;
  readonly lane: number;
  readonly level: number;
}

/** A paragraph as it was drawn last. */
interface Line {
  readonly stretch: Stretch;
  readonly element: HTMLElement;
  drawn: readonly Drawn[];
  readonly pieces: Map<string, HTMLElement[]>;
}

export interface DomPoint {
  readonly node: Node;
  readonly offset: number;
}

/** Lines further down than this share the last lane, and names further up are only written on demand: two hundred marks on one word stay readable. */
const LAST_LANE = 7;
const LAST_LEVEL = 3;
/** Characters a line, for guessing how high a section will be. */
const MEASURE = 72;

export class SectionBlock {
  readonly element = document.createElement('div');
  /** Near enough to be seen soon; only then it has marks. */
  isNear = false;
  isStale = true;
  #lines: readonly Line[] | undefined;

  constructor(
    readonly section: Section,
    private readonly text: DocumentText,
  ) {
    this.element.className = 'section';
    // a guess, so that the scroll bar is right before anything was laid out
    const lines = section.paragraphs.reduce((sum, one) => sum + Math.max(1, Math.ceil(one.text.length / MEASURE)), 0);
    this.element.style.setProperty('--lines', String(lines));
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

  /** Draws the marks that reach into the section. Paragraphs that would look the same are left as they are. */
  paint(marks: readonly PaintedMark[], lights: ReadonlyMap<string, Light>): void {
    this.isStale = false;
    const lines = this.#lines ?? this.section.paragraphs.map(lineOf);
    const drawn = this.#byLine(marks);
    lines.forEach((line, index) => {
      const now = drawn[index] ?? [];
      if (this.#lines && sameDrawing(line.drawn, now)) return;
      this.#draw(line, now);
      if (lights.size > 0) lightUp(line, lights);
    });
    if (this.#lines) return;
    this.#lines = lines;
    this.element.replaceChildren(...lines.map((line) => line.element));
  }

  light(before: ReadonlyMap<string, Light>, now: ReadonlyMap<string, Light>): void {
    for (const line of this.#lines ?? []) {
      for (const key of before.keys()) line.pieces.get(key)?.forEach(dim);
      if (now.size > 0) lightUp(line, now);
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

  #draw(line: Line, drawn: readonly Drawn[]): void {
    const { element, stretch } = line;
    line.drawn = drawn;
    line.pieces.clear();
    const heights = new Map(drawn.map((one) => [one.mark, one]));
    const pieces = weave(stretch, drawn.map((one) => one.mark));
    element.replaceChildren(...pieces.flatMap((piece) => this.#piece(piece, heights, line.pieces)));
    element.classList.toggle('marked', drawn.length > 0);
    element.style.cssText = drawn.length === 0 ? '' : `--lanes:${Math.min(LAST_LANE, highest(drawn, 'lane'))};--levels:${Math.min(LAST_LEVEL, highest(drawn, 'level'))}`;
  }

  #piece(piece: Piece<PaintedMark>, heights: ReadonlyMap<PaintedMark, Drawn>, pieces: Map<string, HTMLElement[]>): (Node | string)[] {
    if (!piece.mark) return this.#words(piece);
    const { mark } = piece;
    const { lane = 0, level = 0 } = heights.get(mark) ?? {};
    const element = document.createElement('span');
    element.className = `mark ${mark.kind}${piece.begun ? ' begun' : ''}${piece.open ? ' open' : ''}${mark.differs ? ' differs' : ''}${mark.isUnknown ? ' unknown' : ''}${lane > LAST_LANE ? ' deep' : ''}`;
    element.style.cssText = `--hue:var(--parley-hue-${mark.hue});--lane:${Math.min(lane, LAST_LANE)};--level:${level}${mark.version === undefined ? '' : `;--version:${mark.version}`}`;
    element.dataset['key'] = mark.key;
    element.dataset['id'] = mark.id;
    element.setAttribute('role', 'mark');
    element.setAttribute('aria-description', mark.description);
    if (!piece.begun) {
      element.dataset['name'] = mark.initial ? `${mark.initial} ${mark.name}` : mark.name;
      if (level > LAST_LEVEL) element.classList.add('crowded');
    }
    element.append(...piece.inner.flatMap((inner) => this.#piece(inner, heights, pieces)));
    const others = pieces.get(mark.key);
    if (others) others.push(element);
    else pieces.set(mark.key, [element]);
    return [element];
  }

  #words(span: Span): (Node | string)[] {
    return bits(this.text.slice(span)).map(({ text, unseen }) => {
      if (!unseen) return text;
      const element = document.createElement('span');
      // isolated, a turning character has nothing left to turn
      element.className = unseen.turns ? 'unseen turning' : 'unseen';
      element.dataset['unseen'] = unseen.name;
      element.append(text);
      return element;
    });
  }
}

function lineOf(stretch: Stretch, index: number): Line {
  const element = document.createElement('div');
  element.className = 'paragraph';
  element.dir = stretch.direction;
  element.dataset['line'] = String(index);
  return { stretch, element, drawn: [], pieces: new Map() };
}

function highest(drawn: readonly Drawn[], what: 'lane' | 'level'): number {
  return drawn.reduce((most, one) => Math.max(most, one[what]), 0);
}

function sameDrawing(before: readonly Drawn[], now: readonly Drawn[]): boolean {
  return before.length === now.length && before.every((one, index) => one.mark === now[index]?.mark && one.lane === now[index]?.lane && one.level === now[index]?.level);
}

function lightUp(line: Line, lights: ReadonlyMap<string, Light>): void {
  for (const [key, light] of lights) {
    line.pieces.get(key)?.forEach((piece, index) => {
      piece.dataset['lit'] = light.role;
      if (index === 0 && !piece.classList.contains('begun')) piece.dataset['litName'] = light.name;
    });
  }
}

function dim(piece: HTMLElement): void {
  delete piece.dataset['lit'];
  delete piece.dataset['litName'];
}
