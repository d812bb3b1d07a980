import { describe, expect, it } from 'vitest';
import { actOf, cuesIn } from '../../../frontend/span-editor/cues.js';
import { DocumentText } from '../../../frontend/span-editor/document-text.js';
import { LearnedCues } from '../../../frontend/span-editor/learned-cues.js';
import { Scheme } from '../../../frontend/span-editor/scheme.js';
import { Store } from '../../../frontend/span-editor/store.js';
import { scheme } from './scheme.js';

const cues = { assert: ['گفت', '表示'], deny: ['تکذیب کرد', '否认'] };
const { claim } = scheme.layers;
const given = new Scheme({ ...scheme, layers: { ...scheme.layers, ...(claim ? { claim: { ...claim, cues } } : {}) } }, 'en').claim?.cues;
const { known } = new LearnedCues(new DocumentText('', 'fa'), new Store(), given);

describe('cues of the scheme', () => {
  it.each([
    ['وزیر گفت بندر باز است. سخنگو آن را تکذیب کرد.', ['گفت assert', 'تکذیب کرد deny']],
    ['特使表示，会谈顺利。部长否认了。', ['表示 assert', '否认 deny']],
    ['The envoy said so. گفتگو', ['said assert']],
  ])('are found in %s', (words, expected) => {
    const text = new DocumentText(words, 'en');

    const found = cuesIn(text, { start: 0, end: text.length }, known);

    expect(found.map((cue) => `${text.slice(cue)} ${cue.act}`)).toEqual(expected);
  });

  it('tell the act also among other words', () => {
    expect(actOf('قاطعانه تکذیب کرد', known)).toBe('deny');
    expect(actOf('flatly denied', known)).toBe('deny');
    expect(actOf('whistled', known)).toBeUndefined();
  });
});
