import { describe, expect, it } from 'vitest';
import { DocumentText } from '../../../frontend/span-editor/document-text.js';
import { type Placed, Places, wordsOf } from '../../../frontend/span-editor/places.js';
import type { Claim, Mention, SetAnswer, Span } from '../../../frontend/span-editor/protocol.js';
import { Store, deleteOf, putOf } from '../../../frontend/span-editor/store.js';

const text = new DocumentText('0123456789\n'.repeat(12), undefined, 30);

function mention(id: string, ...borders: number[]): Mention {
  const spans: Span[] = [];
  for (let index = 0; index < borders.length; index += 2) spans.push({ start: borders[index] ?? 0, end: borders[index + 1] ?? 0 });
  return { id, label: 'PERSON', spans, attributes: {}, link: null };
}

function claim(id: string, content: readonly Span[], cue: readonly Span[] = []): Claim {
  return { id, content, cue, source: [], addressee: [], target: [], via: [], parent: null, attributes: {}, implicit: false };
}

function answer(mentions: readonly Mention[], claims: readonly Claim[] = []): SetAnswer {
  return { annotator: 'ada', state: 'draft', sequence: 1, schemeVersion: 1, mentions, claims, relations: [] };
}

function stocked(mentions: readonly Mention[], claims: readonly Claim[] = []): { store: Store; places: Places } {
  const store = new Store();
  store.receive(answer(mentions, claims));
  return { store, places: new Places(text, store) };
}

const ids = (found: readonly Placed[]): string[] => found.map((one) => one.value.id);
const anything = (): boolean => true;

describe('places', () => {
  it('list what reaches into a section, over its border as well', () => {
    const { places } = stocked([mention('late', 15, 17), mention('over', 20, 24), mention('early', 0, 3), mention('torn', 1, 2, 40, 41)]);

    expect(ids(places.inSection(0))).toEqual(['early', 'torn', 'late', 'over']);
    expect(ids(places.inSection(1))).toEqual(['torn', 'over']);
  });

  it('follow edits', () => {
    const { store, places } = stocked([mention('a', 0, 3), mention('b', 50, 52)]);

    store.apply(putOf('1', { kind: 'mention', value: mention('a', 60, 63) }));
    store.apply(putOf('2', { kind: 'mention', value: mention('c', 55, 58) }));
    store.apply(deleteOf('3', 'mention', 'b', false));

    expect(ids(places.inSection(0))).toEqual([]);
    expect(ids(places.touching({ start: 40, end: 70 }))).toEqual(['c', 'a']);
  });

  it('know what is at a position, up to its borders', () => {
    const { places } = stocked([mention('a', 5, 8)], [claim('c', [{ start: 0, end: 20 }], [{ start: 30, end: 33 }])]);

    expect(ids(places.at(4))).toEqual(['c']);
    expect(ids(places.at(5))).toEqual(['c', 'a']);
    expect(ids(places.at(8))).toEqual(['c', 'a']);
    expect(ids(places.at(33))).toEqual(['c']);
    expect(ids(places.at(40))).toEqual([]);
  });

  it('walk through everything once, both ways, whatever reaches over borders', () => {
    const mentions = Array.from({ length: 60 }, (_, index) => {
      const start = (index * 37) % 120;
      return mention(`m${index}`, start, Math.min(text.length, start + 1 + ((index * 13) % 40)));
    });
    const { places } = stocked(mentions);
    const forward: Placed[] = [];
    for (let one = places.from(0, 1, anything); one; one = places.beside(one, 1, anything)) forward.push(one);
    const backward: Placed[] = [];
    for (let one = places.from(text.length, -1, anything); one; one = places.beside(one, -1, anything)) backward.unshift(one);

    expect(new Set(ids(forward)).size).toBe(60);
    expect(ids(backward)).toEqual(ids(forward));
    const starts = forward.map((one) => wordsOf(one)[0]?.start ?? -1);
    expect(starts).toEqual([...starts].sort((left, right) => left - right));
  });

  it('agree with looking at everything, at every position', () => {
    const mentions = Array.from({ length: 40 }, (_, index) => mention(`m${index}`, (index * 29) % 110, ((index * 29) % 110) + 1 + (index % 15)));
    const { places } = stocked(mentions);

    for (let position = 0; position <= text.length; position++) {
      const expected = mentions.filter((one) => one.spans.some((span) => span.start <= position && position <= span.end)).map((one) => one.id);
      expect(new Set(ids(places.at(position)))).toEqual(new Set(expected));
    }
  });

  it('put words outside the text nowhere, and say so', () => {
    const bad = [mention('beyond', 130, 140), mention('empty', 5, 5), mention('before', -1, 3), mention('half', 1.5, 3), mention('far', 900, 901)];
    const { store, places } = stocked([mention('good', 0, 3), ...bad]);

    expect(ids(places.touching({ start: 0, end: text.length }))).toEqual(['good']);
    expect(ids([...places.misfits])).toEqual(['beyond', 'empty', 'before', 'half', 'far']);

    store.apply(deleteOf('1', 'mention', 'beyond', false));
    store.apply(putOf('2', { kind: 'mention', value: mention('empty', 5, 6) }));
    expect(ids([...places.misfits])).toEqual(['before', 'half', 'far']);
    expect(ids(places.at(5))).toEqual(['empty']);
  });

  it('sort many that arrive together', () => {
    const { store, places } = stocked([]);

    store.receive(answer(Array.from({ length: 100 }, (_, index) => mention(`m${index}`, 99 - index, 100 - index))));

    expect(ids(places.inSection(0)).slice(0, 3)).toEqual(['m99', 'm98', 'm97']);
  });
});
