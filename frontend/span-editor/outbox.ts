/** Edits on their way to the server. What is written here survives a reload, a crash of the tab and a lost connection. */
import type { Edit } from './protocol.js';

export interface Waiting {
  /** Ascends in the order in which edits were made. */
  readonly position: number;
  readonly user: string;
  readonly document: string;
  readonly edit: Edit;
}

export interface Outbox {
  /** Whether edits outlive the page. */
  readonly isLasting: boolean;
  /** Returns once the edits are kept: all of them or none, so that what belongs together is sent together. */
  add(user: string, document: string, ...edits: Edit[]): Promise<void>;
  /** All edits of one person, oldest first. Another person's edits in the same browser are left alone. */
  waiting(user: string): Promise<Waiting[]>;
  /** Forgets what was acknowledged or refused. */
  remove(positions: readonly number[]): Promise<void>;
  close(): void;
}

const STORE = 'edit';
const OVERFLOW = 2 ** 50;

/** Opens the browser's outbox; one in memory where the browser keeps nothing, as in some private windows. */
export async function openOutbox(name = 'parley-outbox'): Promise<Outbox> {
  try {
    return new LastingOutbox(await opened(name));
  } catch {
    return new PassingOutbox();
  }
}

function opened(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(STORE, { keyPath: 'position', autoIncrement: true }).createIndex('user', 'user');
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the outbox could not be opened'));
    request.onblocked = () => reject(new Error('the outbox is held by another tab'));
  });
}

class LastingOutbox implements Outbox {
  isLasting = true;
  /** Holds what the browser refused to write, because its disk is full; behind everything that was written. */
  readonly #overflow = new PassingOutbox(OVERFLOW);

  constructor(private readonly database: IDBDatabase) {
    database.onversionchange = () => database.close();
  }

  async add(user: string, document: string, ...edits: Edit[]): Promise<void> {
    try {
      await this.#changing((store) => edits.forEach((edit) => store.add({ user, document, edit })));
    } catch {
      this.isLasting = false;
      await this.#overflow.add(user, document, ...edits);
    }
  }

  async waiting(user: string): Promise<Waiting[]> {
    return [...(await this.#written(user)), ...(await this.#overflow.waiting(user))];
  }

  async remove(positions: readonly number[]): Promise<void> {
    await this.#overflow.remove(positions);
    await this.#changing((store) => positions.forEach((position) => store.delete(position)));
  }

  close(): void {
    this.database.close();
  }

  #written(user: string): Promise<Waiting[]> {
    return new Promise((resolve, reject) => {
      const request: IDBRequest<Waiting[]> = this.database
        .transaction(STORE)
        .objectStore(STORE)
        .index('user')
        .getAll(IDBKeyRange.only(user));
      request.onsuccess = () => resolve(request.result.sort((left, right) => left.position - right.position));
      request.onerror = () => reject(request.error ?? new Error('the outbox could not be read'));
    });
  }

  #changing(change: (store: IDBObjectStore) => void): Promise<void> {
    return new Promise((resolve, reject) => {
      const transaction = this.database.transaction(STORE, 'readwrite', { durability: 'strict' });
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new Error('the outbox could not be written'));
      change(transaction.objectStore(STORE));
    });
  }
}

class PassingOutbox implements Outbox {
  readonly isLasting = false;
  #entries: Waiting[] = [];
  #position: number;

  constructor(first = 0) {
    this.#position = first;
  }

  add(user: string, document: string, ...edits: Edit[]): Promise<void> {
    edits.forEach((edit) => this.#entries.push({ position: ++this.#position, user, document, edit }));
    return Promise.resolve();
  }

  waiting(user: string): Promise<Waiting[]> {
    return Promise.resolve(this.#entries.filter((entry) => entry.user === user));
  }

  remove(positions: readonly number[]): Promise<void> {
    this.#entries = this.#entries.filter((entry) => !positions.includes(entry.position));
    return Promise.resolve();
  }

  close(): void {
    this.#entries = [];
  }
}
