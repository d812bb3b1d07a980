/** The calls of the HTTP contract that the editor makes, and what can come of a call. */
import { type ChecksAnswer, type DocumentAnswer, type Edit, type EditAnswer, type EntitiesAnswer, type Entity, type FarAnnotation, type FarTie, type HistoryAnswer, type Me, type NoteThread, type Problem, type SetAnswer, type Span, isReverting } from './protocol.js';
import type { OwnKeys } from './key-map.js';
import type { SchemeAnswer } from './scheme-answer.js';

/** What can come of a call: only `refused` is the server's considered answer that it will not. */
export type Outcome<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'refused'; readonly status: number; readonly problem: Problem }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'offline' };

/** Edits of the log in one answer: what somebody takes back at a stretch. */
const HISTORY_PAGE = 200;

/** `window.fetch`, or what stands for it in a test. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export class Server {
  #csrf: { readonly header: string; readonly token: string } | undefined;
  /** Whose page this is. Nothing is ever sent for somebody else who signed in meanwhile in another tab. */
  #user: string | undefined;
  /** Which of the document's texts is open, once that is known. Edits say it, so that none lands in another text. */
  revision: number | undefined;
  /** Called when the document was given another text while it is open. */
  corrected = (): void => undefined;

  constructor(
    private readonly base = '',
    private readonly fetcher: Fetch = (url, init) => fetch(url, init),
    /** An earlier text of the document, to be read with the marks it had. */
    private readonly earlier?: number,
  ) {}

  get isEarlier(): boolean {
    return this.earlier !== undefined;
  }

  async me(): Promise<Outcome<Me>> {
    const outcome = await this.#json<Me>('GET', '/me');
    if (outcome.kind !== 'done') return outcome;
    this.#user ??= outcome.value.name;
    if (outcome.value.name !== this.#user) return { kind: 'signed-out' };
    this.#csrf = outcome.value.csrf ?? undefined;
    return outcome;
  }

  keys(): Promise<Outcome<{ readonly keys: OwnKeys }>> {
    return this.#json('GET', '/me/keys');
  }

  keepKeys(keys: OwnKeys): Promise<Outcome<object>> {
    return this.#json('PUT', '/me/keys', { keys });
  }

  async document(document: string): Promise<Outcome<DocumentAnswer>> {
    const outcome = await this.#json<DocumentAnswer>('GET', this.#readPath(document));
    if (outcome.kind === 'done') this.revision = outcome.value.revision;
    return outcome;
  }

  /** @param sha256 of the text wanted, for a document that had others before: the browser may have kept one of those */
  text(document: string, sha256?: string): Promise<Outcome<string>> {
    const query = sha256 === undefined ? '' : `?sha256=${sha256}`;
    return this.#call('GET', `${this.#readPath(document)}/text${query}`, undefined, 'text/plain', (response) => response.text());
  }

  scheme(project: string): Promise<Outcome<SchemeAnswer>> {
    return this.#json('GET', `/projects/${encodeURIComponent(project)}/scheme`);
  }

  /** Some of a project's entities, as the query says: `limit`, and `ids`, `q` or `text` with its place. */
  entities(project: string, query: Readonly<Record<string, string>>): Promise<Outcome<EntitiesAnswer>> {
    return this.#json('GET', `/projects/${encodeURIComponent(project)}/entities?${new URLSearchParams(query).toString()}`);
  }

  addEntity(project: string, entity: { readonly name: string; readonly type: string; readonly document: string }): Promise<Outcome<Entity>> {
    return this.#json('POST', `/projects/${encodeURIComponent(project)}/entities`, entity);
  }

  threads(document: string): Promise<Outcome<{ readonly items: readonly NoteThread[] }>> {
    return this.#json('GET', `/documents/${encodeURIComponent(document)}/threads`);
  }

  beginThread(document: string, thread: { readonly subject: string; readonly text: string; readonly span?: Span }): Promise<Outcome<NoteThread>> {
    return this.#json('POST', `/documents/${encodeURIComponent(document)}/threads`, thread);
  }

  reply(thread: string, text: string): Promise<Outcome<NoteThread>> {
    return this.#json('POST', `/threads/${encodeURIComponent(thread)}/comments`, { text });
  }

  resolveThread(thread: string): Promise<Outcome<NoteThread>> {
    return this.#json('POST', `/threads/${encodeURIComponent(thread)}/resolution`);
  }

  async set(document: string, who: string, since?: number): Promise<Outcome<SetAnswer>> {
    const query = since === undefined ? '' : `?since=${since}`;
    const outcome = await this.#json<SetAnswer>('GET', `${this.#readPath(document)}/sets/${encodeURIComponent(who)}${query}`);
    const isCorrected = outcome.kind === 'done' && outcome.value.revision !== undefined && this.revision !== undefined;
    if (isCorrected && outcome.value.revision !== this.revision) this.corrected();
    return outcome;
  }

  edits(document: string, edits: readonly Edit[]): Promise<Outcome<EditAnswer>> {
    return this.#json('POST', `${setPath(document, 'me')}/edits`, { edits: edits.map(travelling) });
  }

  /** One's own log, newest first: what came since a sequence, or what was before one. */
  history(document: string, which: { readonly since: number } | { readonly cursor: number }): Promise<Outcome<HistoryAnswer>> {
    const query = new URLSearchParams(Object.entries({ ...which, limit: HISTORY_PAGE }).map(([name, value]) => [name, String(value)]));
    return this.#json('GET', `${setPath(document, 'me')}/history?${query.toString()}`);
  }

  /** What is open in one's own set, errors first. */
  checks(document: string): Promise<Outcome<ChecksAnswer>> {
    return this.#json('GET', `${setPath(document, 'me')}/checks`);
  }

  /** One's own annotations in the project's other documents: `kind`, `limit`, and `q` for their words. */
  elsewhere(document: string, query: Readonly<Record<string, string>>): Promise<Outcome<{ readonly items: readonly FarAnnotation[] }>> {
    return this.#json('GET', `${setPath(document, 'me')}/elsewhere?${new URLSearchParams(query).toString()}`);
  }

  /** The relations between one's own set and one's sets of other documents. */
  ties(document: string): Promise<Outcome<{ readonly items: readonly FarTie[] }>> {
    return this.#json('GET', `${setPath(document, 'me')}/ties`);
  }

  submit(document: string): Promise<Outcome<object>> {
    return this.#json('POST', `${setPath(document, 'me')}/submission`);
  }

  reopen(document: string): Promise<Outcome<object>> {
    return this.#json('DELETE', `${setPath(document, 'me')}/submission`);
  }

  /** Any other call of the contract, for the pages around the editor. */
  ask<T extends object>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object): Promise<Outcome<T>> {
    return this.#json(method, path, body);
  }

  #readPath(document: string): string {
    const path = `/documents/${encodeURIComponent(document)}`;
    return this.earlier === undefined ? path : `${path}/revisions/${this.earlier}`;
  }

  eventsUrl(document: string): string {
    return `${this.base}/api/v1/documents/${encodeURIComponent(document)}/events`;
  }

  #json<T extends object>(method: string, path: string, body?: object): Promise<Outcome<T>> {
    return this.#call(method, path, body, 'application/json', async (response) => {
      const text = await response.text();
      const value: T = JSON.parse(text === '' ? '{}' : text);
      return value;
    });
  }

  /** A changing call that is forbidden is tried once more with a fresh token: a new session has a new one. */
  async #call<T>(
    method: string,
    path: string,
    body: object | undefined,
    accept: string,
    read: (response: Response) => Promise<T>,
  ): Promise<Outcome<T>> {
    const token = this.#csrf?.token;
    const outcome = await this.#once(method, path, body, accept, read);
    if (method === 'GET' || outcome.kind !== 'refused' || outcome.status !== 403) return outcome;
    const me = await this.me();
    if (me.kind === 'signed-out') return me;
    return me.kind === 'done' && this.#csrf?.token !== token ? this.#once(method, path, body, accept, read) : outcome;
  }

  async #once<T>(
    method: string,
    path: string,
    body: object | undefined,
    accept: string,
    read: (response: Response) => Promise<T>,
  ): Promise<Outcome<T>> {
    const headers: Record<string, string> = { Accept: `${accept}, application/problem+json` };
    if (body) headers['Content-Type'] = 'application/json';
    if (method !== 'GET' && this.#csrf) headers[this.#csrf.header] = this.#csrf.token;
    try {
      const response = await this.fetcher(`${this.base}/api/v1${path}`, {
        method,
        headers,
        credentials: 'same-origin',
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      return await outcomeOf(response, accept, read);
    } catch {
      // the network failed, or what came was cut short
      return { kind: 'offline' };
    }
  }
}

async function outcomeOf<T>(response: Response, accept: string, read: (response: Response) => Promise<T>): Promise<Outcome<T>> {
  if (response.status === 401 || (response.redirected && new URL(response.url).pathname.endsWith('/login'))) {
    return { kind: 'signed-out' };
  }
  const type = response.headers.get('Content-Type') ?? '';
  if (response.ok) {
    // a proxy or a hotel's page answers 200 with HTML; nobody has stored anything then
    const expected = response.status === 204 || type === '' || type.startsWith(accept) || type.includes('json');
    return expected ? { kind: 'done', value: await read(response) } : { kind: 'offline' };
  }
  if (response.status >= 500 || response.status === 429 || response.status === 408 || !type.includes('json')) {
    return { kind: 'offline' };
  }
  const problem: Problem = JSON.parse(await response.text());
  return { kind: 'refused', status: response.status, problem };
}

/** An edit as the contract has it. */
function travelling(edit: Edit): object {
  return isReverting(edit) ? { id: edit.id, op: edit.op, target: edit.target } : edit;
}

function setPath(document: string, who: string): string {
  return `/documents/${encodeURIComponent(document)}/sets/${encodeURIComponent(who)}`;
}

/** The sentence to show for a problem. */
export function reasonOf(problem: Problem): string {
  const errors = (problem.errors ?? []).flatMap((error) => (error.message ? [error.message] : []));
  return [problem.detail ?? problem.title ?? '', ...errors].filter((part) => part !== '').join(' ');
}
