/** Crossing and nested marks become nested pieces of one paragraph. Never touches the DOM. */
import type { Span } from './protocol.js';
import { compareSpans, overlap } from './spans.js';

/** What is drawn along the words: a mention, a claim's content, a cue. */
export interface Mark {
  /** Unique among all marks. */
  readonly key: string;
  /** Ascending, without overlap. */
  readonly spans: readonly Span[];
}

/** A stretch of plain text, or a piece of a mark around others. */
export type Piece<M extends Mark> =
  | { readonly start: number; readonly end: number; readonly mark?: undefined }
  | {
      readonly start: number;
      readonly end: number;
      readonly mark: M;
      readonly inner: readonly Piece<M>[];
      /** Whether the mark has begun before this piece, or goes on behind it. */
      readonly begun: boolean;
      readonly open: boolean;
    };

interface Run<M extends Mark> extends Span {
  readonly mark: M;
}

interface Frame<M extends Mark> {
  readonly run: Run<M>;
  readonly start: number;
  readonly inner: Piece<M>[];
}

/**
 * Nested pieces that cover a paragraph exactly. A mark is one piece wherever it can be; where two marks cross, the one that
 * began later is cut in two.
 */
export function weave<M extends Mark>(paragraph: Span, marks: readonly M[]): Piece<M>[] {
  const runs: Run<M>[] = [];
  for (const mark of marks) {
    for (const span of mark.spans) {
      if (overlap(span, paragraph)) runs.push({ mark, start: span.start, end: span.end });
    }
  }
  runs.sort((left, right) => compareSpans(left, right) || (left.mark.key < right.mark.key ? -1 : 1));

  const top: Piece<M>[] = [];
  let stack: Frame<M>[] = [];
  let position = paragraph.start;
  const into = (): Piece<M>[] => stack.at(-1)?.inner ?? top;
  const advance = (to: number): void => {
    if (to > position) into().push({ start: position, end: to });
    position = Math.max(position, to);
  };
  const close = (): void => {
    const frame = stack.at(-1);
    if (!frame) return;
    stack = stack.slice(0, -1);
    if (position === frame.start) return;
    const { run } = frame;
    const first = run.mark.spans[0]?.start ?? run.start;
    const last = run.mark.spans.at(-1)?.end ?? run.end;
    into().push({
      start: frame.start,
      end: position,
      mark: run.mark,
      inner: frame.inner,
      begun: frame.start > first,
      open: position < last,
    });
  };
  const openRun = (run: Run<M>): void => {
    stack = [...stack, { run, start: position, inner: [] }];
  };
  /** Closes everything that ends up to here; what crosses is opened again. */
  const closeUntil = (limit: number): void => {
    for (;;) {
      const end = Math.min(...stack.map((frame) => frame.run.end));
      if (end > limit) return;
      advance(end);
      const lowest = stack.findIndex((frame) => frame.run.end === end);
      const reopened = stack.slice(lowest).map((frame) => frame.run).filter((run) => run.end > end);
      while (stack.length > lowest) close();
      reopened.forEach(openRun);
    }
  };

  for (const run of runs) {
    const start = Math.max(run.start, paragraph.start);
    closeUntil(start);
    advance(start);
    openRun(run);
  }
  closeUntil(paragraph.end);
  advance(paragraph.end);
  while (stack.length > 0) close();
  return top;
}
