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
