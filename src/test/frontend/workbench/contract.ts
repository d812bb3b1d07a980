/** The calls of the HTTP contract that the editor makes, answered from memory. */
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Plugin } from 'vite';
import type { Annotation, Edit, EditResult, Entity } from '../../../../frontend/span-editor/protocol.js';
import { scheme } from '../scheme.js';
import { article, arabicArticle, chineseArticle, denseArticle, longArticle, nestedArticle } from './articles.js';
import { marked, nested } from './sets.js';

interface Prepared {
  readonly text: string;
  readonly language: string;
  readonly annotations?: readonly Annotation[];
  readonly segments?: readonly object[];
}

const commentAt = [...denseArticle.slice(0, denseArticle.indexOf('Leave a comment'))].length;
const TEXTS: Readonly<Record<string, Prepared>> = {
  short: { text: article, language: 'en' },
  dense: {
    text: denseArticle,
    language: 'en',
    annotations: marked(denseArticle),
    segments: [{ type: 'boilerplate', start: commentAt, end: commentAt + 15 }],
  },
  nested: { text: nestedArticle(200), language: 'en', annotations: nested(nestedArticle(200)) },
  arabic: { text: arabicArticle, language: 'ar' },
  chinese: { text: chineseArticle, language: 'zh' },
  long: { text: longArticle(200), language: 'en' },
  million: { text: longArticle(2500), language: 'en' },
  line: { text: `${'one long line of words without an end, '.repeat(25_000)}end`, language: 'en' },
  lines: { text: 'a\n'.repeat(50_000), language: 'en' },
};

const ENTITIES: Entity[] = [
  { id: 'otunge', type: 'PERSON', name: 'Mirela Otunge', aliases: [{ form: 'Otunge' }] },
  { id: 'valk', type: 'PERSON', name: 'Idris Valk', aliases: [{ form: 'Valk' }] },
  { id: 'norland', type: 'GPE', name: 'Norland', aliases: [] },
  { id: 'sudland', type: 'GPE', name: 'Sudland', aliases: [] },
];

interface Kept {
  readonly annotations: Map<string, Annotation>;
  readonly edits: Map<string, number>;
  state: string;
  sequence: number;
}

export function contract(): Plugin {
  const sets = new Map<string, Kept>();
  const setOf = (document: string): Kept => {
    const given = TEXTS[document]?.annotations ?? [];
    const kept = sets.get(document) ?? { annotations: new Map(given.map((one) => [one.value.id, one])), edits: new Map(), state: 'draft', sequence: 0 };
    sets.set(document, kept);
    return kept;
  };
  return {
    name: 'contract',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = (request.url ?? '').split('?')[0] ?? '';
        const parts = /^\/api\/v1\/(me|projects|documents)(?:\/([^/]+))?(?:\/(.*))?$/.exec(path);
        if (path === '/versions') json(response, versions());
        else if (!parts) next();
        else void answer(request, response, setOf, parts[1] ?? '', parts[2] ?? '', parts[3] ?? '');
      });
    },
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  setOf: (document: string) => Kept,
  kind: string,
  id: string,
  rest: string,
): Promise<void> {
  if (kind === 'me') return json(response, { name: 'ada', displayName: 'Ada', csrf: { header: 'X-CSRF-TOKEN', token: 't' } });
  if (rest.startsWith('entities')) return json(response, request.method === 'POST' ? added(await posted<Entity>(request)) : { items: ENTITIES, next: null });
  if (kind === 'projects') return json(response, scheme);
  const { text, language, segments = [] } = TEXTS[id] ?? { text: article, language: 'en' };
  if (rest === '') {
    const sha256 = createHash('sha256').update(text).digest('hex');
    return json(response, { id, projectId: 'p', title: text.split('\n')[0]?.slice(0, 80), language, segments, sha256, length: { codePoints: [...text].length, utf16: text.length } });
  }
  if (rest === 'text') {
    response.setHeader('Content-Type', 'text/plain;charset=utf-8');
    response.end(text);
    return;
  }
  if (rest === 'threads' || rest.endsWith('/ties')) return json(response, { items: [] });
  if (rest === 'events') {
    response.setHeader('Content-Type', 'text/event-stream');
    response.write(': hello\n\n');
    return;
  }
  const kept = setOf(id);
  if (rest.endsWith('/edits')) return json(response, edit(kept, await body(request)));
  if (rest.endsWith('/checks')) {
    const items = [...kept.annotations.values()].flatMap((one) =>
      one.kind === 'claim' && one.value.source.length === 0 ? [{ check: 'min', severity: 'error', annotation: one.value.id, message: 'The claim has no source.' }] : [],
    );
    return json(response, { items });
  }
  if (rest.includes('/history')) return json(response, { items: [], next: null });
  if (rest.endsWith('/submission')) {
    kept.state = request.method === 'DELETE' ? 'draft' : 'submitted';
    return json(response, {});
  }
  const all = [...kept.annotations.values()];
  const values = (kindOf: Annotation['kind']): object[] => all.filter((one) => one.kind === kindOf).map((one) => one.value);
  json(response, { annotator: 'ada', state: kept.state, sequence: kept.sequence, schemeVersion: 1, mentions: values('mention'), claims: values('claim'), relations: values('relation') });
}

function edit(kept: Kept, edits: readonly Edit[]): object {
  const results = edits.map((one): EditResult => {
    if (kept.edits.has(one.id)) return { id: one.id, status: 'repeated' };
    kept.sequence += 1;
    kept.edits.set(one.id, kept.sequence);
    if (one.op === 'put') kept.annotations.set(one.value.id, one);
    else if (one.op === 'delete') kept.annotations.delete(one.target);
    return { id: one.id, status: 'applied' };
  });
  return { sequence: kept.sequence, results };
}

function added(entity: Entity): Entity {
  const kept = { ...entity, id: entity.name, provisional: true };
  ENTITIES.push(kept);
  return kept;
}

async function body(request: IncomingMessage): Promise<readonly Edit[]> {
  return (await posted<{ edits: readonly Edit[] }>(request)).edits;
}

async function posted<T>(request: IncomingMessage): Promise<T> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const parsed: T = JSON.parse(Buffer.concat(chunks).toString());
  return parsed;
}

function json(response: ServerResponse, value: object): void {
  response.setHeader('Content-Type', 'application/json');
  response.end(JSON.stringify(value));
}

function versions(): object {
  const mention = (id: string, label: string, start: number, end: number): object => ({ id, label, spans: [{ start, end }], attributes: {}, link: null });
  return [
    { name: 'ada', annotations: { mentions: [mention('a', 'PERSON', 68, 81)], claims: [], relations: [] }, differs: ['a'] },
    { name: 'ben', annotations: { mentions: [mention('b', 'ROLE', 68, 100)], claims: [], relations: [] }, differs: ['b'] },
    { name: 'cleo', annotations: { mentions: [mention('c', 'PERSON', 68, 81)], claims: [], relations: [] }, differs: [] },
  ];
}
