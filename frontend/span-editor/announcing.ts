/** Says things aloud: one polite live region for the whole page, which screen readers follow. */

let region: HTMLElement | undefined;

/** Puts the region in place. Screen readers only notice what changes in a region that was there before. */
export function prepareAnnouncing(): void {
  if (region?.isConnected) return;
  region = document.createElement('div');
  region.className = 'parley-read-aloud';
  region.setAttribute('aria-live', 'polite');
  document.body.append(region);
}

/** Says a sentence when the reader is next silent; the same sentence twice is said twice. */
export function announce(sentence: string): void {
  prepareAnnouncing();
  if (region) region.textContent = region.textContent === sentence ? `${sentence}\u00a0` : sentence;
}
