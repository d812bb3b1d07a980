import { beforeEach, describe, expect, it } from 'vitest';
import { offersOf } from '../../../frontend/span-editor/filling.js';
import type { Entity } from '../../../frontend/span-editor/protocol.js';
import { entityOffers } from '../../../frontend/span-editor/resolving.js';
import { Desk } from './desk.js';

const words = [
  'Mirela Otunge said on Tuesday that the harbour will open. She called on Sudland’s Ministry to wait.',
  'Idris Valk denied it, and Otunge left. Valk stayed with Sudland.',
  '',
].join('\n');

const entities: readonly Entity[] = [
  { id: 'otunge', type: 'PERSON', name: 'Mirela Otunge', aliases: [{ form: 'Otunge' }] },
  { id: 'valk', type: 'PERSON', name: 'Idris Valk', aliases: [] },
  { id: 'sudland', type: 'GPE', name: 'Sudland', aliases: [] },
  { id: 'sudland-party', type: 'ORG', name: 'Sudland', aliases: [] },
];

let desk: Desk;

beforeEach(() => {
  desk = new Desk(words, entities);
});

function linked(): string[] {
  return desk.store.mentions.map((one) => `${desk.text.quote(one.spans)} ${one.link === null ? '-' : `${one.link.entity ?? 'nil'}/${one.link.confidence}`}`);
}

describe('the registry', () => {
  it('marks, labels and links selected words by one digit', () => {
    desk.select('Mirela Otunge').keys('1');

    expect(desk.marked).toEqual(['PERSON Mirela Otunge']);
    expect(linked()).toEqual(['Mirela Otunge otunge/certain']);
  });

  it('takes a digit where a keyboard has other signs without Shift', () => {
    desk.select('Mirela Otunge').typed('&', 'Digit1');
    desk.select('Idris Valk').typed('з', 'KeyP').typed('à', 'Digit0');

    expect(desk.marked).toEqual(['PERSON Mirela Otunge', 'PERSON Idris Valk']);
    expect(linked()).toEqual(['Mirela Otunge otunge/certain', 'Idris Valk nil/certain']);
  });

  it('offers a pronoun those spoken of last, by one digit', () => {
    desk.select('Mirela Otunge').keys('1').select('She');
    expect(entityOffers(desk.editing).map((one) => one.id)).toEqual(['otunge']);

    desk.keys('1');
    expect(linked()).toEqual(['Mirela Otunge otunge/certain', 'She otunge/certain']);
    expect(desk.store.mentions[1]?.attributes['level']).toBe('PRO');
  });

  it('is asked about right after a mark was made', () => {
    desk.select('Sudland').keys('g');
    expect(entityOffers(desk.editing).map((one) => one.id)).toEqual(['sudland', 'sudland-party']);

    desk.keys('1');
    expect(linked()).toEqual(['Sudland sudland/certain']);
    desk.keys('5');
    expect(desk.store.mentions[0]?.attributes['use']).toBe('government');
  });

  it('may not have somebody, and may be less than sure', () => {
    desk.select('Idris Valk').keys('p', '0');
    expect(linked()).toEqual(['Idris Valk nil/certain']);

    desk.keys('-', '-');
    expect(linked()).toEqual(['Idris Valk nil/possible']);
  });

  it('does not stand in the way of the next label', () => {
    desk.select('Sudland').keys('g', 'o');

    expect(desk.marked).toEqual(['ORG Sudland']);
  });
});

describe('a claim with act and linked speaker', () => {
  it('takes three inputs from the cursor when its speaker is known, four when it must be linked', () => {
    desk.select('Mirela Otunge').keys('p', 'Escape', 'Escape').cursor('harbour').keys('c');
    expect(offersOf(desk.editing)[0]).toMatchObject({ kind: 'party', cue: { start: 14, end: 18 } });

    desk.keys('1', 'Enter', '1');
    const claim = desk.store.claims[0];
    expect(claim && desk.text.quote(claim.content)).toBe('the harbour will open');
    expect(claim && desk.text.quote(claim.cue)).toBe('said');
    expect(claim?.attributes).toMatchObject({ form: 'indirect', act: 'assert' });
    expect(linked()).toEqual(['Mirela Otunge otunge/certain']);
    expect(desk.editing.step).toBeUndefined();
  });

  it('marks a speaker that nobody marked, and asks who it is', () => {
    desk.select('Mirela Otunge').keys('1').cursor('wait').keys('c');
    expect(offersOf(desk.editing)[0]).toMatchObject({ kind: 'words', label: 'PERSON' });

    desk.keys('1', 'Enter', '1');
    expect(linked()).toEqual(['Mirela Otunge otunge/certain', 'She otunge/certain']);
    expect(desk.store.claims[0]?.source).toEqual([{ mention: desk.store.mentions[1]?.id }]);
    expect(desk.store.claims[0]?.attributes['act']).toBe('request');
  });

  it('knows the label of a speaker by the registry, and else asks for it', () => {
    desk.cursor('left').keys('c', '1');
    expect(desk.marked).toEqual(['PERSON Idris Valk']);

    const other = new Desk('Ada Weber denied that the rain had come.');
    other.cursor('rain').keys('c', '1', 'p');
    expect(other.marked).toEqual(['PERSON Ada Weber']);
    expect(other.store.claims[0]?.source).toEqual([{ mention: other.store.mentions[0]?.id }]);
  });

  it('keeps the act that was chosen over the one that is proposed', () => {
    desk.select('Mirela Otunge').keys('1').cursor('harbour').keys('c', '1', 'p');

    expect(desk.store.claims[0]?.attributes['act']).toBe('promise');
  });

  it('learns cues and acts from the document', () => {
    desk.select('Idris Valk').keys('1').select('Valk stayed').keys('c').select('with').keys('u', '1', 'w');
    desk.keys('Escape', 'Escape').select('and Otunge left').keys('c');

    expect(desk.editing.cues.get('with')).toBe('warn');
  });
});

