import { beforeEach, describe, expect, it } from 'vitest';
import { Entities } from '../../../frontend/span-editor/entities.js';
import { Notes } from '../../../frontend/span-editor/notes.js';
import type { Annotation, Entity, Mention, NoteThread } from '../../../frontend/span-editor/protocol.js';
import { Server } from '../../../frontend/span-editor/server.js';

/** The part of a server that knows entities and threads. */
class Knowing {
  readonly asked: string[] = [];
  readonly entities: Entity[] = ['Ada Weber', 'Ben Quill', 'Cleo Varga'].map((name) => ({ id: name.slice(0, 3).toLowerCase(), type: 'PERSON', name, aliases: [] }));
  threads: NoteThread[] = [];
  reachable = true;

  readonly fetch = async (url: string, init: RequestInit): Promise<Response> => {
    if (!this.reachable) throw new TypeError('no network');
    this.asked.push(`${init.method ?? 'GET'} ${url.replace('/api/v1', '')}`);
    const query = new URL(url, 'http://parley').searchParams;
    if (url.includes('/entities')) return json(init.method === 'POST' ? this.#add(String(init.body)) : { items: this.#found(query) });
    if (init.method === 'POST') return json(this.#say(url, String(init.body)));
    return json({ items: this.threads });
  };

  #found(query: URLSearchParams): Entity[] {
    const ids = query.get('ids')?.split(',');
    const words = query.get('q') ?? query.get('text') ?? '';
    const limit = Number(query.get('limit') ?? 500);
    return this.entities.filter((one) => (ids ? ids.includes(one.id) : one.name.includes(words))).slice(0, limit === 500 ? 1 : limit);
  }

  #add(body: string): Entity {
    const sent: { name: string; type: string } = JSON.parse(body);
    const made = { ...sent, id: 'new', aliases: [], provisional: true };
    this.entities.push(made);
    return made;
  }

  #say(url: string, body: string): NoteThread {
    const sent: { subject?: string; text?: string } = JSON.parse(body === 'undefined' ? '{}' : body);
    const id = /threads\/([^/]+)\//.exec(url)?.[1];
    const before = this.threads.find((thread) => thread.id === id);
    const comment = { id: `c${this.asked.length}`, authorName: 'Ada', text: sent.text ?? '', at: '2026-01-01T00:00:00Z' };
    const thread: NoteThread = before
      ? url.endsWith('/resolution')
        ? { ...before, state: 'resolved' }
        : { ...before, comments: [...before.comments, comment] }
      : { id: `t${this.threads.length + 1}`, ...(sent.subject ? { subject: sent.subject } : {}), state: 'open', comments: [comment] };
    this.threads = [...this.threads.filter((one) => one.id !== thread.id), thread];
    return thread;
  }
}

function json(body: object): Response {
  return new Response(JSON.stringify(body), { headers: { 'Content-Type': 'application/json' } });
}

function mention(entity: string | null): Mention {
  return { id: 'm', label: 'PERSON', spans: [{ start: 3, end: 9 }], attributes: {}, link: entity === null ? null : { entity, confidence: 'certain' } };
}

let knowing: Knowing;
let changes: number;

beforeEach(() => {
  knowing = new Knowing();
  changes = 0;
});

describe('the registry in the browser', () => {
  let entities: Entities;

  beforeEach(() => {
    entities = new Entities(new Server('', knowing.fetch), 'p', 'd', () => changes++);
  });

  it('knows the first of the registry and whom the document names', async () => {
    await entities.load([mention('cle'), mention(null), mention('cle')]);

    expect(entities.entities.map((one) => one.name)).toEqual(['Ada Weber', 'Cleo Varga']);
    expect(knowing.asked).toEqual(['GET /projects/p/entities?limit=500', 'GET /projects/p/entities?ids=cle']);
  });

  it('asks once for the words of a mention, and says when somebody new came of it', async () => {
    expect(entities.found(mention(null), 'Quill')).toEqual([]);
    entities.found(mention(null), 'Quill');
    await expect.poll(() => changes).toBe(1);

    expect(entities.found(mention(null), 'Quill').map((one) => one.id)).toEqual(['ben']);
    expect(knowing.asked).toEqual(['GET /projects/p/entities?text=Quill&type=PERSON&document=d&before=3&limit=20']);
  });

  it('searches among those it knows at once, and asks the server once', async () => {
    await entities.load([]);
    expect(entities.search('web').map((one) => one.id)).toEqual(['ada']);
    entities.search('Cleo');
    entities.search('Cleo');
    await expect.poll(() => entities.search('Cleo').map((one) => one.id)).toEqual(['cle']);

    expect(knowing.asked.filter((one) => one.includes('q=Cleo'))).toHaveLength(1);
  });

  it('adds somebody for this document', async () => {
    const outcome = await entities.add('Dora Lind', 'PERSON');

    expect(outcome).toMatchObject({ kind: 'done', value: { id: 'new' } });
    expect(entities.find('new')?.provisional).toBe(true);
  });

  it('does not lead to those who were merged into others', async () => {
    knowing.entities[0] = { id: 'ada', type: 'PERSON', name: 'Ada Weber', aliases: [], mergedInto: 'ben' };
    await entities.load([mention('ben')]);

    expect(entities.entities.map((one) => one.id)).toEqual(['ben']);
    expect(entities.find('ada')?.mergedInto).toBe('ben');
  });
});

describe('notes', () => {
  const about: Annotation = { kind: 'mention', value: mention(null) };
  let notes: Notes;

  beforeEach(() => {
    notes = new Notes(new Server('', knowing.fetch), 'd', () => changes++);
  });

  it('begin a thread at the words, go on in it while it is open, and begin another after it is settled', async () => {
    await notes.add(about, { start: 3, end: 9 }, 'Is this her?');
    await notes.add(about, { start: 3, end: 9 }, 'It is.');
    const first = notes.about('m')[0];
    expect(first?.comments.map((comment) => comment.text)).toEqual(['Is this her?', 'It is.']);

    if (first) await notes.resolve(first);
    await notes.add(about, { start: 3, end: 9 }, 'Or not?');
    expect(notes.about('m').map((thread) => thread.state)).toEqual(['resolved', 'open']);
    expect(notes.about('other')).toEqual([]);
  });

  it('say so when they were not kept', async () => {
    knowing.reachable = false;

    expect(await notes.add(about, undefined, 'Lost?')).toBe('The note was not kept: there is no connection. It is still in the field.');
    expect(notes.about('m')).toEqual([]);
  });
});
