/** The whole article as a strip beside it: where marks are, where the versions differ, and what is in view. */
import type { DocumentText, Section } from './document-text.js';
import { whenIdle } from './idle.js';
import type { Speck } from './marks.js';
import type { Span } from './protocol.js';

/** In CSS pixels. */
const WIDTH = 16;
/** Sections drawn at a time: a few milliseconds, even where marks are dense. */
const SLICE = 32;

/** One pixel row of the strip: the hue of what stands there, 0 for nothing. */
interface Rows {
  readonly mentions: Uint8Array;
  readonly claims: Uint8Array;
  readonly differs: Uint8Array;
}

export class Minimap {
  readonly element = document.createElement('div');
  readonly #canvas = document.createElement('canvas');
  readonly #view = document.createElement('div');
  readonly #due = new Set<Section>();
  readonly #appearance = new MutationObserver(() => this.redraw());
  readonly #scheme = matchMedia('(prefers-color-scheme: dark)');
  #stop: (() => void) | undefined;
  #colours: readonly string[] = [];

  /**
   * @param specksIn what can be seen from afar of the marks that reach into a section
   * @param go to a position that somebody pointed at
   */
  constructor(
    private readonly text: DocumentText,
    private readonly sections: readonly Section[],
    private readonly specksIn: (section: Section) => readonly Speck[],
    go: (position: number) => void,
  ) {
    this.element.className = 'minimap';
    // everything it does, keys do better: Tab goes from mark to mark
    this.element.setAttribute('aria-hidden', 'true');
    this.#view.className = 'view';
    this.element.append(this.#canvas, this.#view);
    const point = (event: PointerEvent): void => {
      const box = this.element.getBoundingClientRect();
      const part = Math.max(0, Math.min(1, (event.clientY - box.top) / box.height));
      go(Math.round(this.#whole.start + part * (this.#whole.end - this.#whole.start)));
    };
    this.element.addEventListener('pointerdown', (event) => {
      event.preventDefault();
      this.element.setPointerCapture(event.pointerId);
      point(event);
    });
    this.element.addEventListener('pointermove', (event) => {
      if (this.element.hasPointerCapture(event.pointerId)) point(event);
    });
    this.#appearance.observe(document.documentElement, { attributes: true, attributeFilter: ['theme', 'class', 'style'] });
    this.#scheme.addEventListener('change', this.#recoloured);
  }

  close(): void {
    this.#appearance.disconnect();
    this.#scheme.removeEventListener('change', this.#recoloured);
    this.#stop?.();
  }

  /** Draws everything anew, soon. */
  redraw(): void {
    this.#colours = [];
    this.touch(this.sections);
  }

  /** What is in these sections has changed. Drawn when nothing more urgent is due. */
  touch(sections: readonly Section[]): void {
    sections.forEach((section) => this.#due.add(section));
    this.#stop ??= whenIdle(() => {
      this.#stop = undefined;
      this.#draw();
      if (this.#due.size > 0) this.touch([]);
    });
  }

  /** Shows which part of the text is in view. */
  follow(seen: Span): void {
    const { start, end } = this.#whole;
    const part = (position: number): number => ((position - start) / Math.max(1, end - start)) * 100;
    this.#view.style.cssText = `top:${part(seen.start)}%;height:${Math.max(1, part(seen.end) - part(seen.start))}%`;
  }

  get #whole(): Span {
    return { start: this.sections[0]?.start ?? 0, end: this.sections.at(-1)?.end ?? this.text.length };
  }

  readonly #recoloured = (): void => this.redraw();

  #draw(): void {
    const height = this.element.clientHeight;
    const context = this.#canvas.getContext('2d');
    if (height === 0 || !context) {
      this.#due.clear();
      return;
    }
    if (this.#canvas.height !== height || this.#canvas.width !== WIDTH) {
      this.#canvas.width = WIDTH;
      this.#canvas.height = height;
      this.sections.forEach((section) => this.#due.add(section));
    }
    if (this.#colours.length === 0) this.#colours = coloursOf(this.element);
    const whole = this.#whole;
    const rowOf = (position: number): number => Math.floor(((position - whole.start) / Math.max(1, whole.end - whole.start)) * height);
    // sections may share a row: a row is drawn with everything in it
    const rows = new Set<number>();
    const slice = [...this.#due].slice(0, SLICE);
    for (const section of slice) for (let row = rowOf(section.start); row <= Math.min(height - 1, rowOf(section.end)); row++) rows.add(row);
    const touched = this.sections.filter((section) => rows.has(rowOf(section.start)) || rows.has(rowOf(section.end)));
    for (const section of slice) this.#due.delete(section);
    const drawn = this.#rowsOf(touched, height, rowOf);
    for (const row of rows) this.#drawRow(context, row, drawn);
  }

  #rowsOf(sections: readonly Section[], height: number, rowOf: (position: number) => number): Rows {
    const rows: Rows = { mentions: new Uint8Array(height), claims: new Uint8Array(height), differs: new Uint8Array(height) };
    for (const section of sections) {
      for (const mark of this.specksIn(section)) {
        if (mark.kind === 'cue' || mark.kind === 'segment') continue;
        const into = mark.kind === 'mention' ? rows.mentions : rows.claims;
        for (const span of mark.spans) {
          into.fill(mark.hue, rowOf(span.start), rowOf(span.end) + 1);
          if (mark.differs) rows.differs.fill(1, rowOf(span.start), rowOf(span.end) + 1);
        }
      }
    }
    return rows;
  }

  /** Claims as a line on the left, mentions as a tick on the right, a difference across both. */
  #drawRow(context: CanvasRenderingContext2D, row: number, rows: Rows): void {
    context.clearRect(0, row, WIDTH, 1);
    const claim = rows.claims[row] ?? 0;
    const mention = rows.mentions[row] ?? 0;
    if (claim > 0) this.#fill(context, claim, 2, row, 3);
    if (mention > 0) this.#fill(context, mention, 7, row, 7);
    if (rows.differs[row]) this.#fill(context, 0, 0, row, WIDTH);
  }

  #fill(context: CanvasRenderingContext2D, colour: number, x: number, row: number, width: number): void {
    context.fillStyle = this.#colours[colour] ?? 'gray';
    context.fillRect(x, row, width, 1);
  }
}

/** The ink and the twelve hues as they are in the theme at hand. */
function coloursOf(element: HTMLElement): string[] {
  const probe = document.createElement('span');
  element.append(probe);
  const colours = ['--parley-ink', ...Array.from({ length: 12 }, (_, index) => `--parley-hue-${index + 1}`)].map((name) => {
    probe.style.color = `var(${name})`;
    return getComputedStyle(probe).color;
  });
  probe.remove();
  return colours;
}
