/** Annotations of the workbench's articles, made by their words. */
import type { Annotation, Span } from '../../../../frontend/span-editor/protocol.js';

/** Where words stand, in code points. */
function at(text: string, words: string): Span {
  const unit = text.indexOf(words);
  if (unit < 0) throw new Error(`the text does not say “${words}”`);
  const start = [...text.slice(0, unit)].length;
  return { start, end: start + [...words].length };
}

function mention(id: string, label: string, ...spans: Span[]): Annotation {
  return { kind: 'mention', value: { id, label, spans, attributes: {}, link: null } };
}

export function marked(text: string): Annotation[] {
  const words = (what: string): Span => at(text, what);
  return [
    mention('person', 'PERSON', words('Mirela Otunge')),
    mention('role', 'ROLE', words('special envoy of the Republic of Norland to the Lake States')),
    mention('republic', 'GPE', words('Republic of Norland')),
    mention('norland', 'GPE', words('Norland')),
    mention('people', 'NORP', words('Norland')),
    mention('crossing', 'EVENT', words('Norland to the Lake')),
    mention('lakes', 'GPE', words('Lake States')),
    mention('torn', 'ORG', words('Sudland’s'), words('Ministry')),
    mention('outlet', 'MEDIA', words('Morning Courier')),
    mention('day', 'DATE', words('Tuesday')),
    mention('odd', 'WEATHER', words('frost')),
    mention('face', 'PERSON', words('😀')),
    mention('outside', 'PERSON', { start: 9000, end: 9010 }),
    {
      kind: 'claim',
      value: {
        id: 'claim',
        content: [words('“the harbour will open before the frost”'), words('that Sudland’s Foreign Ministry had promised to withdraw its barges')],
        cue: [words('told')],
        source: [{ mention: 'person' }],
        addressee: [{ mention: 'outlet' }],
        target: [],
        via: [],
        parent: null,
        attributes: { form: 'mixed', act: 'assert' },
        implicit: false,
      },
    },
    {
      kind: 'claim',
      value: {
        id: 'ready',
        content: [words('the tables have been ready for months')],
        cue: [words('According to')],
        source: [{ constant: 'unspecified' }],
        addressee: [],
        target: [],
        via: [],
        parent: null,
        attributes: { form: 'indirect', act: 'assert' },
        implicit: false,
      },
    },
    { kind: 'relation', value: { id: 'tie', type: 'denies', from: { claim: 'claim' }, to: { claim: 'ready' } } },
    { kind: 'relation', value: { id: 'far', type: 'same-as', from: { claim: 'claim' }, to: { claim: 'other', document: 'short' } } },
  ];
}

/** Every mark around all that come after it. */
export function nested(text: string): Annotation[] {
  const labels = ['PERSON', 'ORG', 'GPE', 'NORP', 'ROLE', 'EVENT', 'DOC', 'DATE'];
  const end = text.indexOf('\n');
  return Array.from({ length: 200 }, (_, index) => mention(`n${index}`, labels[index % labels.length] ?? 'ORG', { start: text.indexOf(`w${index} `) < 0 ? end - 4 : text.indexOf(`w${index} `), end }));
}
