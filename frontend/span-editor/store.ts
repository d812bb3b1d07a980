/** One annotation set as the person sees it: what the server has confirmed, and on top what is still on its way. */
import { type Layer, fold } from './edits.js';
import type { Annotation, Change, Claim, Edit, Kind, Mention, Relation, SetAnswer, SetState } from './protocol.js';
import { compareLists, insertSorted, removeSorted } from './spans.js';
import { Users } from './users.js';

export type { Change };

interface Sorted {
  readonly mentions: Mention[];
  readonly claims: Claim[];
  readonly relations: Relation[];
}

type Received = Pick<SetAnswer, 'mentions' | 'claims' | 'relations'>;

const NOTHING: Received = { mentions: [], claims: [], relations: [] };
/** More changes at once than this and sorting anew is quicker. */
const FEW = 50;

export class Store {
  state: SetState = 'draft';
  /** Of the last edit that the server told us of. */
  sequence = 0;
  #shown = new Map<string, Annotation>();
  /** What the server has of those annotations that pending edits show otherwise. All others are as they are shown. */
  readonly #beneath = new Map<string, Annotation | undefined>();
  #pending: Edit[] = [];
  readonly #watchers: ((changes: readonly Change[]) => void)[] = [];
  #sorted: Sorted | undefined;
  #users: Users | undefined;

