/** Sorted, immutable lists of half-open code-point spans. Never touches the DOM. */
import type { Span } from './protocol.js';

/** By start, the longer first: the order in which nested marks open. */
export function compareSpans(left: Span, right: Span): number {
  return left.start - right.start || right.end - left.end;
}

/** Like `compareSpans`, by where the first stretch starts and the last ends; lists without stretches come last. */
export function compareLists(left: readonly Span[], right: readonly Span[]): number {
  const first = left[0];
  const second = right[0];
  if (!first || !second) return (first ? 0 : 1) - (second ? 0 : 1);
  return first.start - second.start || (right.at(-1)?.end ?? 0) - (left.at(-1)?.end ?? 0);
}

/** Index of the last of `count` places at which something holds that holds up to some place and then no more; -1 if nowhere. */
export function lastWhere(count: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Index of the last of ascending spans that starts at or before a position; -1 if none does. */
export function lastAt(ascending: readonly Span[], position: number): number {
  return lastWhere(ascending.length, (index) => (ascending[index]?.start ?? 0) <= position);
}

/** Where something belongs in a sorted list: before everything that does not come before it. */
export function placeIn<T>(sorted: readonly T[], one: T, compare: (left: T, right: T) => number): number {
  return 1 + lastWhere(sorted.length, (index) => {
    const other = sorted[index];
    return other !== undefined && compare(other, one) < 0;
  });
}

export function insertSorted<T>(sorted: T[], one: T, compare: (left: T, right: T) => number): void {
  sorted.splice(placeIn(sorted, one, compare), 0, one);
}

/** Takes out what compares as equal; nothing if nothing does. */
export function removeSorted<T>(sorted: T[], one: T, compare: (left: T, right: T) => number): void {
  const at = placeIn(sorted, one, compare);
  const found = sorted[at];
  if (found !== undefined && compare(found, one) === 0) sorted.splice(at, 1);
}

export function sameSpan(left: Span, right: Span): boolean {
  return left.start === right.start && left.end === right.end;
}

export function sameSpans(left: readonly Span[], right: readonly Span[]): boolean {
  return left.length === right.length && left.every((span, index) => sameSpan(span, right[index] ?? { start: -1, end: -1 }));
}

export function overlap(left: Span, right: Span): boolean {
  return left.start < right.end && right.start < left.end;
}

export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Overlapping without one lying inside the other. */
export function cross(left: Span, right: Span): boolean {
  return overlap(left, right) && !contains(left, right) && !contains(right, left);
}

/** From the first start to the last end. */
export function hull(spans: readonly Span[]): Span {
  let start = Number.POSITIVE_INFINITY;
  let end = 0;
  for (const span of spans) {
    start = Math.min(start, span.start);
    end = Math.max(end, span.end);
  }
  return { start, end };
}

/** Ascending and without overlap; spans that overlap or touch become one. */
export function joined(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of [...spans].sort(compareSpans)) {
    const last = result.at(-1);
    if (last && span.start <= last.end) {
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    } else {
      result.push({ start: span.start, end: span.end });
    }
  }
  return result;
}

/** All of `spans` but what lies in `hole`. */
export function without(spans: readonly Span[], hole: Span): Span[] {
  return spans.flatMap((span) =>
    overlap(span, hole)
      ? [
          { start: span.start, end: Math.min(span.end, hole.start) },
          { start: Math.max(span.start, hole.end), end: span.end },
        ].filter((rest) => rest.start < rest.end)
      : [span],
  );
}

/** Code points between two stretches; 0 if they overlap or touch. */
export function distance(left: Span, right: Span): number {
  return Math.max(0, left.start - right.end, right.start - left.end);
}

/**
 * The same spans with one outer border moved.
 *
 * @returns undefined if nothing would be left of the span at that border
 */
export function withBorder(spans: readonly Span[], border: 'start' | 'end', position: number): Span[] | undefined {
  const moved = [...spans];
  if (border === 'start') {
    const first = moved[0];
    if (!first || position >= first.end) return undefined;
    moved[0] = { start: position, end: first.end };
  } else {
    const last = moved.at(-1);
    if (!last || position <= last.start) return undefined;
    moved[moved.length - 1] = { start: last.start, end: position };
  }
  return moved;
}
