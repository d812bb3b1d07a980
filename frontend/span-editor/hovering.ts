/**
 * The name of the mark under the pointer, written over the text. One element for all marks: whatever changed in the text itself
 * would have its paragraph laid out and painted at every move of the mouse.
 */

/** Milliseconds for which a pointer rests on a mark until its name is shown: what it only passes over does not flicker. */
const REST = 80;

export class Hovering {
  readonly element = document.createElement('div');
  readonly #name = document.createElement('span');
  #mark: HTMLElement | undefined;
  #frame: number | undefined;
  #resting: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    this.element.className = 'hovered-name';
    // the mark has it as its description
    this.element.setAttribute('aria-hidden', 'true');
    this.element.style.visibility = 'hidden';
    this.element.append(this.#name);
  }

  /** @param target what the pointer is over */
  over(target: EventTarget | null): void {
    const mark = target instanceof Element ? (target.closest<HTMLElement>('.mark:not(.segment)') ?? undefined) : undefined;
    if (mark === this.#mark) return;
    this.#mark = mark;
    this.element.style.visibility = 'hidden';
    clearTimeout(this.#resting);
    this.#resting = mark && setTimeout(() => this.#show(), REST);
  }

  /** The text was drawn anew: the mark may have gone, or moved. Looked at once before the next frame, when all is drawn. */
  drawn(): void {
    if (!this.#mark) return;
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = undefined;
      if (!this.#mark?.isConnected) this.#mark = undefined;
      this.#show();
    });
  }

  #show(): void {
    const name = this.#nameToShow();
    const box = name === undefined ? undefined : this.#mark?.getClientRects()[0];
    const origin = this.element.parentElement?.getBoundingClientRect();
    const { style } = this.element;
    style.visibility = box ? 'visible' : 'hidden';
    if (!this.#mark || !box || !origin) return;
    const isRightToLeft = this.#mark.closest<HTMLElement>('.paragraph')?.dir === 'rtl';
    this.element.dir = isRightToLeft ? 'rtl' : 'ltr';
    this.#name.textContent = name ?? '';
    style.setProperty('--hue', this.#mark.style.getPropertyValue('--hue'));
    // moved so that nothing is laid out
    style.transform = `translate(${(isRightToLeft ? box.right : box.left) - origin.left}px, ${box.top - origin.top}px)`;
  }

  /** What stands out has its part written over it already. */
  #nameToShow(): string | undefined {
    return this.#mark?.dataset['litName'] === undefined ? this.#mark?.dataset['name'] : undefined;
  }
}
