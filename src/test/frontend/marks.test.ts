import { describe, expect, it } from 'vitest';
import { lanes, nameLevels } from '../../../frontend/span-editor/lanes.js';
import type { Span } from '../../../frontend/span-editor/protocol.js';
import { cross, distance, joined, sameSpans, withBorder, without } from '../../../frontend/span-editor/spans.js';
import { type Mark, type Piece, weave } from '../../../frontend/span-editor/weave.js';

function span(start: number, end: number): Span {
  return { start, end };
}

function mark(key: string, ...borders: number[]): Mark {
  const spans: Span[] = [];
  for (let index = 0; index < borders.length; index += 2) spans.push(span(borders[index] ?? 0, borders[index + 1] ?? 0));
  return { key, spans };
}

function shown(pieces: readonly Piece<Mark>[]): string {
  return pieces
    .map((piece) =>
      piece.mark ? `${piece.begun ? '~' : ''}${piece.mark.key}(${shown(piece.inner)})${piece.open ? '~' : ''}` : `${piece.start}-${piece.end}`,
    )
    .join(' ');
}

describe('spans', () => {
  it('join where they overlap or touch', () => {
    expect(joined([span(5, 7), span(0, 2), span(2, 3), span(6, 9)])).toEqual([span(0, 3), span(5, 9)]);
  });

  it('lose a hole', () => {
    expect(without([span(0, 10), span(12, 14)], span(4, 13))).toEqual([span(0, 4), span(13, 14)]);
  });

  it('know crossing from nesting', () => {
    expect(cross(span(0, 5), span(3, 8))).toBe(true);
    expect(cross(span(0, 5), span(1, 3))).toBe(false);
    expect(cross(span(0, 5), span(5, 8))).toBe(false);
  });

  it('measure the gap between them', () => {
    expect(distance(span(0, 3), span(5, 8))).toBe(2);
    expect(distance(span(5, 8), span(0, 5))).toBe(0);
  });

  it('move an outer border, but never make a stretch empty', () => {
    expect(withBorder([span(0, 3), span(5, 8)], 'end', 9)).toEqual([span(0, 3), span(5, 9)]);
    expect(withBorder([span(0, 3), span(5, 8)], 'start', 1)).toEqual([span(1, 3), span(5, 8)]);
    expect(withBorder([span(0, 3)], 'start', 3)).toBeUndefined();
    expect(withBorder([span(0, 3)], 'end', 0)).toBeUndefined();
  });

  it('are compared as lists', () => {
    expect(sameSpans([span(0, 3)], [span(0, 3)])).toBe(true);
    expect(sameSpans([span(0, 3)], [span(0, 3), span(4, 5)])).toBe(false);
  });
});

describe('lanes', () => {
  it('keep marks that do not overlap directly under the words', () => {
    expect([...lanes([mark('a', 0, 3), mark('b', 3, 6)]).values()]).toEqual([0, 0]);
  });

  it('put the outer mark below the inner one, three levels deep', () => {
    const result = lanes([mark('outer', 0, 30), mark('inner', 5, 10), mark('middle', 5, 20)]);

    expect([result.get('inner'), result.get('middle'), result.get('outer')]).toEqual([0, 1, 2]);
  });

  it('part marks on the same words', () => {
    const result = lanes([mark('a', 0, 5), mark('b', 0, 5)]);

    expect(new Set(result.values())).toEqual(new Set([0, 1]));
  });

  it('never let two overlapping marks share a lane', () => {
    const marks = Array.from({ length: 60 }, (_, index) => mark(`m${index}`, (index * 7) % 40, ((index * 7) % 40) + 1 + ((index * 5) % 13)));
    const result = lanes(marks);

    for (const left of marks) {
      for (const right of marks) {
        const apart = left.key === right.key || result.get(left.key) !== result.get(right.key);
        const disjoint = (left.spans[0]?.end ?? 0) <= (right.spans[0]?.start ?? 0) || (right.spans[0]?.end ?? 0) <= (left.spans[0]?.start ?? 0);
        expect(apart || disjoint).toBe(true);
      }
    }
  });
});

