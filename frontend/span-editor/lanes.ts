/** Where the underlines and the names of overlapping marks go, so that none hides another. Never touches the DOM. */
import type { Span } from './protocol.js';
import { overlap } from './spans.js';

/** Something drawn along the text: its stretches in code points, ascending. */
export interface Laned {
  readonly key: string;
  readonly spans: readonly Span[];
}

/** Something with a name written above its start. */
export interface Named extends Laned {
  readonly name: string;
}

/** How much narrower a letter of a name is than one of the text, with some air between two names. */
const NAME_WIDTH = 0.72;

function length(mark: Laned): number {
  let sum = 0;
  for (const span of mark.spans) sum += span.end - span.start;
  return sum;
}

function startOf(mark: Laned): number {
  return mark.spans[0]?.start ?? 0;
}

function endOf(mark: Laned): number {
  return mark.spans.at(-1)?.end ?? 0;
}

/**
 * A lane for every mark: 0 directly under the words, more further down. The shorter of two overlapping marks is nearer to
 * the words, so that a nested mark stands inside the outer one; marks that never overlap share a lane.
 */
export function lanes(marks: readonly Laned[]): Map<string, number> {
  const result = new Map<string, number>();
  for (const cluster of clusters(marks)) stack(cluster, result);
  return result;
}

/** Marks that hang together by overlaps: only these can be in each other's way, and they are few. */
function clusters(marks: readonly Laned[]): Laned[][] {
  const result: Laned[][] = [];
  let open: Laned[] = [];
  let end = -1;
  for (const mark of [...marks].sort((left, right) => startOf(left) - startOf(right))) {
    if (startOf(mark) >= end && open.length > 0) {
      result.push(open);
      open = [];
    }
    open.push(mark);
    end = Math.max(end, endOf(mark));
  }
  if (open.length > 0) result.push(open);
  return result;
}

function stack(cluster: readonly Laned[], result: Map<string, number>): void {
  const [only] = cluster;
  if (only && cluster.length === 1) {
    result.set(only.key, 0);
    return;
  }
  const byLength = [...cluster].sort((left, right) => length(left) - length(right) || (left.key < right.key ? -1 : 1));
  const taken: Span[][] = [];
  for (const mark of byLength) {
    // below every mark already placed that it overlaps: an outer mark never slips in over an inner one
    let lane = taken.length;
    while (lane > 0 && !taken[lane - 1]?.some((span) => mark.spans.some((own) => overlap(own, span)))) lane--;
    (taken[lane] ??= []).push(...mark.spans);
    result.set(mark.key, lane);
  }
}

/**
 * A level for every name: 0 directly over the words, more further up. Names are as wide as their letters, so that of two
 * marks that start close together the later is written lower; of two at the same place, the inner one.
 */
export function nameLevels(marks: readonly Named[]): Map<string, number> {
  const result = new Map<string, number>();
  // the latest first: it stands at the bottom, and what starts before it has to pass over it
  const fromBehind = [...marks].sort((left, right) => startOf(right) - startOf(left) || length(left) - length(right) || (left.key < right.key ? -1 : 1));
  const starts: number[] = [];
  for (const mark of fromBehind) {
    const end = startOf(mark) + mark.name.length * NAME_WIDTH;
    let level = starts.length;
    while (level > 0 && (starts[level - 1] ?? 0) >= end) level--;
    starts[level] = startOf(mark);
    result.set(mark.key, level);
  }
  return result;
}
