import { describe, expect, it } from 'vitest';
import type { Annotation, Claim, Edit, Mention, SetAnswer } from '../../../frontend/span-editor/protocol.js';
import { Store, deleteOf, putOf } from '../../../frontend/span-editor/store.js';

const IDS = ['a', 'b', 'c', 'd', 'e', 'f'];
const EMPTY: SetAnswer = { annotator: 'ada', state: 'draft', sequence: 1, mentions: [], claims: [], relations: [] };

/** The same as a store, said as simply as can be: everything the server has, and all pending edits done to it anew. */
class Model {
  confirmed = new Map<string, Annotation>();
  pending: Edit[] = [];

  get shown(): Map<string, Annotation> {
    const all = new Map(this.confirmed);
    for (const edit of this.pending) done(all, edit);
    return all;
  }
}

function done(all: Map<string, Annotation>, edit: Edit): void {
  if (edit.op === 'put') {
    all.set(edit.value.id, edit.kind === 'mention' ? { kind: 'mention', value: edit.value } : edit.kind === 'claim' ? { kind: 'claim', value: edit.value } : { kind: 'relation', value: edit.value });
  } else if (edit.op === 'delete' && all.delete(edit.target) && edit.cascade) {
    for (const [id, one] of all) {
      if (one.kind !== 'claim') continue;
      const source = one.value.source.filter((party) => !('mention' in party && party.mention === edit.target));
      all.set(id, { kind: 'claim', value: { ...one.value, source, parent: one.value.parent === edit.target ? null : one.value.parent } });
    }
  }
}

/** A small generator of numbers (mulberry32): a failure can be met again. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

function annotation(next: (below: number) => number): Annotation {
  const pick = (): string => IDS[next(IDS.length)] ?? 'a';
  const id = pick();
  const mention: Mention = { id, label: ['PERSON', 'ORG'][next(2)] ?? 'ORG', spans: [{ start: next(20), end: 30 }], attributes: {}, link: null };
  const claim: Claim = {
    id,
    content: [{ start: next(20), end: 40 }],
    cue: [],
    source: [{ mention: pick() }],
    addressee: [],
    target: [],
    via: [],
    parent: next(2) === 0 ? null : pick(),
    attributes: {},
    implicit: false,
  };
  return next(2) === 0 ? { kind: 'mention', value: mention } : { kind: 'claim', value: claim };
}

function byId(all: Iterable<Annotation>): Annotation[] {
  return [...all].sort((left, right) => (left.value.id < right.value.id ? -1 : 1));
}

describe('a store', () => {
  it.each(Array.from({ length: 60 }, (_, seed) => seed))('shows what doing every edit anew would show, and tells every change (%i)', (seed) => {
    const next = numbers(seed);
    const store = new Store();
    const model = new Model();
    const told = new Map<string, Annotation>();
    store.watch((changes) => changes.forEach(({ id, after }) => (after ? told.set(id, after) : told.delete(id))));

    for (let step = 0; step < 60; step++) {
      const one = annotation(next);
      const what = next(6);
      if (what < 2) {
        const edit = what === 0 || !store.find(one.value.id) ? putOf(`e${step}`, one) : deleteOf(`e${step}`, one.kind, one.value.id, next(2) === 0);
        store.apply(edit);
        model.pending.push(edit);
      } else if (what === 2 && model.pending.length > 0) {
        // the server answers in the order in which it was asked
        const [edit] = model.pending.splice(0, 1);
        if (edit) {
          store.confirm(edit.id);
          done(model.confirmed, edit);
        }
      } else if (what === 3 && model.pending.length > 0) {
        const [edit] = model.pending.splice(next(model.pending.length), 1);
        if (edit) store.refuse(edit.id);
      } else if (what === 4) {
        const deleted = [IDS[next(IDS.length)] ?? 'a'].filter((id) => id !== one.value.id);
        store.receive({ ...EMPTY, mentions: one.kind === 'mention' ? [one.value] : [], claims: one.kind === 'claim' ? [one.value] : [], deleted });
        model.confirmed.set(one.value.id, one);
        deleted.forEach((id) => model.confirmed.delete(id));
      } else if (what === 5 && next(4) === 0) {
        const kept = [...model.confirmed.values()].filter(() => next(2) === 0);
        store.receive({ ...EMPTY, mentions: kept.flatMap((each) => (each.kind === 'mention' ? [each.value] : [])), claims: kept.flatMap((each) => (each.kind === 'claim' ? [each.value] : [])) });
        model.confirmed = new Map(kept.map((each) => [each.value.id, each]));
      }

      const shown = byId(model.shown.values());
      expect(byId(store.annotations)).toEqual(shown);
      expect(byId(told.values())).toEqual(shown);
      for (const id of IDS) {
        const users = shown.filter((each) => each.kind === 'claim' && (each.value.parent === id || each.value.source.some((party) => 'mention' in party && party.mention === id)));
        expect(store.usersOf(id).map((user) => user.id).sort()).toEqual(users.map((user) => user.value.id));
      }
    }
  });
});
