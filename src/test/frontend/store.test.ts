import { describe, expect, it } from 'vitest';
import type { Annotation, Claim, Mention, Relation, SetAnswer } from '../../../frontend/span-editor/protocol.js';
import { Store, deleteOf, putOf } from '../../../frontend/span-editor/store.js';

function mention(id: string, start: number, end: number, label = 'PERSON'): Mention {
  return { id, label, spans: [{ start, end }], attributes: {}, link: null };
}

function claim(id: string, source: string, parent: string | null = null): Claim {
  return {
    id,
    content: [{ start: 20, end: 30 }],
    cue: [],
    source: [{ mention: source }, { constant: 'author' }],
    addressee: [],
    target: [],
    via: [],
    parent,
    attributes: {},
    implicit: false,
  };
}

const relation: Relation = { id: 'r', type: 'denies', from: { claim: 'c' }, to: { claim: 'd' } };

function answer(parts: Partial<SetAnswer>): SetAnswer {
  return { annotator: 'ada', state: 'draft', sequence: 1, mentions: [], claims: [], relations: [], ...parts };
}

function put(value: Mention): Annotation {
  return { kind: 'mention', value };
}

describe('a store', () => {
  it('shows an edit at once and sorts by position', () => {
    const store = new Store();
    store.receive(answer({ mentions: [mention('late', 10, 12)] }));

    const changes = store.apply(putOf('e1', put(mention('early', 0, 2))));

    expect(changes.map((change) => [change.id, change.before])).toEqual([['early', undefined]]);
    expect(store.mentions.map((one) => one.id)).toEqual(['early', 'late']);
    expect(store.pending).toHaveLength(1);
  });

  it('stays sorted whatever is put, moved and deleted, and tells its watchers', () => {
    const store = new Store();
    const seen: string[] = [];
    store.watch((changes) => seen.push(...changes.map((change) => change.id)));
    store.receive(answer({ mentions: [mention('a', 4, 6), mention('b', 10, 12)] }));
    expect(store.mentions.map((one) => one.id)).toEqual(['a', 'b']);

    store.apply(putOf('e1', put(mention('c', 4, 8))));
    store.apply(putOf('e2', put(mention('a', 20, 22))));
    store.apply(deleteOf('e3', 'mention', 'b', false));

    expect(store.mentions.map((one) => one.id)).toEqual(['c', 'a']);
    expect([...store.annotations].map((one) => one.value.id).sort()).toEqual(['a', 'c']);
    expect(seen).toEqual(['a', 'b', 'c', 'a', 'b']);
  });

  it('keeps an acknowledged edit', () => {
    const store = new Store();
    store.apply(putOf('e1', put(mention('m', 0, 2))));

    store.confirm('e1');

    expect(store.pending).toEqual([]);
    expect(store.mention('m')?.label).toBe('PERSON');
  });

  it('takes a refused edit back, but not the ones after it', () => {
    const store = new Store();
    store.receive(answer({ mentions: [mention('m', 0, 2)] }));
    store.apply(putOf('e1', put(mention('m', 0, 2, 'ORG'))));
    store.apply(putOf('e2', put(mention('n', 4, 6))));

    const changes = store.refuse('e1');

    expect(changes.map((change) => change.id)).toEqual(['m']);
    expect(store.mention('m')?.label).toBe('PERSON');
    expect(store.mention('n')).toBeDefined();
  });

  it('lays what is still on its way over what the server says', () => {
    const store = new Store();
    store.apply(putOf('e1', put(mention('m', 0, 2, 'ORG'))));

    store.receive(answer({ mentions: [mention('m', 0, 2), mention('n', 5, 6)] }));

    expect(store.mention('m')?.label).toBe('ORG');
    expect(store.mention('n')).toBeDefined();
  });

  it('takes over what changed since', () => {
    const store = new Store();
    store.receive(answer({ mentions: [mention('m', 0, 2), mention('n', 5, 6)] }));

    const changes = store.receive(answer({ sequence: 4, mentions: [mention('o', 8, 9)], deleted: ['m'] }));

    expect(changes.map((change) => change.id).sort()).toEqual(['m', 'o']);
    expect(store.mentions.map((one) => one.id)).toEqual(['n', 'o']);
    expect(store.sequence).toBe(4);
  });

  it('reports nothing where the server repeats what is shown', () => {
    const store = new Store();
    store.receive(answer({ mentions: [mention('m', 0, 2)] }));

    expect(store.receive(answer({ sequence: 2, mentions: [mention('m', 0, 2)], deleted: [] }))).toEqual([]);
  });

  it('takes a deleted mention out of the claims that use it', () => {
    const store = new Store();
    store.receive(answer({ mentions: [mention('m', 0, 2)], claims: [claim('c', 'm')] }));

    const changes = store.apply(deleteOf('e1', 'mention', 'm', true));

    expect(changes.map((change) => change.id)).toEqual(['m', 'c']);
    expect(store.claim('c')?.source).toEqual([{ constant: 'author' }]);
  });

  it('takes a deleted claim out of its children and its relations', () => {
    const store = new Store();
    store.receive(answer({ claims: [claim('c', 'm'), claim('d', 'm', 'c')], relations: [relation] }));

    store.apply(deleteOf('e1', 'claim', 'c', true));

    expect(store.claim('d')?.parent).toBeNull();
    expect(store.relations).toEqual([]);
  });

  it('knows who uses an annotation', () => {
    const store = new Store();
    store.receive(answer({ mentions: [mention('m', 0, 2)], claims: [claim('c', 'm'), claim('d', 'x', 'c')], relations: [relation] }));

    expect(store.usersOf('m').map((one) => one.id)).toEqual(['c']);
    expect(store.usersOf('c').map((one) => one.id)).toEqual(['d', 'r']);
  });
});
