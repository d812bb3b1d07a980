/** What stands beside and over the text: a bracket for every claim, and the thread through the parts of the one in focus. */
import { lanes } from './lanes.js';
import type { Painter } from './painter.js';
import type { Claim, Span } from './protocol.js';

const SVG = 'http://www.w3.org/2000/svg';

export class Margin {
  #frame: number | undefined;

  /**
   * @param layer lies over the text and scrolls with it
   * @param label what a bracket is called
   */
  constructor(
    private readonly layer: HTMLElement,
    private readonly painter: Painter,
    private readonly claims: () => readonly Claim[],
    private readonly focus: () => { readonly id: string; readonly parts: readonly Span[] } | undefined,
    private readonly label: (claim: Claim) => string,
  ) {}

  close(): void {
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
  }

  /** Draws before the next frame, once, however often it is asked. */
  schedule(): void {
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = undefined;
      this.#draw();
    });
  }

  #draw(): void {
    const origin = this.layer.getBoundingClientRect();
    const focus = this.focus();
    // all measuring before any change, so that the page is laid out once
    const stretches = this.claims().flatMap((claim) => claim.content.flatMap((span) => this.#stretch(claim, span)));
    const depth = lanes(stretches.map((one) => ({ key: one.key, spans: [{ start: one.top, end: one.bottom }] })));
    const drawn: Element[] = stretches.map((one) => {
      const bracket = document.createElement('button');
      bracket.className = 'bracket';
      bracket.type = 'button';
      bracket.tabIndex = -1;
      bracket.dataset['id'] = one.claim.id;
      bracket.setAttribute('aria-label', this.label(one.claim));
      bracket.classList.toggle('lit', one.claim.id === focus?.id);
      bracket.style.setProperty('--depth', String(Math.min(5, depth.get(one.key) ?? 0)));
      bracket.style.top = `${one.top - origin.top}px`;
      bracket.style.height = `${one.bottom - one.top}px`;
      return bracket;
    });
    if (focus && focus.parts.length > 1) drawn.push(this.#thread(focus.parts, origin));
    this.layer.replaceChildren(...drawn);
  }

  /** How far down a stretch of a claim reaches; nothing if it is far from view. */
  #stretch(claim: Claim, span: Span): { claim: Claim; key: string; top: number; bottom: number }[] {
    if (!this.painter.isNear(span)) return [];
    const lines = this.#lines(span);
    const first = lines[0];
    const last = lines.at(-1);
    return first && last ? [{ claim, key: `${claim.id}/${span.start}`, top: first.top, bottom: last.bottom }] : [];
  }

  #lines(span: Span): DOMRect[] {
    return [...(this.painter.rangeOf(span)?.getClientRects() ?? [])].filter((one) => one.width > 0);
  }

  #thread(parts: readonly Span[], origin: DOMRect): Element {
    const svg = document.createElementNS(SVG, 'svg');
    svg.setAttribute('class', 'thread');
    svg.setAttribute('aria-hidden', 'true');
    const path = document.createElementNS(SVG, 'path');
    const points = parts.flatMap((part) => {
      const line = this.#lines(part)[0];
      return line ? [{ x: line.left - origin.left, y: line.bottom - origin.top + 1 }] : [];
    });
    path.setAttribute(
      'd',
      points
        .map((point, index) => {
          const before = points[index - 1];
          if (!before) return `M${point.x} ${point.y}`;
          // a shallow bow under the words, so that it crosses as few letters as it can
          const low = Math.max(before.y, point.y) + 7;
          return `C${before.x} ${low} ${point.x} ${low} ${point.x} ${point.y}`;
        })
        .join(' '),
    );
    svg.append(path);
    return svg;
  }
}
