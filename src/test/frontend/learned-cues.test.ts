import { describe, expect, it } from 'vitest';
import { DocumentText } from '../../../frontend/span-editor/document-text.js';
import { LearnedCues } from '../../../frontend/span-editor/learned-cues.js';
import type { Claim, SetAnswer } from '../../../frontend/span-editor/protocol.js';
import { Store, deleteOf, putOf } from '../../../frontend/span-editor/store.js';

const words = 'Ada muttered it. Ben Muttered too. Cem sang.';
const text = new DocumentText(words, 'en');

function claim(id: string, cue: string, act?: string): Claim {
  const start = words.indexOf(cue);
  return {
    id,
    content: [],
    cue: [{ start, end: start + cue.length }],
    source: [],
    addressee: [],
    target: [],
    via: [],
    parent: null,
    attributes: act === undefined ? {} : { act },
    implicit: false,
  };
}

function stocked(...claims: Claim[]): { store: Store; cues: LearnedCues } {
  const answer: SetAnswer = { annotator: 'ada', state: 'draft', sequence: 1, mentions: [], claims, relations: [] };
  const store = new Store();
  store.receive(answer);
  return { store, cues: new LearnedCues(text, store) };
}

describe('cues of a document', () => {
  it('are what claims have as theirs, whatever the case, with the act they brought last', () => {
    const { store, cues } = stocked(claim('c', 'muttered', 'assert'), claim('d', 'sang'));
    expect([...cues.known]).toEqual([['muttered', 'assert'], ['sang', undefined]]);

    store.apply(putOf('e1', { kind: 'claim', value: claim('e', 'Muttered', 'warn') }));

    expect(cues.known.get('muttered')).toBe('warn');
  });

  it('are forgotten with the last claim that has them', () => {
    const { store, cues } = stocked(claim('c', 'muttered', 'assert'), claim('d', 'Muttered', 'warn'));
    expect(cues.known.size).toBe(1);

    store.apply(deleteOf('e1', 'claim', 'd', false));
    expect(cues.known.get('muttered')).toBe('assert');
    store.apply(putOf('e2', { kind: 'claim', value: claim('c', 'sang', 'promise') }));

    expect([...cues.known]).toEqual([['sang', 'promise']]);
  });
});
