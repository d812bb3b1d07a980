import { describe, expect, it } from 'vitest';
import { DocumentText } from '../../../frontend/span-editor/document-text.js';
import { MarkedWords } from '../../../frontend/span-editor/marked-words.js';
import { Store, deleteOf, putOf } from '../../../frontend/span-editor/store.js';

const sentence = 'Ilvend met Orrin. ';
const many = 300;

function marked(store: Store, name: string): void {
  for (let index = 0; index < many; index++) {
    const start = index * sentence.length + sentence.indexOf(name);
    store.apply(putOf(`put-${name}-${index}`, { kind: 'mention', value: { id: `${name}-${index}`, label: 'PERSON', spans: [{ start, end: start + name.length }], attributes: {}, link: null } }));
  }
}

describe('words that carry marks', () => {
  it('are the same whether they are counted at once or in part while marks come and go', () => {
    const store = new Store();
    const words = new MarkedWords(new DocumentText(sentence.repeat(many)), store);
    marked(store, 'Ilvend');

    words.counting().next();
    for (let index = 0; index < many; index++) store.apply(deleteOf(`cut-${index}`, 'mention', `Ilvend-${index}`, false));
    marked(store, 'Orrin');

    expect(['ilvend', 'orrin', 'met'].map((word) => words.has(word))).toEqual([false, true, false]);
  });
});
