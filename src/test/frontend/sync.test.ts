import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Outbox, openOutbox } from '../../../frontend/span-editor/outbox.js';
import type { Annotation, Edit, EditResult, LoggedEdit, Mention } from '../../../frontend/span-editor/protocol.js';
import { Server } from '../../../frontend/span-editor/server.js';
import { Store } from '../../../frontend/span-editor/store.js';
import { Sync, type SyncStatus } from '../../../frontend/span-editor/sync.js';

/** A small server that keeps a set in memory and answers as the contract says. */
class Memory {
  reachable = true;
  answersHtml = false;
  signedIn = true;
  user = 'ada';
  token = 'first';
  batches: Edit[][] = [];
  applied = new Map<string, Edit>();
  refuse = new Set<string>();
  malformed = new Set<string>();
  logged: readonly LoggedEdit[] = [];

  readonly fetch = async (url: string, init: RequestInit): Promise<Response> => {
    if (!this.reachable) throw new TypeError('no network');
    if (this.answersHtml) return new Response('<p>Welcome to the hotel', { headers: { 'Content-Type': 'text/html' } });
    if (!this.signedIn) return json({ title: 'Sign in', status: 401 }, 401);
    if (url.endsWith('/me')) return json({ name: this.user, displayName: 'Ada', csrf: { header: 'X-CSRF', token: this.token } });
    if (url.endsWith('/edits')) {
      if (new Headers(init.headers).get('X-CSRF') !== this.token) return json({ title: 'Forbidden' }, 403);
      const body: { edits: Edit[] } = JSON.parse(String(init.body));
      return this.#edit(body.edits);
    }
    if (url.includes('/history')) return json({ items: this.logged, next: null });
    return json({ annotator: 'ada', state: 'draft', sequence: this.applied.size, mentions: [], claims: [], relations: [], deleted: [] });
  };

  #edit(edits: Edit[]): Response {
    if (edits.some((edit) => this.malformed.has(edit.id))) return json({ title: 'Invalid', detail: 'cannot be read' }, 400);
    this.batches.push(edits);
    const results = edits.map((edit): EditResult => {
      if (this.refuse.has(targetOf(edit))) return { id: edit.id, status: 'rejected', reason: `no ${targetOf(edit)}` };
      const known = this.applied.has(edit.id);
      this.applied.set(edit.id, edit);
      return { id: edit.id, status: known ? 'repeated' : 'applied' };
    });
    return json({ sequence: this.applied.size, results });
  }
}

function json(body: object, status = 200): Response {
  const type = status < 400 ? 'application/json' : 'application/problem+json';
  return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': type } });
}

function targetOf(edit: Edit): string {
  return edit.op === 'put' ? edit.value.id : edit.target;
}

function mention(id: string): Annotation {
  const value: Mention = { id, label: 'PERSON', spans: [{ start: 0, end: 2 }], attributes: {}, link: null };
  return { kind: 'mention', value };
}

/** An editor page without a page. */
class Page {
  status: SyncStatus = { connection: 'online', waiting: 0, refusals: [] };
  readonly store = new Store();
  readonly sync: Sync;
  #watchers: { wanted: (status: SyncStatus) => boolean; resolve: () => void }[] = [];

  constructor(memory: Memory, outbox: Outbox, document = 'd1') {
    const server = new Server('', memory.fetch);
    this.sync = new Sync(server, outbox, this.store, 'ada', document, {
      changed: () => undefined,
      status: (status) => {
        this.status = status;
        this.#watchers = this.#watchers.filter((watcher) => {
          if (!watcher.wanted(status)) return true;
          watcher.resolve();
          return false;
        });
      },
    });
    this.server = server;
  }

  readonly server: Server;

  async open(): Promise<void> {
    await this.server.me();
    await this.sync.start();
  }

  until(wanted: (status: SyncStatus) => boolean): Promise<void> {
    if (wanted(this.status)) return Promise.resolve();
    return new Promise((resolve) => this.#watchers.push({ wanted, resolve }));
  }

  saved(): Promise<void> {
    return this.until((status) => status.waiting === 0 && status.connection === 'online');
  }
}

