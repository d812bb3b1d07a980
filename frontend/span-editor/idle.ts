/** Milliseconds after which work is done even if there was always something more urgent. */
const PATIENCE = 1000;

/**
 * Does work when nothing more urgent is due.
 *
 * @returns what calls it off
 */
export function whenIdle(work: () => void): () => void {
  if ('requestIdleCallback' in window) {
    const handle = requestIdleCallback(work, { timeout: PATIENCE });
    return () => cancelIdleCallback(handle);
  }
  const timer = setTimeout(work, 50);
  return () => clearTimeout(timer);
}

/** Milliseconds that a slice of work takes, so that what is more urgent waits for less than a frame. */
const SLICE = 5;

/**
 * Does long work slice by slice when nothing more urgent is due.
 *
 * @param steps each a small part of the work
 * @returns what calls it off
 */
export function inIdleSlices(steps: Iterator<void>): () => void {
  let cancel = whenIdle(slice);
  function slice(): void {
    const end = performance.now() + SLICE;
    while (performance.now() < end) if (steps.next().done) return;
    cancel = whenIdle(slice);
  }
  return () => cancel();
}

/** One work behind the other. */
export function* inTurn(...works: readonly Iterator<void>[]): Generator<void> {
  for (const work of works) while (!work.next().done) yield;
}
