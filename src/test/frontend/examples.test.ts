import { describe, expect, it } from 'vitest';
import { readExample } from '../../../frontend/span-editor/examples.js';
import { versionsOf } from '../../../frontend/span-editor/overlooking.js';
import type { Mention, SetAnswer } from '../../../frontend/span-editor/protocol.js';

describe('a marked example', () => {
  it('is read with labels and the claim of its line, by code points', () => {
    const { text, mentions, claims } = readExample('😀 [Ada [Weber](NAME)](PERSON source) [said](cue) that [it rains](content).\n[Nobody](PERSON) did.\n');

    const letters = Array.from(text);
    expect(text).toBe('😀 Ada Weber said that it rains.\nNobody did.');
    expect(mentions.map((one) => [one.label, ...one.spans.map((span) => letters.slice(span.start, span.end).join(''))])).toEqual([
      ['PERSON', 'Ada Weber'],
      ['NAME', 'Weber'],
      ['PERSON', 'Nobody'],
    ]);
    expect(claims).toMatchObject([{ source: [{ mention: mentions[0]?.id }], cue: [{ start: 12, end: 16 }], content: [{ start: 22, end: 30 }] }]);
  });

  it.each([
    ['brackets that nobody closes [stay', 'brackets that nobody closes [stay'],
    ['an [aside] of somebody', 'an [aside] of somebody'],
    ['as \\[they\\](PERSON) stand', 'as [they](PERSON) stand'],
    ['', ''],
  ])('leaves %s', (source, expected) => {
    expect(readExample(source)).toEqual({ text: expected, mentions: [], claims: [] });
  });
});

describe('several sets together', () => {
  it('differ in what not everybody has', () => {
    const mention = (id: string, label: string, start: number): Mention => ({ id, label, spans: [{ start, end: start + 2 }], attributes: {}, link: null });
    const set = (annotator: string, ...mentions: Mention[]): SetAnswer => ({ annotator, state: 'draft', sequence: 1, mentions, claims: [], relations: [] });

    const versions = versionsOf([set('ann', mention('a', 'ORG', 0), mention('b', 'GPE', 5)), set('ben', mention('c', 'ORG', 0), mention('d', 'ORG', 5))]);

    expect(versions.map((version) => [version.name, version.differs])).toEqual([
      ['1 ann', ['b']],
      ['2 ben', ['d']],
    ]);
  });
});
