/** Opens an article where it was left, and goes to its beginning and its end by key. */
import type { DocumentText, Section } from './document-text.js';
import { rememberPlace, rememberedPlace } from './reading-place.js';
import type { TextSurface } from './text-surface.js';

export interface Bookmarked {
  readonly documentId: string;
  readonly text: DocumentText;
  readonly sections: readonly Section[];
  readonly scroller: HTMLElement;
  /** The position at the upper border of the window. */
  top(): number;
}

export class Bookmark {
  #isPlaced = false;
  /** Where the cursor belongs when the text is first entered by keyboard. */
  #place: number | undefined;

  constructor(
    private readonly surface: TextSurface,
    private readonly about: Bookmarked,
    signal: AbortSignal,
  ) {
    const { element } = surface;
    element.addEventListener('focus', () => this.#enter(), { signal });
    element.addEventListener('pointerdown', () => (this.#place = undefined), { signal });
    element.addEventListener('keydown', (event) => this.#jump(event), { signal });
    about.scroller.addEventListener('scrollend', () => this.#remember(), { signal });
  }

  /** The text has its size: it can be scrolled. */
  laidOut(): void {
    if (this.#isPlaced || this.about.scroller.clientHeight === 0) return;
    this.#isPlaced = true;
    const { documentId, text, sections } = this.about;
    const place = rememberedPlace(documentId);
    // an excerpt begins where it begins
    if (place === 0 || sections.length < text.sections.length) return;
    this.#place = Math.min(place, text.length);
    this.surface.scrollTo(this.#place);
  }

  /** Somebody was brought elsewhere, so that the place of the last time no longer matters. */
  forget(): void {
    this.#isPlaced = true;
    this.#place = undefined;
  }

  #remember(): void {
    const { documentId, text, sections, scroller } = this.about;
    if (this.#isPlaced && sections.length === text.sections.length) rememberPlace(documentId, scroller.scrollTop > 0 ? this.about.top() : 0);
  }

  /** Goes on reading where it was left, instead of at the beginning, where the browser would put the cursor. */
  #enter(): void {
    const place = this.#place;
    this.#place = undefined;
    if (place === undefined) return;
    this.surface.move(place, place);
    requestAnimationFrame(() => this.surface.scrollTo(place));
  }

  /** To the beginning and the end: the browser's own way stops at the border of what it has not laid out. */
  #jump(event: KeyboardEvent): void {
    const isEnd = event.key === 'End' || (event.metaKey && event.key === 'ArrowDown');
    const isHome = event.key === 'Home' || (event.metaKey && event.key === 'ArrowUp');
    if (event.defaultPrevented || !(event.ctrlKey || event.metaKey) || event.altKey || !(isEnd || isHome)) return;
    event.preventDefault();
    const { sections } = this.about;
    const head = isEnd ? (sections.at(-1)?.end ?? 0) : (sections[0]?.start ?? 0);
    this.surface.reveal({ start: head, end: head });
    this.surface.move(event.shiftKey ? (this.surface.directed()?.anchor ?? head) : head, head);
  }
}
