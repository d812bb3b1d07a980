/** Keeps what a person does on one page: the outbox, the way to the server, and the ear for other tabs and people. */
import { follow } from './following.js';
import { type Present, hear } from './hearing.js';
import type { Loaded } from './loading.js';
import { type Outbox, openOutbox } from './outbox.js';
import type { Annotation, Reverting } from './protocol.js';
import type { Outcome, Server } from './server.js';
import type { Store } from './store.js';
import { Sync, type SyncListener } from './sync.js';
import type { Deed } from './trail.js';

export interface KeepingListener extends SyncListener {
  /** Others who have the document open. */
  met(others: readonly Present[]): void;
  /** Entities of the registry, by id, are not as they were. */
  renamed(entities: readonly string[]): void;
}

export class Keeping {
  #outbox: Outbox | undefined;
  #sync: Sync | undefined;
  /** What is marked before the outbox is open waits for it. */
  readonly #early: ((sync: Sync) => void)[] = [];
  readonly #leaving = new AbortController();
  #stopHearing: () => void = () => undefined;

  constructor(
    private readonly server: Server,
    private readonly store: Store,
    private readonly loaded: Loaded,
    private readonly isOwn: boolean,
    private readonly listener: KeepingListener,
  ) {}

  get sync(): Sync | undefined {
    return this.#sync;
  }

  /** Whether edits outlive the page. */
  get isLasting(): boolean {
    return this.#outbox?.isLasting ?? true;
  }

  async start(): Promise<void> {
    const { me, set, document: about } = this.loaded;
    const met = (others: readonly Present[]): void => this.listener.met(others);
    const renamed = (entities: readonly string[]): void => this.listener.renamed(entities);
    if (this.isOwn) {
      this.#outbox = await openOutbox();
      if (this.#leaving.signal.aborted) return;
      const sync = (this.#sync = new Sync(this.server, this.#outbox, this.store, me.name, about.id, this.listener));
      await sync.start();
      if (this.#leaving.signal.aborted) return;
      this.#early.splice(0).forEach((make) => make(sync));
      this.#stopHearing = hear(this.server.eventsUrl(about.id), (who, sequence) => who === me.name && sync.heard(sequence), () => sync.refresh(), met, renamed);
      this.#watch(sync);
    } else if (set && set.annotator !== 'gold') {
      this.#stopHearing = follow(this.server, about.id, new Map([[set.annotator, this.store]]), { changed: (changes) => this.listener.changed(changes, 'server'), met, renamed });
    }
  }

  close(): void {
    this.#leaving.abort();
    this.#stopHearing();
    this.#sync?.close();
    this.#outbox?.close();
  }

  /** Several at once are one step for undo. */
  put(...annotations: Annotation[]): void {
    this.#edit((sync) => sync.put(...annotations));
  }

  /** @param first put before as part of the same step */
  delete(annotation: Annotation, cascade: boolean, ...first: Annotation[]): void {
    this.#edit((sync) => sync.delete(annotation, cascade, ...first));
  }

  /** What the step back or forth was; undefined if there is none. */
  async revert(reverting: Reverting): Promise<Outcome<{ readonly deed: Deed | undefined }>> {
    return this.#sync ? this.#sync.revert(reverting) : { kind: 'done', value: { deed: undefined } };
  }

  #watch(sync: Sync): void {
    const { signal } = this.#leaving;
    window.addEventListener('beforeunload', (event) => {
      // what the browser could not write down would be gone
      if (this.store.pending.length > 0 && !this.isLasting) event.preventDefault();
    }, { signal });
    window.addEventListener('online', () => sync.refresh(), { signal });
    window.addEventListener('focus', () => {
      if (sync.status.connection !== 'online') sync.refresh();
    }, { signal });
  }

  #edit(make: (sync: Sync) => void): void {
    if (this.#sync && this.#early.length === 0) make(this.#sync);
    else this.#early.push(make);
  }
}
