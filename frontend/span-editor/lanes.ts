/** Where the underlines of overlapping marks go, so that none hides another. Never touches the DOM. */
import type { Span } from './protocol.js';
import { overlap } from './spans.js';

/** Something drawn along the text: its stretches in code points. */
export interface Laned {
  readonly key: string;
  readonly spans: readonly Span[];
}

function length(mark: Laned): number {
  return mark.spans.reduce((sum, span) => sum + span.end - span.start, 0);
}

/**
 * A lane for every mark: 0 directly under the words, more further down. The shorter of two overlapping marks is nearer to
 * the words, so that a nested mark stands inside the outer one; marks that never overlap share a lane.
 */
export function lanes(marks: readonly Laned[]): Map<string, number> {
  const byLength = [...marks].sort((left, right) => length(left) - length(right) || (left.key < right.key ? -1 : 1));
  const taken: Span[][] = [];
  const result = new Map<string, number>();
  for (const mark of byLength) {
    // above every mark already placed that it overlaps: an outer mark never slips in under an inner one
    let lane = 0;
    taken.forEach((spans, index) => {
      if (spans.some((span) => mark.spans.some((own) => overlap(own, span)))) lane = index + 1;
    });
    const spans = (taken[lane] ??= []);
    spans.push(...mark.spans);
    result.set(mark.key, lane);
  }
  return result;
}
