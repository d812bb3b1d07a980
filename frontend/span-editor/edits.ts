/** What an edit does to annotations. Never touches the DOM. */
import { type Annotation, type Change, type Claim, type Edit, type Party, isReverting } from './protocol.js';
import { isMention, usedBy } from './users.js';

/** Annotations as edits find them and leave them. */
export interface Layer {
  get(id: string): Annotation | undefined;
  set(id: string, after: Annotation | undefined): void;
  /** Ids of those that may name an annotation, and some more. */
  users(id: string): readonly string[];
}

/** Does an edit to a layer. A cascading delete also takes the annotation out of the claims and relations that use it. */
export function fold(layer: Layer, edit: Edit): Change[] {
  if (isReverting(edit)) {
    return edit.changes.map(({ id, after }) => {
      const before = layer.get(id);
      layer.set(id, after);
      return { id, before, after };
    });
  }
  const id = edit.op === 'put' ? edit.value.id : edit.target;
  const before = layer.get(id);
  if (edit.op === 'put') {
    const after = annotationOf(edit);
    layer.set(id, after);
    return [{ id, before, after }];
  }
  if (!before) return [];
  const users = edit.cascade ? layer.users(id) : [];
  layer.set(id, undefined);
  const changes: Change[] = [{ id, before, after: undefined }];
  for (const userId of new Set(users)) {
    const user = layer.get(userId);
    if (!user || user.kind === 'mention' || !usedBy(user).includes(id)) continue;
    const after: Annotation | undefined = user.kind === 'claim' ? { kind: 'claim', value: withoutUse(user.value, id) } : undefined;
    layer.set(userId, after);
    changes.push({ id: userId, before: user, after });
  }
  return changes;
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
