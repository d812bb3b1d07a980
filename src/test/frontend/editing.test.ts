import { beforeEach, describe, expect, it } from 'vitest';
import { guessedForm, proposals, withParty, withWords } from '../../../frontend/span-editor/claims.js';
import { DocumentText } from '../../../frontend/span-editor/document-text.js';
import { Scheme } from '../../../frontend/span-editor/scheme.js';
import edits from '../resources/protocol/edits.json';
import { Desk as AnyDesk } from './desk.js';
import { scheme as answer } from './scheme.js';

const words = 'Mirela Otunge, envoy of Norland, said that “the harbour will open”. Sudland’s Ministry denied it 😀 twice.\n';
const scheme = new Scheme(answer, 'en');
const text = new DocumentText(words, 'en');

/** With nobody in the registry, as in a project that has just begun. */
class Desk extends AnyDesk {
  constructor() {
    super(words);
  }
}

let desk: Desk;

beforeEach(() => {
  desk = new Desk();
});

describe('marking', () => {
  it('takes two inputs: words and a key', () => {
    desk.select('Mirela Otun').keys('p');

    expect(desk.marked).toEqual(['PERSON Mirela Otunge']);
    expect(desk.store.mentions[0]?.attributes).toEqual({ level: 'NAM' });
    expect(desk.said.at(-1)).toBe('Person marked: Mirela Otunge');
  });

  it('leaves the possessive outside', () => {
    desk.select('Sudland’s').keys('g');

    expect(desk.marked).toEqual(['GPE Sudland']);
  });

  it('counts in code points behind an astral character', () => {
    desk.select('twice').keys('q');

    expect(desk.store.mentions[0]?.spans).toEqual([{ start: [...words.slice(0, words.indexOf('twice'))].length, end: [...words].length - 2 }]);
  });

  it('nests and allows two labels on the same words', () => {
    desk.select('envoy of Norland').keys('r').select('Norland').keys('g').select('Norland').keys('n');

    expect(desk.marked).toEqual(['ROLE envoy of Norland', 'GPE Norland', 'NORP Norland']);
  });

  it('does not mark the same words with the same label twice', () => {
    desk.select('Norland').keys('g').select('Norland').keys('g');

    expect(desk.marked).toEqual(['GPE Norland']);
  });

  it('gives the mark under the cursor another label', () => {
    desk.select('Norland').keys('g', 'Escape').cursor('rland').keys('n');

    expect(desk.marked).toEqual(['NORP Norland']);
  });

  it('takes one input for the word at the cursor', () => {
    desk.cursor('rland').keys('g');

    expect(desk.marked).toEqual(['GPE Norland']);
  });

  it('says so if there are no words', () => {
    desk.cursor('😀').keys('p');

    expect(desk.marked).toEqual([]);
    expect(desk.said.at(-1)).toBe('Select words first.');
  });

  it('moves either border by one character, and never away altogether', () => {
    desk.select('Norland').keys('g', 'Alt-ArrowLeft', 'Alt-Shift-ArrowRight');
    expect(desk.marked).toEqual(['GPE orlan']);

    desk.keys(...Array.from({ length: 9 }, () => 'Alt-ArrowLeft'));
    expect(desk.marked).toEqual(['GPE o']);
  });

  it('adds words as a stretch of their own', () => {
    desk.select('envoy').keys('r').select('Norland').keys('+');

    expect(desk.marked).toEqual(['ROLE envoy … Norland']);
  });

  it('numbers the attributes of a mention through, and asks only for those that apply', () => {
    desk.select('Norland').keys('g', '2', '5');
    expect(desk.store.mentions[0]?.attributes).toEqual({ level: 'NOM', use: 'government' });

    desk.select('Mirela Otunge').keys('p', '5');
    expect(desk.store.mentions[0]?.attributes).toEqual({ level: 'NAM' });
  });

  it('does nothing to the set of somebody else', () => {
    desk.editing.isReadOnly = true;
    desk.select('Norland').keys('g', 'Delete');

    expect(desk.marked).toEqual([]);
  });
});

