/**
 * Some sections that the browser passes over together while they are far away. At every frame it looks at each element that
 * may come into view, and lays out each of its siblings; a long text has hundreds of sections, and some tens of bundles.
 */
import type { DocumentText, Section } from './document-text.js';
import type { Span } from './protocol.js';
import { type DomPoint, SectionBlock, linesOf } from './section-block.js';

/** Sections in a bundle. */
const SIZE = 16;

export class Bundle {
  readonly element = document.createElement('div');
  readonly span: Span;
  /** None until it is opened: till then the bundle is nothing but its words. */
  #blocks: readonly SectionBlock[] = [];

  constructor(
    readonly sections: readonly Section[],
    private readonly text: DocumentText,
  ) {
    this.span = { start: sections[0]?.start ?? 0, end: sections.at(-1)?.end ?? 0 };
    this.element.className = 'bundle';
    this.element.style.setProperty('--lines', String(sections.reduce((sum, section) => sum + linesOf(section), 0)));
    this.element.textContent = text.slice(this.span);
  }

  /** Its sections, as soon as it has come near. */
  get blocks(): readonly SectionBlock[] {
    return this.#blocks;
  }

  /** Parts its words into sections. */
  open(): void {
    this.#blocks = this.sections.map((section) => new SectionBlock(section, this.text));
    this.element.replaceChildren(...this.#blocks.map((block) => block.element));
  }

  /** @param node the bundle's element, or its words while it is not open */
  codePointAt(node: Node, offset: number): number {
    if (node.nodeType === Node.TEXT_NODE) return this.text.toCodePoint(this.text.toUtf16(this.span.start) + offset);
    return this.sections[this.#blocks.length > 0 ? offset : offset * this.sections.length]?.start ?? this.span.end;
  }

  pointAt(codePoint: number): DomPoint {
    const block = this.blockAt(codePoint);
    if (block) return block.pointAt(codePoint);
    const { start, end } = this.span;
    const offset = this.text.toUtf16(Math.max(start, Math.min(codePoint, end))) - this.text.toUtf16(start);
    return { node: this.element.firstChild ?? this.element, offset };
  }

  /** The section at a position, if the bundle is open. */
  blockAt(codePoint: number): SectionBlock | undefined {
    return this.#blocks.findLast((block) => block.section.start <= codePoint) ?? this.#blocks[0];
  }
}

/** All sections in their order, bundled. */
export function bundled(sections: readonly Section[], text: DocumentText): Bundle[] {
  const bundles: Bundle[] = [];
  for (let index = 0; index < sections.length; index += SIZE) bundles.push(new Bundle(sections.slice(index, index + SIZE), text));
  return bundles;
}
