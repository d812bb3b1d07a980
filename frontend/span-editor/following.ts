/** Follows the sets of others while they are being read, where the project lets people see each other work. */
import { type Present, hear } from './hearing.js';
import type { Server } from './server.js';
import type { Change, Store } from './store.js';

export interface FollowingListener {
  /** What others did meanwhile. */
  changed(changes: readonly Change[]): void;
  /** Those who have the document open as well. */
  met?(others: readonly Present[]): void;
  /** Entities of the registry, by id, are not as they were. */
  renamed?(entities: readonly string[]): void;
}

/**
 * @param stores by whose set they hold
 * @returns stops following
 */
export function follow(server: Server, document: string, stores: ReadonlyMap<string, Store>, listener: FollowingListener): () => void {
  const followed = new Map([...stores].map(([who, store]) => [who, new Followed(server, document, who, store, listener)]));
  const stop = hear(
    server.eventsUrl(document),
    (who, sequence) => followed.get(who)?.heard(sequence),
    () => followed.forEach((one) => one.fetch()),
    (others) => listener.met?.(others),
    (entities) => listener.renamed?.(entities),
  );
  return () => {
    followed.forEach((one) => one.stop());
    stop();
  };
}

class Followed {
  #latest = 0;
  #isFetching = false;
  #isStopped = false;

  constructor(
    private readonly server: Server,
    private readonly document: string,
    private readonly who: string,
    private readonly store: Store,
    private readonly listener: FollowingListener,
  ) {}

  heard(sequence: number): void {
    this.#latest = Math.max(this.#latest, sequence);
    if (sequence > this.store.sequence) void this.fetch();
  }

  async fetch(): Promise<void> {
    if (this.#isFetching) return;
    this.#isFetching = true;
    const outcome = await this.server.set(this.document, this.who, this.store.sequence);
    this.#isFetching = false;
    if (this.#isStopped || outcome.kind !== 'done') return;
    this.listener.changed(this.store.receive(outcome.value));
    // more came while this was under way
    if (this.#latest > this.store.sequence) void this.fetch();
  }

  stop(): void {
    this.#isStopped = true;
  }
}