describe('names', () => {
  const named = (key: string, name: string, ...borders: number[]) => ({ ...mark(key, ...borders), name });

  it('stand directly over the words where there is room', () => {
    expect([...nameLevels([named('a', 'Person', 0, 5), named('b', 'Person', 6, 9)]).values()]).toEqual([0, 0]);
  });

  it('are stacked where marks start together, the outer one higher', () => {
    const result = nameLevels([named('outer', 'Office', 0, 30), named('inner', 'Person', 0, 5), named('near', 'Date', 2, 4)]);

    expect([result.get('near'), result.get('inner'), result.get('outer')]).toEqual([0, 1, 2]);
  });

  it('never lie on each other', () => {
    const marks = Array.from({ length: 80 }, (_, index) => named(`m${index}`, 'x'.repeat(1 + ((index * 7) % 20)), (index * 11) % 90, ((index * 11) % 90) + 2));
    const levels = nameLevels(marks);
    const width = (one: { name: string }): number => one.name.length * 0.72;

    for (const left of marks) {
      for (const right of marks) {
        if (left === right || levels.get(left.key) !== levels.get(right.key)) continue;
        const [first, second] = [left, right].sort((one, other) => (one.spans[0]?.start ?? 0) - (other.spans[0]?.start ?? 0));
        if (first && second) expect((first.spans[0]?.start ?? 0) + width(first)).toBeLessThanOrEqual(second.spans[0]?.start ?? 0);
      }
    }
  });
});

describe('weaving', () => {
  const paragraph = span(0, 20);

  it('leaves text without marks alone', () => {
    expect(shown(weave(paragraph, []))).toBe('0-20');
  });

  it('nests', () => {
    expect(shown(weave(paragraph, [mark('inner', 5, 8), mark('outer', 2, 12)]))).toBe('0-2 outer(2-5 inner(5-8) 8-12) 12-20');
  });

  it('keeps both marks on the same words', () => {
    expect(shown(weave(paragraph, [mark('a', 2, 5), mark('b', 2, 5)]))).toBe('0-2 a(b(2-5)) 5-20');
  });

  it('cuts the later of two crossing marks', () => {
    expect(shown(weave(paragraph, [mark('a', 2, 8), mark('b', 5, 12)]))).toBe('0-2 a(2-5 b(5-8)~) ~b(8-12) 12-20');
  });

  it('shows every stretch of a mark in several', () => {
    expect(shown(weave(paragraph, [mark('a', 2, 4, 6, 8)]))).toBe('0-2 a(2-4)~ 4-6 ~a(6-8) 8-20');
  });

  it('shows the part of a mark that lies in the paragraph', () => {
    expect(shown(weave(paragraph, [mark('a', 15, 40)]))).toBe('0-15 a(15-20)~');
    expect(shown(weave(span(20, 40), [mark('a', 15, 40)]))).toBe('~a(20-40)');
  });

  it('covers every position once and every mark whole, however marks lie', () => {
    for (let seed = 0; seed < 200; seed++) {
      const marks = Array.from({ length: 8 }, (_, index) => {
        const start = (seed * 13 + index * 17 + index * index * seed) % 25;
        return mark(`m${index}`, start, start + 1 + ((seed * 7 + index * 11) % 14));
      });
      const whole = span(5, 30);
      const reached: number[] = [];
      const covered = new Map<string, number[]>();
      const walk = (pieces: readonly Piece<Mark>[], inside: readonly string[]): void => {
        for (const piece of pieces) {
          if (piece.mark) walk(piece.inner, [...inside, piece.mark.key]);
          else
            for (let at = piece.start; at < piece.end; at++) {
              reached.push(at);
              inside.forEach((key) => covered.set(key, [...(covered.get(key) ?? []), at]));
            }
        }
      };
      walk(weave(whole, marks), []);

      expect(reached).toEqual(Array.from({ length: 25 }, (_, index) => index + 5));
      for (const one of marks) {
        const expected = reached.filter((at) => one.spans.some((part) => part.start <= at && at < part.end));
        expect(covered.get(one.key) ?? []).toEqual(expected);
      }
    }
  });
});
