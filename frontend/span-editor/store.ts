/** One annotation set as the person sees it: what the server has confirmed, and on top what is still on its way. */
import { type Annotation, type Change, type Claim, type Edit, type End, type Kind, type Mention, type Party, type Relation, type SetAnswer, type SetState, isReverting } from './protocol.js';
import { compareLists, insertSorted, removeSorted } from './spans.js';

export type { Change };

type Annotations = Map<string, Annotation>;

interface Sorted {
  readonly mentions: Mention[];
  readonly claims: Claim[];
  readonly relations: Relation[];
}

/** More changes at once than this and sorting anew is quicker. */
const FEW = 50;

export class Store {
  state: SetState = 'draft';
  /** Of the last edit that the server told us of. */
  sequence = 0;
  #confirmed: Annotations = new Map();
  #shown: Annotations = new Map();
  #pending: Edit[] = [];
  readonly #watchers: ((changes: readonly Change[]) => void)[] = [];
  #sorted: Sorted | undefined;

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

  /** Claims and relations that name an annotation. */
  usersOf(id: string): readonly (Claim | Relation)[] {
    return [
      ...this.claims.filter((claim) => claim.parent === id || parties(claim).some((party) => isMention(party, id))),
      ...this.relations.filter((relation) => endId(relation.from) === id || endId(relation.to) === id),
    ];
  }

  /** Tells of every change from now on, as soon as it is made. */
  watch(watcher: (changes: readonly Change[]) => void): void {
    this.#watchers.push(watcher);
  }

  /** Takes over a whole set, or with `deleted` what changed since. */
  receive(answer: SetAnswer): Change[] {
    if (!answer.deleted) this.#confirmed = new Map();
    answer.mentions.forEach((value) => this.#confirmed.set(value.id, { kind: 'mention', value }));
    answer.claims.forEach((value) => this.#confirmed.set(value.id, { kind: 'claim', value }));
    answer.relations.forEach((value) => this.#confirmed.set(value.id, { kind: 'relation', value }));
    answer.deleted?.forEach((id) => this.#confirmed.delete(id));
    this.sequence = answer.sequence;
    this.state = answer.state;
    return this.#refold();
  }

  /** Shows an edit at once. */
  apply(edit: Edit): Change[] {
    this.#pending.push(edit);
    return this.#noting(fold(this.#shown, edit));
  }

  /** The server has stored an edit. */
  confirm(editId: string): void {
    const edit = this.#take(editId);
    if (edit) fold(this.#confirmed, edit);
  }

  /** The server will not store an edit: everything looks as if it had not been made. */
  refuse(editId: string): Change[] {
    return this.#take(editId) ? this.#refold() : [];
  }

  #take(editId: string): Edit | undefined {
    const index = this.#pending.findIndex((edit) => edit.id === editId);
    return index < 0 ? undefined : this.#pending.splice(index, 1)[0];
  }

  #refold(): Change[] {
    const before = this.#shown;
    this.#shown = new Map(this.#confirmed);
    for (const edit of this.#pending) fold(this.#shown, edit);
    const changes: Change[] = [];
    for (const [id, after] of this.#shown) {
      const old = before.get(id);
      if (!old || (old.value !== after.value && JSON.stringify(old) !== JSON.stringify(after))) changes.push({ id, before: old, after });
    }
    for (const [id, old] of before) {
      if (!this.#shown.has(id)) changes.push({ id, before: old, after: undefined });
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

export function parties(claim: Claim): readonly Party[] {
  return [...claim.source, ...claim.addressee, ...claim.target, ...claim.via];
}

export function isMention(party: Party, id: string): boolean {
  return 'mention' in party && party.mention === id;
}

export function endId(end: End): string {
  return 'mention' in end ? end.mention : end.claim;
}

export function putOf(id: string, annotation: Annotation): Edit {
  return { id, op: 'put', ...annotation };
}

export function deleteOf(id: string, kind: Kind, target: string, cascade: boolean): Edit {
  return { id, op: 'delete', kind, target, ...(cascade ? { cascade } : {}) };
}

/** Does an edit to the annotations. A cascading delete also takes the annotation out of the claims and relations that use it. */
function fold(annotations: Annotations, edit: Edit): Change[] {
  if (isReverting(edit)) return edit.changes.map(({ id, after }) => replace(annotations, id, after));
  const id = edit.op === 'put' ? edit.value.id : edit.target;
  const before = annotations.get(id);
  if (edit.op === 'put') {
    const after = annotationOf(edit);
    annotations.set(id, after);
    return [{ id, before, after }];
  }
  if (!before) return [];
  annotations.delete(id);
  const changes: Change[] = [{ id, before, after: undefined }];
  if (!edit.cascade) return changes;
  for (const [userId, user] of [...annotations]) {
    if (user.kind === 'relation' && (endId(user.value.from) === id || endId(user.value.to) === id)) {
      annotations.delete(userId);
      changes.push({ id: userId, before: user, after: undefined });
    } else if (user.kind === 'claim' && (user.value.parent === id || parties(user.value).some((party) => isMention(party, id)))) {
      const after: Annotation = { kind: 'claim', value: withoutUse(user.value, id) };
      annotations.set(userId, after);
      changes.push({ id: userId, before: user, after });
    }
  }
  return changes;
}

function replace(annotations: Annotations, id: string, after: Annotation | undefined): Change {
  const before = annotations.get(id);
  if (after) annotations.set(id, after);
  else annotations.delete(id);
  return { id, before, after };
}

function annotationOf(edit: Edit & { op: 'put' }): Annotation {
  switch (edit.kind) {
    case 'mention':
      return { kind: edit.kind, value: edit.value };
    case 'claim':
      return { kind: edit.kind, value: edit.value };
    case 'relation':
      return { kind: edit.kind, value: edit.value };
  }
}

function withoutUse(claim: Claim, id: string): Claim {
  const others = (role: readonly Party[]): Party[] => role.filter((party) => !isMention(party, id));
  return {
    ...claim,
    source: others(claim.source),
    addressee: others(claim.addressee),
    target: others(claim.target),
    via: others(claim.via),
    parent: claim.parent === id ? null : claim.parent,
  };
}
