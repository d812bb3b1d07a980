/**
 * Some sections that the browser passes over together while they are far away. At every frame it looks at each element that
 * may come into view, and lays out each of its siblings; a long text has hundreds of sections, and some tens of bundles.
 */
import type { SectionBlock } from './section-block.js';

/** Sections in a bundle. */
const SIZE = 16;

export class Bundle {
  readonly element = document.createElement('div');

  constructor(readonly blocks: readonly SectionBlock[]) {
    this.element.className = 'bundle';
    this.element.style.setProperty('--lines', String(blocks.reduce((sum, block) => sum + block.lines, 0)));
    this.element.append(...blocks.map((block) => block.element));
  }
}

/** All sections in their order, bundled. */
export function bundled(blocks: readonly SectionBlock[]): Bundle[] {
  const bundles: Bundle[] = [];
  for (let index = 0; index < blocks.length; index += SIZE) bundles.push(new Bundle(blocks.slice(index, index + SIZE)));
  return bundles;
}