describe('marking the same', () => {
  it('shows the places first, and takes them as one step', () => {
    desk.select('Sudland').keys('g', '1', '*');
    expect(desk.marked).toHaveLength(1);
    expect(desk.editing.same?.places).toHaveLength(1);

    desk.keys('Enter');
    expect(desk.marked).toEqual(['GPE Sudland', 'GPE Sudland']);
    expect(linked()).toEqual(['Sudland sudland/certain', 'Sudland sudland/certain']);
    expect(desk.steps.at(-1)).toBe(1);
  });

  it('lets single places out, and all of them with Escape', () => {
    desk.select('Valk').keys('p', 'Escape', '*', '1', 'Enter');
    expect(desk.marked).toHaveLength(1);

    desk.keys('*', 'Escape');
    expect(desk.editing.same).toBeUndefined();
    expect(desk.marked).toHaveLength(1);
  });

  it('leaves alone what is marked there already', () => {
    desk.select('Idris Valk').keys('p', 'Escape').select('Valk denied').keys('o').select('Otunge left').keys('o');
    desk.select('Mirela Otunge').keys('p', 'Escape', '*');

    expect(desk.said.at(-1)).toBe('“Mirela Otunge” stands nowhere else unmarked.');
  });
});

describe('a label', () => {
  it('is given again by a point', () => {
    desk.select('Mirela').keys('p', 'Escape', 'Escape').select('Valk').keys('.');

    expect(desk.marked).toEqual(['PERSON Mirela', 'PERSON Valk']);
  });

  it('stays with Shift until Escape', () => {
    desk.keys('Shift-g').select('Sudland').keys('Enter');
    expect(desk.marked).toEqual(['GPE Sudland']);
    expect(desk.said).toContain('State or city stays: every selection gets it until Escape.');

    desk.keys('Escape', 'Escape', 'Escape');
    expect(desk.editing.sticky).toBeUndefined();
  });
});

describe('a mark', () => {
  it('grows and shrinks by words at either end, the possessive as a step of its own', () => {
    desk.select('Sudland').keys('g', ']', ']');
    expect(desk.marked).toEqual(['GPE Sudland’s Ministry']);

    desk.keys('}', '}', '[');
    expect(desk.marked).toEqual(['GPE on Sudland']);
    desk.keys('{', ']');
    expect(desk.marked).toEqual(['GPE Sudland’s']);
  });

  it('takes the focus from the cursor when its border is moved', () => {
    desk.select('Sudland').keys('g', 'Escape', 'Escape').cursor('udland').keys(']');

    expect(desk.marked).toEqual(['GPE Sudland’s']);
  });

  it('can be put on other words', () => {
    desk.select('Valk').keys('p', '1').select('Idris Valk').keys('_');

    expect(desk.marked).toEqual(['PERSON Idris Valk']);
    expect(linked()).toEqual(['Idris Valk valk/certain']);
  });

  it('can be cut in two and joined again, each as one step', () => {
    desk.select('Mirela Otunge').keys('p', '1').cursor('Otunge').keys('|');
    expect(desk.marked).toEqual(['PERSON Mirela', 'PERSON Otunge']);
    expect(desk.steps.at(-1)).toBe(2);

    desk.keys('&');
    expect(desk.marked).toEqual(['PERSON Mirela Otunge']);
    expect(desk.steps.at(-1)).toBe(2);
  });

  it('hands what used it over when it is joined to another', () => {
    desk.select('Otunge').keys('p', '1').select('Mirela').keys('p', 'Escape').cursor('harbour').keys('c', '1');
    const claim = desk.store.claims[0];
    expect(desk.store.mentions).toHaveLength(2);

    desk.editing.focusOn(desk.store.mentions[0]?.id);
    desk.keys('&');
    expect(desk.store.mentions).toHaveLength(1);
    expect(desk.store.claims[0]?.source).toEqual([{ mention: desk.store.mentions[0]?.id }]);
    expect(claim).toBeDefined();
  });
});