describe('a claim', () => {
  function claimed(): Desk {
    return desk.select('Mirela Otunge').keys('p').select('“the harbour will open”').keys('c').select('said').keys('u', '1', 'p');
  }

  it('takes seven inputs with its source and its act', () => {
    const claim = claimed().store.claims[0];

    expect(claim && text.quote(claim.content)).toBe('“the harbour will open”');
    expect(claim && text.quote(claim.cue)).toBe('said');
    expect(claim?.source).toEqual([{ mention: desk.store.mentions[0]?.id }]);
    expect(claim?.attributes).toEqual({ polarity: 'positive', certainty: 'certain', form: 'direct', act: 'promise' });
    expect(desk.editing.step).toBeUndefined();
  });

  it('asks for one part after the other', () => {
    desk.select('the harbour will open').keys('c');
    expect(desk.editing.step).toMatchObject({ role: { id: 'source' } });

    desk.keys('Enter');
    expect(desk.editing.step).toMatchObject({ attribute: { id: 'act' } });

    desk.keys('u', 'Backspace', 'Backspace');
    expect(desk.editing.step).toMatchObject({ role: { id: 'content' } });
  });

  it('takes a constant for its source', () => {
    desk.select('the harbour will open').keys('c', 's', '1');

    expect(desk.store.claims[0]?.source).toEqual([{ constant: 'author' }]);
  });

  it('makes a mention of a source that has none yet', () => {
    desk.select('the harbour will open').keys('c').select('Mirela Otunge').keys('s', 'p');

    expect(desk.marked).toEqual(['PERSON Mirela Otunge']);
    expect(desk.store.claims[0]?.source).toEqual([{ mention: desk.store.mentions[0]?.id }]);
  });

  it('takes a mention made while it asks for the source', () => {
    desk.select('the harbour will open').keys('c', 's').select('Mirela Otunge').keys('p');

    expect(desk.store.claims[0]?.source).toEqual([{ mention: desk.store.mentions[0]?.id }]);
    expect(desk.editing.claim).toBeDefined();
  });

  it('changes an attribute by its key and the value’s', () => {
    const certainty = scheme.claim?.attributes.find((one) => one.id === 'certainty');
    claimed().keys(certainty?.key ?? '', certainty?.choices.find((choice) => choice.value === 'possible')?.key ?? '');

    expect(desk.store.claims[0]?.attributes['certainty']).toBe('possible');
  });

  it('is tied to another by r, a number and the other claim', () => {
    claimed().keys('Escape').select('Ministry denied it').keys('c');
    const [first, second] = desk.store.claims;
    desk.editing.focusOn(second?.id);
    desk.keys('Escape', 'r', '2');
    desk.editing.focusOn(first?.id);

    expect(desk.store.relations).toMatchObject([{ type: 'denies', from: { claim: second?.id }, to: { claim: first?.id } }]);
    expect(desk.editing.focus).toBe(second?.id);
  });

  it('can stand inside another', () => {
    desk.select('said that “the harbour will open”').keys('c', 'Escape', 'Escape').select('the harbour will open').keys('c', 'i', '1');

    expect(desk.store.claims[1]?.parent).toBe(desk.store.claims[0]?.id);
  });

  it('is asked about once before the mention it uses is deleted everywhere', () => {
    claimed();
    desk.editing.focusOn(desk.store.mentions[0]?.id);
    desk.keys('Delete');
    expect(desk.marked).toHaveLength(1);

    desk.keys('Delete');
    expect(desk.marked).toEqual([]);
    expect(desk.store.claims[0]?.source).toEqual([]);
  });

  it('lets Escape back out step by step', () => {
    desk.select('the harbour will open').keys('c', 'Escape');
    expect(desk.editing.step).toBeUndefined();
    expect(desk.editing.focus).toBeDefined();

    desk.keys('Escape', 'Escape');
    expect(desk.editing.focus).toBeUndefined();
    expect(desk.asked).toEqual(['leave']);
  });
});

describe('the parts of a claim', () => {
  const form = scheme.claim?.attributes.find((one) => one.id === 'form');
  const source = scheme.claim?.roles.find((one) => one.id === 'source');

  it.each([
    ['“the harbour will open”', 'direct'],
    ['the harbour will open', 'indirect'],
    ['that “the harbour', 'mixed'],
    ['Ministry denied it', 'indirect'],
  ])('are quoted as the marks say: %s', (part, expected) => {
    const start = words.indexOf(part);

    expect(guessedForm(text, { start, end: start + part.length }, form)).toBe(expected);
  });

  it('take in the quotation marks around them', () => {
    desk.select('the harbour will open').keys('c');

    expect(desk.store.claims[0] && text.quote(desk.store.claims[0].content)).toBe('“the harbour will open”');
  });

  it('offer who stands near the cue, speakers before offices', () => {
    desk.select('envoy of Norland').keys('r').select('Norland').keys('g').select('Mirela Otunge').keys('p').select('the harbour will open').keys('c').select('said').keys('u');
    const claim = desk.store.claims[0];
    const offered = claim && source ? proposals(claim, source, desk.store, []) : [];

    expect(offered[0]).toEqual({ kind: 'party', party: { mention: desk.store.mentions[0]?.id } });
    expect(offered.slice(3)).toHaveLength(4);
  });

  it('replace the words they overlap and add to others', () => {
    desk.select('the harbour will open').keys('c');
    const claim = desk.store.claims[0];
    const at = claim?.content[0]?.start ?? 0;

    expect(claim && withWords(claim, 'content', { start: at, end: at + 3 }).content).toEqual([{ start: at, end: at + 3 }]);
    expect(claim && withWords(claim, 'content', { start: 0, end: 3 }).content).toHaveLength(2);
  });

  it('never name the same party twice', () => {
    desk.select('the harbour will open').keys('c', 's', '1');
    const claim = desk.store.claims[0];

    expect(claim && source && withParty(claim, source, { constant: 'author' }).source).toEqual([{ constant: 'author' }]);
  });
});

describe('what is sent', () => {
  /** Ids made in a test differ from run to run; here they are numbered in the order in which they appear. */
  function numbered(json: string): string {
    const ids: string[] = [];
    return json.replace(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]{21}/g, (id) => {
      if (!ids.includes(id)) ids.push(id);
      return `id-${ids.indexOf(id) + 1}`;
    });
  }

  it('is what the server reads: the same file is read by ProtocolTests in Java', () => {
    desk.select('Mirela Otunge').keys('p').select('Norland').keys('g', '5');
    desk.select('the harbour will open').keys('c').select('said').keys('u', '1', 'p', 'Escape');
    desk.select('Ministry denied it').keys('c', 's', '4', 'd', 'r', '2');
    desk.editing.focusOn(desk.store.claims[0]?.id);
    desk.editing.focusOn(desk.store.mentions[0]?.id);
    desk.keys('Delete', 'Delete');

    expect(JSON.parse(numbered(JSON.stringify(desk.store.pending)))).toEqual(edits);
  });
});
