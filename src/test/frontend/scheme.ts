import type { SchemeAnswer } from '../../../frontend/span-editor/scheme-answer.js';

/** A scheme in the shape in which the server answers it. */
export const scheme: SchemeAnswer = {
  id: 'envoys',
  version: 1,
  language: 'en',
  layers: {
    entity: {
      kind: 'span',
      name: { en: 'Entity' },
      span: { discontinuous: true, nesting: true, crossing: 'warn', 'same-span': 'different-label', snap: 'word', trim: true },
      labels: [
        { id: 'PERSON', name: { en: 'Person' }, key: 'p', colour: 1, hint: { en: 'A human being' } },
        { id: 'ORG', name: { en: 'Organisation' }, key: 'o', colour: 2 },
        { id: 'GPE', name: { en: 'State or city' }, key: 'g', colour: 3 },
        { id: 'NORP', name: { en: 'People' }, key: 'n', colour: 4 },
        { id: 'ROLE', name: { en: 'Office or title' }, key: 'r', colour: 5 },
        { id: 'EVENT', name: { en: 'Event' }, key: 'e', colour: 6 },
        { id: 'DOC', name: { en: 'Agreement or law' }, key: 'd', colour: 7 },
        { id: 'DATE', name: { en: 'Date or time' }, key: 't', colour: 8 },
        { id: 'QUANTITY', name: { en: 'Number or amount' }, key: 'q', colour: 10 },
        { id: 'MEDIA', name: { en: 'Outlet or platform' }, key: 'm', colour: 9 },
      ],
      attributes: [
        { id: 'level', name: { en: 'Form' }, type: 'choice', values: ['NAM', 'NOM', 'PRO'], default: 'NAM' },
        {
          id: 'use',
          name: { en: 'Used for' },
          type: 'choice',
          values: ['literal', 'government', 'people'],
          default: 'literal',
          'show-when': { field: 'label', in: ['GPE', 'NORP'] },
        },
      ],
      link: { registry: 'entities', confidence: ['certain', 'likely', 'possible'], nil: true },
    },
    claim: {
      kind: 'frame',
      name: { en: 'Claim' },
      key: 'c',
      roles: [
        { id: 'content', name: { en: 'Content' }, type: 'span', min: 1, max: 'many', 'allow-empty-as': 'implicit' },
        { id: 'cue', name: { en: 'Cue' }, type: 'span', min: 0, max: 'many' },
        {
          id: 'source',
          name: { en: 'Source' },
          type: 'mention',
          min: 1,
          max: 'many',
          constants: ['author', 'outlet', 'unspecified', 'uncertain'],
          labels: ['PERSON', 'ORG', 'GPE', 'NORP', 'ROLE', 'DOC', 'MEDIA'],
        },
        { id: 'addressee', name: { en: 'To whom' }, type: 'mention', min: 0, max: 'many' },
        { id: 'target', name: { en: 'About whom' }, type: 'mention', min: 0, max: 'many' },
        { id: 'via', name: { en: 'Passed on by' }, type: 'mention', min: 0, max: 'many' },
        { id: 'parent', name: { en: 'Inside claim' }, type: 'frame', min: 0, max: 1, inside: 'content' },
      ],
      attributes: [
        { id: 'form', name: { en: 'Form' }, type: 'choice', values: ['direct', 'mixed', 'indirect', 'scare'], required: true },
        {
          id: 'act',
          name: { en: 'Act' },
          type: 'choice',
          values: ['assert', 'deny', 'request', 'promise', 'refuse', 'warn', 'accuse', 'evaluate', 'propose', 'believe', 'intend', 'ask'],
          required: true,
        },
        { id: 'polarity', name: { en: 'Polarity' }, type: 'choice', values: ['positive', 'negative', 'unknown'], default: 'positive' },
        { id: 'certainty', name: { en: 'Certainty' }, type: 'scale', values: ['unknown', 'possible', 'probable', 'certain'], default: 'certain' },
        { id: 'standalone', name: { en: 'In own words' }, type: 'text', 'max-length': 500, optional: true },
      ],
    },
  },
  relations: [
    { id: 'same-as', name: { en: 'Same as' }, from: 'claim', to: 'claim' },
    { id: 'denies', name: { en: 'Denies' }, from: 'claim', to: 'claim', scope: 'project' },
    { id: 'member-of', name: { en: 'Member of' }, from: 'entity', to: 'entity' },
  ],
};