describe('keeping in step', () => {
  let memory: Memory;
  let outbox: Outbox;

  beforeEach(async () => {
    globalThis.indexedDB = new IDBFactory();
    memory = new Memory();
    outbox = await openOutbox();
  });

  it('sends edits in the order they were made', async () => {
    const page = new Page(memory, outbox);
    await page.open();

    for (const id of ['a', 'b', 'c', 'd']) page.sync.put(mention(id));
    await page.saved();

    expect(memory.batches.flat().map(targetOf)).toEqual(['a', 'b', 'c', 'd']);
    expect(await outbox.waiting('ada')).toEqual([]);
  });

  it('sends what belongs together as a group', async () => {
    const page = new Page(memory, outbox);
    await page.open();

    page.sync.put(mention('a'));
    page.sync.put(mention('b'), mention('c'));
    page.sync.delete(mention('b'), false, mention('d'));
    await page.saved();

    const groups = memory.batches.flat().map((edit) => edit.group);
    expect(groups[0]).toBeUndefined();
    expect(new Set(groups.slice(1, 3)).size).toBe(1);
    expect(new Set(groups.slice(3)).size).toBe(1);
    expect(groups[1]).not.toBe(groups[3]);
    expect(page.store.mentions.map((one) => one.id)).toEqual(['a', 'c', 'd']);
  });

  it('sends at most 500 edits at once', async () => {
    const page = new Page(memory, outbox);
    memory.reachable = false;
    await page.sync.start();
    for (let index = 0; index < 1203; index++) page.sync.put(mention(`m${index}`));
    await page.until((status) => status.connection === 'offline');

    memory.reachable = true;
    await page.server.me();
    page.sync.send();
    await page.saved();

    expect(memory.batches.map((batch) => batch.length)).toEqual([500, 500, 203]);
  });

  it('keeps edits over a reload without connection and sends them later', async () => {
    const page = new Page(memory, outbox);
    await page.open();
    memory.reachable = false;
    page.sync.put(mention('a'));
    page.sync.put(mention('b'));
    await page.until((status) => status.connection === 'offline');
    page.sync.close();
    outbox.close();

    memory.reachable = true;
    const later = new Page(memory, await openOutbox());
    await later.open();

    expect(later.store.mention('a')).toBeDefined();
    await later.saved();
    expect([...memory.applied.values()].map(targetOf)).toEqual(['a', 'b']);
  });

  it('sends what was left over from another document', async () => {
    const other = new Page(memory, outbox, 'd2');
    await other.open();
    memory.reachable = false;
    other.sync.put(mention('a'));
    await other.until((status) => status.connection === 'offline');
    other.sync.close();

    memory.reachable = true;
    const page = new Page(memory, outbox, 'd1');
    await page.open();
    page.sync.put(mention('b'));
    await page.saved();

    expect([...memory.applied.values()].map(targetOf)).toEqual(['a', 'b']);
    expect(page.store.mention('a')).toBeUndefined();
  });

  it('leaves the edits of another person alone', async () => {
    await outbox.add('bob', 'd1', { id: 'e', op: 'delete', kind: 'mention', target: 'x' });
    const page = new Page(memory, outbox);
    await page.open();
    page.sync.put(mention('a'));
    await page.saved();

    expect([...memory.applied.values()].map(targetOf)).toEqual(['a']);
    expect(await outbox.waiting('bob')).toHaveLength(1);
  });

  it('takes refused edits back and says why', async () => {
    memory.refuse.add('b');
    const page = new Page(memory, outbox);
    await page.open();
    page.sync.put(mention('a'));
    page.sync.put(mention('b'));
    await page.saved();

    expect(page.status.refusals).toEqual(['no b']);
    expect(page.store.mention('a')).toBeDefined();
    expect(page.store.mention('b')).toBeUndefined();

    page.sync.dismissRefusals();
    expect(page.status.refusals).toEqual([]);
  });

  it('lets one unreadable edit not take the others with it', async () => {
    const page = new Page(memory, outbox);
    memory.reachable = false;
    await page.sync.start();
    page.sync.put(mention('a'));
    page.sync.put(mention('b'));
    page.sync.put(mention('c'));
    await page.until((status) => status.connection === 'offline');
    const broken = (await outbox.waiting('ada'))[1]?.edit.id ?? '';
    memory.malformed.add(broken);

    memory.reachable = true;
    await page.server.me();
    page.sync.send();
    await page.saved();

    expect([...memory.applied.values()].map(targetOf)).toEqual(['a', 'c']);
    expect(page.status.refusals).toEqual(['cannot be read']);
  });

  it('takes a page of a proxy for no connection', async () => {
    const page = new Page(memory, outbox);
    await page.open();
    memory.answersHtml = true;
    page.sync.put(mention('a'));
    await page.until((status) => status.connection === 'offline');

    expect(await outbox.waiting('ada')).toHaveLength(1);
  });

  it('keeps edits while signed out', async () => {
    const page = new Page(memory, outbox);
    await page.open();
    memory.signedIn = false;
    page.sync.put(mention('a'));
    await page.until((status) => status.connection === 'signed-out');

    expect(page.status.waiting).toBe(1);

    memory.signedIn = true;
    memory.token = 'second';
    page.sync.send();
    await page.saved();
    expect(memory.applied.size).toBe(1);
  });

  it('never sends for somebody else who signed in meanwhile', async () => {
    const page = new Page(memory, outbox);
    await page.open();
    memory.user = 'bob';
    memory.token = 'of bob';
    page.sync.put(mention('a'));
    await page.until((status) => status.connection === 'signed-out');

    expect(memory.applied.size).toBe(0);
    expect(page.store.mention('a')).toBeDefined();
  });

  it('settles what another tab has sent', async () => {
    const tab = new Page(memory, outbox);
    const other = new Page(memory, outbox);
    await tab.open();
    await other.open();
    memory.reachable = false;
    tab.sync.put(mention('a'));
    await tab.until((status) => status.connection === 'offline');

    memory.reachable = true;
    other.sync.put(mention('b'));
    await other.saved();
    tab.sync.send();
    await tab.saved();

    expect([...memory.applied.values()].map(targetOf)).toEqual(['a', 'b']);
    expect(memory.batches.flat()).toHaveLength(2);
  });

  it('takes back and brings back without a connection, also after a reload', async () => {
    const page = new Page(memory, outbox);
    await page.open();
    page.sync.put(mention('a'));
    await page.saved();
    memory.reachable = false;
    page.sync.put(mention('b'), mention('c'));

    const undone = await page.sync.revert('undo');
    expect(undone.kind === 'done' && undone.value.deed?.changes.map((change) => change.id)).toEqual(['b', 'c']);
    await page.sync.revert('undo');
    expect(page.store.mentions).toEqual([]);
    await page.sync.revert('redo');
    expect(page.store.mentions.map((one) => one.id)).toEqual(['a']);
    await page.until((status) => status.connection === 'offline');
    page.sync.close();

    memory.reachable = true;
    const later = new Page(memory, await openOutbox());
    await later.open();
    expect(later.sync.trail.next('redo')?.changes).toHaveLength(2);
    await later.saved();

    expect(memory.batches.flat().map((edit) => edit.op)).toEqual(['put', 'put', 'put', 'undo', 'undo', 'redo']);
    expect(memory.batches.flat().every((edit) => !('changes' in edit))).toBe(true);
  });

  it('takes back right after opening what an earlier page did', async () => {
    const after: Mention = { id: 'a', label: 'PERSON', spans: [{ start: 0, end: 2 }], attributes: {}, link: null };
    memory.logged = [{ sequence: 1, id: 'e1', kind: 'mention', target: 'a', after, reason: 'edit', command: 1 }];
    const page = new Page(memory, outbox);
    await page.open();

    const undone = await page.sync.revert('undo');

    expect(undone.kind === 'done' && undone.value.deed?.changes.map((change) => change.id)).toEqual(['a']);
  });

  it('does not speak of taking back what was refused', async () => {
    memory.refuse.add('a');
    const page = new Page(memory, outbox);
    await page.open();
    memory.reachable = false;
    page.sync.put(mention('a'));
    const [edit] = page.store.pending;
    if (edit) memory.refuse.add(edit.id);
    await page.sync.revert('undo');

    memory.reachable = true;
    page.sync.send();
    await page.saved();

    expect(page.status.refusals).toEqual(['no a']);
    expect(page.sync.trail.next('undo')).toBeUndefined();
    expect(page.sync.trail.next('redo')).toBeUndefined();
  });
});
