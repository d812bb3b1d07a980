import { expect, test } from 'vitest';
import { DeskSteps, type Place } from '../../../frontend/adjudication/desk-steps.js';
import { mixed } from '../../../frontend/adjudication/mixing.js';
import type { Case, Ruling, Side } from '../../../frontend/adjudication/protocol.js';
import { Queue } from '../../../frontend/adjudication/queue.js';
import type { Claim } from '../../../frontend/span-editor/protocol.js';

test('goes on to what followed when one is settled', () => {
  const queue = new Queue(['a', 'b', 'c', 'd'], 1);
  queue.next();
  queue.settle(['b']);
  expect(queue.current).toBe('c');
  queue.settle(['a', 'c']);
  expect([queue.current, queue.left, queue.decided]).toEqual(['d', 1, 4]);
  queue.settle(['d', 'nobody']);
  expect([queue.current, queue.left, queue.decided]).toEqual([undefined, 0, 5]);
});

test('shows what was reopened first', () => {
  const queue = new Queue(['a', 'b'], 0);
  queue.settle(['a']);
  queue.reopen(['a']);
  expect([queue.current, queue.left, queue.decided]).toEqual(['a', 2, 0]);
});

test('goes round in both directions and puts off to the end', () => {
  const queue = new Queue(['a', 'b', 'c']);
  queue.previous();
  expect(queue.current).toBe('c');
  expect(queue.upcoming(5)).toEqual(['a', 'b']);
  queue.next();
  queue.later();
  expect([queue.current, ...queue.upcoming(3)]).toEqual(['b', 'c', 'a']);
});

test('takes over a new order without moving what is on the screen and prepared', () => {
  const queue = new Queue(['a', 'b', 'c', 'd', 'e']);
  queue.rerank(['e', 'd', 'c', 'b', 'a', 'f'], 1, new Set(['d']));
  expect([queue.current, ...queue.upcoming(9)]).toEqual(['a', 'b', 'e', 'c', 'f', 'd']);
});

function claim(id: string, from: number, source: string, act: string): Claim {
  return {
    id,
    content: [{ start: from, end: 9 }],
    cue: [],
    source: [{ mention: source }],
    addressee: [],
    target: [],
    via: [],
    parent: null,
    attributes: { act, form: 'direct' },
    implicit: false,
  };
}

function side(annotation: Claim): Side {
  return { annotators: [annotation.id], kind: 'claim', annotation, mentions: [], claims: [], lines: [] };
}

test('puts an own version together part by part', () => {
  const shown: Case = {
    id: 'x',
    project: 'p',
    document: 'd',
    documentTitle: 'D',
    cause: 'boundary',
    title: '',
    layer: 'Claim',
    aspects: { 'attribute:act': 'Act', boundary: 'Words', source: 'Source' },
    alternatives: {},
    about: { start: 0, end: 9 },
    people: {},
    sides: [side(claim('a', 0, 'ada', 'assert')), side(claim('b', 3, 'bo', 'deny'))],
    guideline: null,
    question: null,
    state: 'open',
  };
  const own = mixed(shown, new Map([['attribute:act', 1], ['boundary', 0], ['source', 1]]));
  expect(own).toMatchObject({ content: [{ start: 0, end: 9 }], source: [{ mention: 'bo' }], attributes: { act: 'deny', form: 'direct' } });
  expect(own?.id).not.toBe('a');
});

test('chooses something nobody said in two keys', () => {
  const said = claim('a', 0, 'ada', 'assert');
  const other = { ...said, attributes: { ...said.attributes, act: 'warn' } };
  const given: Ruling[] = [];
  const place: Place = {
    shown: {
      id: 'x',
      project: 'p',
      document: 'd',
      documentTitle: 'D',
      cause: 'attribute',
      title: '',
      layer: 'Claim',
      aspects: { 'attribute:act': 'Act' },
      alternatives: { 'attribute:act': [{ name: 'warn', annotation: other }] },
      about: { start: 0, end: 9 },
      people: {},
      sides: [side(said), side(claim('b', 0, 'ada', 'deny'))],
      guideline: null,
      question: null,
      state: 'open',
    },
    shownAt: 0,
    queue: new Queue(['x']),
    work: {
      decide: (ruling) => void given.push(ruling),
      answer: () => expect.unreachable(),
      undo: () => expect.unreachable(),
      alike: () => expect.unreachable(),
      threads: () => expect.unreachable(),
      discuss: () => expect.unreachable(),
      ask: () => expect.unreachable(),
      addToGuidelines: () => expect.unreachable(),
    },
    reasons: [],
    isAnswering: false,
    turn: () => undefined,
    putOff: () => undefined,
    beginOwn: () => expect.unreachable('the words are not in question'),
    draw: () => undefined,
    say: () => undefined,
    rest: () => undefined,
  };
  const steps = new DeskSteps(place);

  expect(steps.press('o')).toBe(true);
  expect(steps.press('1')).toBe(true);

  expect(given).toHaveLength(1);
  expect(given[0]).toMatchObject({ outcome: 'own', annotation: { attributes: { act: 'warn', form: 'direct' } } });
});
