import { describe, expect, it } from 'vitest';
import { otherEnds } from '../../../frontend/span-editor/choices.js';
import { FarEnds } from '../../../frontend/span-editor/far-ends.js';
import type { FarAnnotation, FarTie } from '../../../frontend/span-editor/protocol.js';
import { nearEnds } from '../../../frontend/span-editor/relating.js';
import { Server } from '../../../frontend/span-editor/server.js';
import { Desk } from './desk.js';

const TEXT = 'Otunge of the council met Valk. The harbour opens, she said. It stays shut, he said. It burnt, they said.';

const FAR: FarAnnotation = { document: 'd2', title: 'Another day', kind: 'claim', id: 'c2', words: 'it never closed' };

function claims(far?: FarEnds): Desk {
  const desk = new Desk(TEXT, [], far);
  for (const words of ['The harbour opens', 'It stays shut', 'It burnt']) desk.select(words).keys('c', 'Escape', 'Escape', 'Escape');
  return desk;
}

/** What a server says that knows one claim in another document. */
function far(ties: readonly FarTie[] = []): FarEnds {
  const items = (url: string): object => ({ items: url.includes('/ties') ? ties : [FAR] });
  const answer = (url: string): Response => new Response(JSON.stringify(items(url)), { headers: { 'Content-Type': 'application/json' } });
  return new FarEnds(new Server('', (url) => Promise.resolve(answer(url))), 'd1', () => undefined);
}

describe('a relation', () => {
  it('leads to the nearest that suit, by their digits', () => {
    const desk = claims();
    const [first, second, third] = desk.store.claims;
    desk.editing.focusOn(second?.id);

    desk.keys('>', '2');
    expect(nearEnds(desk.editing).map((one) => desk.editing.wordsOf(one))).toEqual(['It burnt', 'The harbour opens']);
    desk.keys('2');

    expect(desk.store.relations).toMatchObject([{ type: 'denies', from: { claim: second?.id }, to: { claim: first?.id } }]);
    expect(desk.said.at(-1)).toBe('Denies marked: It stays shut – The harbour opens');
    desk.editing.focusOn(second?.id);
    desk.keys('>', '2');
    expect(nearEnds(desk.editing).map((one) => one.value.id)).toEqual([third?.id]);
  });

  it('between mentions asks for no type where there is only one', () => {
    const desk = new Desk(TEXT);
    desk.select('Otunge').keys('p', 'Escape');
    desk.select('council').keys('o', 'Escape');
    const [otunge, council] = desk.store.mentions;
    desk.editing.focusOn(otunge?.id);

    desk.keys('>', '1');

    expect(desk.store.relations).toMatchObject([{ type: 'member-of', from: { mention: otunge?.id }, to: { mention: council?.id } }]);
  });

  it('is made by pointing at the other end, and by going to it', () => {
    const desk = claims();
    const [first, second, third] = desk.store.claims;
    desk.editing.focusOn(first?.id);
    desk.keys('>', '1');
    desk.editing.focusOn(third?.id);
    desk.editing.focusOn(first?.id);
    desk.keys('>', '1');
    expect(desk.editing.focus).toBe(first?.id);
    desk.editing.focusOn(second?.id);

    expect(desk.store.relations.map((one) => one.to).sort((left, right) => ('claim' in left && 'claim' in right ? left.claim.localeCompare(right.claim) : 0))).toEqual(
      [second, third].map((one) => ({ claim: one?.id })),
    );
  });

  it('leads to another document by the words there, where its type allows it', async () => {
    const ends = far();
    const desk = claims(ends);
    const [first] = desk.store.claims;
    desk.editing.focusOn(first?.id);
    desk.keys('>', '2');
    expect(otherEnds(desk.editing, ends).choices('never').map((one) => one.name)).toEqual([]);
    await new Promise((resolve) => setTimeout(resolve));

    const [found] = otherEnds(desk.editing, ends).choices('never');
    expect(found).toMatchObject({ name: 'it never closed', detail: 'Another day' });
    found?.take();

    expect(desk.store.relations).toMatchObject([{ type: 'denies', to: { claim: 'c2', document: 'd2' } }]);
    expect(desk.editing.tiesOf(first?.id ?? '')).toMatchObject([{ name: 'Denies', isOutward: true, document: 'd2', words: 'it never closed' }]);
    desk.editing.focusOn(first?.id);
    desk.keys('>', '1');
    expect(otherEnds(desk.editing, ends).choices('never')).toEqual([]);
  });

  it('that leads here from another document is told of', async () => {
    const ends = far([{ direction: 'in', there: FAR, relation: { id: 'r', type: 'denies', from: { claim: 'c2' }, to: { claim: 'c1', document: 'd1' } } }]);
    const desk = claims(ends);

    await ends.load();

    expect(desk.editing.tiesOf('c1')).toMatchObject([{ name: 'Denies', isOutward: false, document: 'd2', words: 'it never closed', place: undefined }]);
    expect(desk.editing.tiesOf('c2')).toEqual([]);
  });
});