  /** What is shown; before an edit changes it, what the server has is kept. */
  readonly #front: Layer = {
    get: (id) => this.#shown.get(id),
    set: (id, after) => {
      if (!this.#beneath.has(id)) this.#beneath.set(id, this.#shown.get(id));
      this.#write(id, after);
    },
    users: (id) => [...this.#usersOf(id)],
  };

  /** What the server has. */
  readonly #back: Layer = {
    get: (id) => (this.#beneath.has(id) ? this.#beneath.get(id) : this.#shown.get(id)),
    set: (id, after) => void this.#beneath.set(id, after),
    users: (id) => [...this.#usersOf(id), ...this.#beneath.keys()],
  };

  /** Edits that were not acknowledged yet, oldest first. */
  get pending(): readonly Edit[] {
    return this.#pending;
  }

  /** All there is, in no order. */
  get annotations(): Iterable<Annotation> {
    return this.#shown.values();
  }

  /** By position. */
  get mentions(): readonly Mention[] {
    return this.#all().mentions;
  }

  /** By position of the content. */
  get claims(): readonly Claim[] {
    return this.#all().claims;
  }

  get relations(): readonly Relation[] {
    return this.#all().relations;
  }

  find(id: string): Annotation | undefined {
    return this.#shown.get(id);
  }

  mention(id: string): Mention | undefined {
    const found = this.#shown.get(id);
    return found?.kind === 'mention' ? found.value : undefined;
  }

  claim(id: string): Claim | undefined {
    const found = this.#shown.get(id);
    return found?.kind === 'claim' ? found.value : undefined;
  }

  /** Claims and relations that name an annotation; claims first, by position. */
  usersOf(id: string): readonly (Claim | Relation)[] {
    const users = [...this.#usersOf(id)].flatMap((user) => this.#shown.get(user) ?? []);
    const claims = users.flatMap((one) => (one.kind === 'claim' ? [one.value] : [])).sort(compareClaims);
    return [...claims, ...this.relationsOf(id)];
  }

  /** Relations that start or end at an annotation. */
  relationsOf(id: string): readonly Relation[] {
    const users = [...this.#usersOf(id)].flatMap((user) => this.#shown.get(user) ?? []);
    return users.flatMap((one) => (one.kind === 'relation' ? [one.value] : [])).sort(compareIds);
  }

  /** Tells of every change from now on, as soon as it is made. */
  watch(watcher: (changes: readonly Change[]) => void): void {
    this.#watchers.push(watcher);
  }

  /** Takes over a whole set, or with `deleted` what changed since. */
  receive(answer: SetAnswer): Change[] {
    this.sequence = answer.sequence;
    this.state = answer.state;
    return answer.deleted ? this.#update(answer, answer.deleted) : this.#replace(answer);
  }

  /** Shows an edit at once. */
  apply(edit: Edit): Change[] {
    this.#pending.push(edit);
    return this.#noting(fold(this.#front, edit));
  }

  /** The server has stored an edit. */
  confirm(editId: string): void {
    const edit = this.#take(editId);
    if (!edit) return;
    fold(this.#back, edit);
    if (this.#pending.length > 0) return;
    for (const [id, one] of this.#beneath) if (isSame(one, this.#shown.get(id))) this.#beneath.delete(id);
  }

  /** The server will not store an edit: everything looks as if it had not been made. */
  refuse(editId: string): Change[] {
    return this.#take(editId) ? this.#update(NOTHING, []) : [];
  }

  #take(editId: string): Edit | undefined {
    const index = this.#pending.findIndex((edit) => edit.id === editId);
    return index < 0 ? undefined : this.#pending.splice(index, 1)[0];
  }

  #write(id: string, after: Annotation | undefined): void {
    this.#users?.follow(this.#shown.get(id), after);
    if (after) this.#shown.set(id, after);
    else this.#shown.delete(id);
  }

  #usersOf(id: string): ReadonlySet<string> {
    return (this.#users ??= new Users(this.#shown.values())).of(id);
  }

  /** Another whole set in place of this one, with the pending edits on top. */
  #replace(answer: SetAnswer): Change[] {
    const before = this.#shown;
    this.#shown = new Map();
    each(answer, (one) => this.#shown.set(one.value.id, one));
    this.#sorted = undefined;
    this.#users = undefined;
    this.#beneath.clear();
    for (const edit of this.#pending) fold(this.#front, edit);
    const changes: Change[] = [];
    // the first of all sets comes before anybody watches
    if (before.size === 0 && this.#watchers.length === 0) return changes;
    for (const [id, after] of this.#shown) {
      const old = before.get(id);
      if (!isSame(old, after)) changes.push({ id, before: old, after });
    }
    for (const [id, old] of before) if (!this.#shown.has(id)) changes.push({ id, before: old, after: undefined });
    return this.#noting(changes);
  }

  /** Takes the pending edits off, changes what the server has changed, and puts them on again. */
  #update(answer: Received, deleted: readonly string[]): Change[] {
    const before = new Map<string, Annotation | undefined>();
    const write = (id: string, after: Annotation | undefined): void => {
      if (!before.has(id)) before.set(id, this.#shown.get(id));
      this.#write(id, after);
    };
    for (const [id, one] of this.#beneath) write(id, one);
    this.#beneath.clear();
    each(answer, (one) => write(one.value.id, one));
    for (const id of deleted) write(id, undefined);
    for (const edit of this.#pending) for (const change of fold(this.#front, edit)) if (!before.has(change.id)) before.set(change.id, change.before);
    const changes: Change[] = [];
    for (const [id, old] of before) {
      const after = this.#shown.get(id);
      if (!isSame(old, after)) changes.push({ id, before: old, after });
    }
    return this.#noting(changes);
  }

  #noting(changes: Change[]): Change[] {
    if (changes.length > FEW) this.#sorted = undefined;
    else changes.forEach((change) => this.#resort(change));
    this.#watchers.forEach((watcher) => watcher(changes));
    return changes;
  }

  /** Keeps the sorted lists sorted without looking at all of them. */
  #resort(change: Change): void {
    if (!this.#sorted) return;
    const { mentions, claims, relations } = this.#sorted;
    for (const [one, put] of [
      [change.before, removeSorted],
      [change.after, insertSorted],
    ] as const) {
      if (one?.kind === 'mention') put(mentions, one.value, compareMentions);
      else if (one?.kind === 'claim') put(claims, one.value, compareClaims);
      else if (one) put(relations, one.value, compareIds);
    }
  }

  #all(): Sorted {
    if (!this.#sorted) {
      const sorted: Sorted = { mentions: [], claims: [], relations: [] };
      for (const one of this.#shown.values()) {
        if (one.kind === 'mention') sorted.mentions.push(one.value);
        else if (one.kind === 'claim') sorted.claims.push(one.value);
        else sorted.relations.push(one.value);
      }
      sorted.mentions.sort(compareMentions);
      sorted.claims.sort(compareClaims);
      sorted.relations.sort(compareIds);
      this.#sorted = sorted;
    }
    return this.#sorted;
  }
}

function compareMentions(left: Mention, right: Mention): number {
  return compareLists(left.spans, right.spans) || compareIds(left, right);
}

function compareClaims(left: Claim, right: Claim): number {
  return compareLists(left.content, right.content) || compareIds(left, right);
}

function compareIds(left: { readonly id: string }, right: { readonly id: string }): number {
  return left.id < right.id ? -1 : left.id > right.id ? 1 : 0;
}

/** @param revision of the text it was made in */
export function putOf(id: string, annotation: Annotation, revision?: number): Edit {
  return { id, op: 'put', ...annotation, ...(revision === undefined ? {} : { revision }) };
}

export function deleteOf(id: string, kind: Kind, target: string, cascade: boolean): Edit {
  return { id, op: 'delete', kind, target, ...(cascade ? { cascade } : {}) };
}

function each({ mentions, claims, relations }: Received, take: (one: Annotation) => void): void {
  for (const value of mentions) take({ kind: 'mention', value });
  for (const value of claims) take({ kind: 'claim', value });
  for (const value of relations) take({ kind: 'relation', value });
}

function isSame(one: Annotation | undefined, other: Annotation | undefined): boolean {
  return one?.value === other?.value || (one !== undefined && other !== undefined && JSON.stringify(one) === JSON.stringify(other));
}
