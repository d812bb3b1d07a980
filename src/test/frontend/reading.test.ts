import { describe, expect, it } from 'vitest';
import { USUAL, easeFrom } from '../../../frontend/span-editor/reading-ease.js';
import { placesFrom, withPlace } from '../../../frontend/span-editor/reading-place.js';

describe('how somebody likes to read', () => {
  it('is as usual when nothing was stored, or nonsense', () => {
    expect(easeFrom(null)).toEqual(USUAL);
    expect(easeFrom('{')).toEqual(USUAL);
    expect(easeFrom('{"size":"big","measure":null}')).toEqual({ size: 18, measure: 36 });
  });

  it('stays within what can be read', () => {
    expect(easeFrom('{"size":400,"measure":1}')).toEqual({ size: 32, measure: 24 });
  });
});

describe('where somebody was reading', () => {
  it('is remembered by document, the last one last', () => {
    const places = withPlace(withPlace(withPlace([], 'a', 100), 'b', 200), 'a', 300);

    expect(places).toEqual([
      ['b', 200],
      ['a', 300],
    ]);
    expect(placesFrom(JSON.stringify(places))).toEqual(places);
  });

  it('is forgotten at the beginning, and after two hundred other documents', () => {
    expect(withPlace([['a', 100]], 'a', 0)).toEqual([]);
    const many = Array.from({ length: 200 }, (_, index) => [`d${index}`, 1] as const);
    expect(withPlace(many, 'new', 5)).toHaveLength(200);
    expect(withPlace(many, 'new', 5).at(-1)).toEqual(['new', 5]);
  });

  it('survives what others wrote there', () => {
    expect(placesFrom('{"a":1}')).toEqual([]);
    expect(placesFrom('[["a",1],["b"],3,["c","x"]]')).toEqual([['a', 1]]);
  });
});
