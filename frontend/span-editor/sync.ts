/** Keeps the store, the outbox and the server in step. */
import type { Outbox, Waiting } from './outbox.js';
import { type Annotation, BATCH_LIMIT, type ChecksAnswer, type Edit, type EditResult, type Problem, type Reverting, isReverting } from './protocol.js';
import { type Outcome, type Server, reasonOf } from './server.js';
import { type Change, type Store, deleteOf, putOf } from './store.js';
import { type Deed, Trail, deedOf, reverted, stepsOf } from './trail.js';
import { uuid7 } from './uuid7.js';

/** What people and tests see of it. */
export interface SyncStatus {
  readonly connection: 'online' | 'offline' | 'signed-out';
  /** Edits made and not acknowledged. */
  readonly waiting: number;
  /** Why edits were refused; until dismissed. */
  readonly refusals: readonly string[];
}

export interface SyncListener {
  changed(changes: readonly Change[], cause: 'edit' | 'server' | 'refused'): void;
  status(status: SyncStatus): void;
}

/** Waits this long after a failed attempt, longer each time, at most the last. In milliseconds. */
const RETRY = [1000, 2000, 5000, 10_000, 30_000];

export class Sync {
  readonly trail = new Trail();
  #connection: SyncStatus['connection'] = 'online';
  #refusals: readonly string[] = [];
  /** Everything that talks to the server happens one after the other. */
  #queue: Promise<void> = Promise.resolve();
  #writes: Promise<void> = Promise.resolve();
  /** Settled once the log was asked for what was done before this page. */
  #lookedBack: Promise<void> = Promise.resolve();
  /** Edits that were refused: taking them back is no longer anything to speak of. */
  readonly #refused = new Set<string>();
  /** Edits of this page that reached the outbox. */
  readonly #written = new Set<string>();
  #sendQueued = false;
  #failures = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  constructor(
    private readonly server: Server,
    private readonly outbox: Outbox,
    private readonly store: Store,
    private readonly user: string,
    private readonly document: string,
    private readonly listener: SyncListener,
  ) {}

  get status(): SyncStatus {
    return { connection: this.#connection, waiting: this.store.pending.length, refusals: this.#refusals };
  }

  /** Shows again what an earlier page could not send, and sends it. */
  async start(): Promise<void> {
    const left = await this.outbox.waiting(this.user);
    left.forEach((one) => this.#written.add(one.edit.id));
    const here = left.filter((one) => one.document === this.document).map((one) => one.edit);
    this.listener.changed(stepsOf(here).flatMap((step) => this.#apply(step)), 'server');
    this.#tell();
    this.#lookedBack = this.#serially(() => this.#lookBack());
    this.send();
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#retry);
  }

  /** Several at once are one step for undo. */
  put(...annotations: Annotation[]): void {
    this.#make(annotations.map((annotation) => putOf(uuid7(), annotation, this.server.revision)));
  }

  /** @param first put before as part of the same step */
  delete(annotation: Annotation, cascade: boolean, ...first: Annotation[]): void {
    this.#make([...first.map((one) => putOf(uuid7(), one, this.server.revision)), deleteOf(uuid7(), annotation.kind, annotation.value.id, cascade)]);
  }

  dismissRefusals(): void {
    this.#refusals = [];
    this.#tell();
  }

  /** Sends what waits, now: the connection is back, or somebody asks. */
  send(): void {
    if (this.#sendQueued || this.#closed) return;
    this.#sendQueued = true;
    clearTimeout(this.#retry);
    void this.#serially(async () => {
      this.#sendQueued = false;
      await this.#writes;
      await this.#drain();
    });
  }

  /** Another tab or person has gone on to this sequence. */
  heard(sequence: number): void {
    if (sequence <= this.store.sequence) return;
    void this.#serially(async () => {
      if (sequence > this.store.sequence) await this.#pull();
    });
  }

  /** Asks for what changed, whatever was heard; for the moment after a connection was lost. */
  refresh(): void {
    void this.#serially(() => this.#pull());
    this.send();
  }

  /**
   * Takes the last step back, or does it once more: an edit like any other, so it needs no connection, unless the step was
   * made before the part of the log that this page knows.
   *
   * @returns the step, or undefined if there is none
   */
  async revert(reverting: Reverting): Promise<Outcome<{ readonly deed: Deed | undefined }>> {
    await this.#lookedBack;
    while (!this.trail.knows(reverting)) {
      const outcome = await this.server.history(this.document, { cursor: this.trail.beginning ?? 0 });
      if (outcome.kind !== 'done') return outcome;
      this.trail.receiveOlder(outcome.value);
    }
    const deed = this.trail.next(reverting);
    const target = deed?.ids[0];
    if (deed && target !== undefined) this.#make([{ id: uuid7(), op: reverting, target, changes: reverted(deed, reverting) }]);
    return { kind: 'done', value: { deed } };
  }

  /** What is open in the set, with all that was done counted in. */
  checks(): Promise<Outcome<ChecksAnswer>> {
    return this.#after(() => this.server.checks(this.document), false);
  }

  submit(): Promise<Outcome<object>> {
    return this.#after(() => this.server.submit(this.document));
  }

  reopen(): Promise<Outcome<object>> {
    return this.#after(() => this.server.reopen(this.document));
  }

  #after<T extends object>(call: () => Promise<Outcome<T>>, changes = true): Promise<Outcome<T>> {
    return new Promise((resolve) => {
      void this.#serially(async () => {
        await this.#writes;
        await this.#drain();
        if (this.store.pending.length > 0) {
          resolve({ kind: this.#connection === 'signed-out' ? 'signed-out' : 'offline' });
          return;
        }
        const outcome = await call();
        this.#connected(outcome);
        if (outcome.kind === 'done' && changes) await this.#pull();
        resolve(outcome);
      });
    });
  }

  #make(edits: readonly Edit[]): void {
    const group = edits.length > 1 ? edits[0]?.id : undefined;
    const made = group === undefined ? edits : edits.map((edit): Edit => ({ ...edit, group }));
    this.listener.changed(this.#apply(made), 'edit');
    this.#tell();
    // one write after the other keeps the order; only what is written is sent
    this.#writes = this.#writes.then(async () => {
      await this.outbox.add(this.user, this.document, ...made);
      made.forEach((edit) => this.#written.add(edit.id));
    });
    this.send();
  }

  /** Shows one step and remembers how to take it back. */
  #apply(step: readonly Edit[]): Change[] {
    const changes = step.flatMap((edit) => this.store.apply(edit));
    this.trail.made(deedOf(step, changes));
    return changes;
  }

  #serially(task: () => Promise<void>): Promise<void> {
    const run = this.#queue.then(() => (this.#closed ? undefined : task()));
    this.#queue = run.catch((failure: Error) => {
      console.error('The editor could not keep in step with the server.', failure);
    });
    return this.#queue;
  }

  async #drain(): Promise<void> {
    let limit = BATCH_LIMIT;
    for (;;) {
      const written = this.store.pending.filter((edit) => this.#written.has(edit.id));
      const waiting = await this.outbox.waiting(this.user);
      const first = waiting[0];
      if (this.#closed) return;
      if (!first) {
        await this.#settleOthers(written);
        return;
      }
      const batch = waiting.filter((one) => one.document === first.document).slice(0, limit);
      const outcome = await this.server.edits(first.document, batch.map((one) => one.edit));
      if (!this.#connected(outcome)) return;
      if (outcome.kind === 'refused' && batch.length > 1) {
        // one edit that cannot even be read must not take the others with it
        limit = 1;
      } else if (outcome.kind === 'refused') {
        await this.#settle(batch, batch.map((one) => rejected(one.edit, outcome.problem)));
        limit = BATCH_LIMIT;
        // the set may have been handed in elsewhere
        if (first.document === this.document) await this.#pull();
      } else if (outcome.kind === 'done') {
        const before = this.store.sequence;
        const settled = await this.#settle(batch, outcome.value.results);
        if (settled === 0) return;
        const applied = outcome.value.results.filter((result) => result.status === 'applied').length;
        if (first.document === this.document) {
          if (outcome.value.sequence === before + applied) this.store.sequence = outcome.value.sequence;
          else await this.#pull();
        }
      }
      this.#tell();
    }
  }

  /** @returns how many edits of the batch the server has answered for */
  async #settle(batch: readonly Waiting[], results: readonly EditResult[]): Promise<number> {
    const byId = new Map(results.map((result) => [result.id, result]));
    const settled = batch.filter((one) => byId.has(one.edit.id));
    await this.outbox.remove(settled.map((one) => one.position));
    const refused: Change[] = [];
    for (const one of settled) {
      const result = byId.get(one.edit.id);
      if (result?.status === 'rejected') {
        if (!isReverting(one.edit) || !this.#refused.has(one.edit.target)) this.#refusals = [...this.#refusals, reasonOfResult(result)];
        this.#refused.add(one.edit.id);
        this.trail.refuse(one.edit.id);
        if (one.document === this.document) refused.push(...this.store.refuse(one.edit.id));
      } else if (one.document === this.document) {
        this.store.confirm(one.edit.id);
      }
    }
    if (refused.length > 0) this.listener.changed(refused, 'refused');
    return settled.length;
  }

  /** What this page wrote and nobody holds any more was sent by another tab: the server's word on it is taken over. */
  async #settleOthers(sent: readonly Edit[]): Promise<void> {
    if (sent.length === 0) return;
    await this.#pull();
    this.listener.changed(sent.flatMap((edit) => this.store.refuse(edit.id)), 'server');
    this.#tell();
  }

  async #pull(): Promise<void> {
    const outcome = await this.server.set(this.document, 'me', this.store.sequence);
    if (this.#connected(outcome) && outcome.kind === 'done') {
      this.listener.changed(this.store.receive(outcome.value), 'server');
      await this.#lookBack();
      this.#tell();
    }
  }

  /** What was done here by others than this page can be taken back here as well. */
  async #lookBack(): Promise<void> {
    const outcome = await this.server.history(this.document, { since: this.trail.sequence });
    if (outcome.kind === 'done') this.trail.receive(outcome.value);
    this.#tell();
  }

  /** Notes whether the server was reached; if not, tries again later. */
  #connected(outcome: Outcome<object>): boolean {
    const reached = outcome.kind === 'done' || outcome.kind === 'refused';
    this.#connection = reached ? 'online' : outcome.kind;
    this.#failures = reached ? 0 : this.#failures + 1;
    if (!reached) {
      clearTimeout(this.#retry);
      this.#retry = setTimeout(() => this.refresh(), RETRY[Math.min(this.#failures, RETRY.length) - 1]);
    }
    this.#tell();
    return reached;
  }

  #tell(): void {
    if (!this.#closed) this.listener.status(this.status);
  }
}

function rejected(edit: Edit, problem: Problem): EditResult {
  return { id: edit.id, status: 'rejected', problem };
}

function reasonOfResult(result: EditResult): string {
  if (result.reason) return result.reason;
  if (typeof result.problem === 'string') return result.problem;
  return result.problem ? reasonOf(result.problem) : '';
}
