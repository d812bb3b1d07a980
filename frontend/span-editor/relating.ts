/** Tying the claim in focus to another. Never touches the DOM. */
import type { Editing } from './editing.js';
import type { Relation } from './protocol.js';
import type { Scheme } from './scheme.js';
import { strings } from './strings.js';

/** Relation types that may start at the claim in focus. */
export function relationTypes(scheme: Scheme): Scheme['relations'] {
  return scheme.relations.filter((type) => type.from === scheme.claim?.id && type.to === scheme.claim.id);
}

export function startRelation(editing: Editing): void {
  if (editing.claim) editing.ask({ relating: { from: editing.claim.id } });
}

export function chooseRelation(editing: Editing, type: string): void {
  if (editing.relating) editing.ask({ relating: { from: editing.relating.from, type } });
}

/** Looks at another claim as the possible end of the relation in the making. */
export function consider(editing: Editing, id: string): void {
  if (!editing.relating) return;
  const candidate = editing.store.find(id);
  editing.ask({ relating: { ...editing.relating, candidate: id } }, candidate && strings.focused(editing.nameOf(candidate), editing.wordsOf(candidate)));
  if (candidate) editing.reveal(editing.placeOf(candidate));
}

export function deleteRelation(editing: Editing, relation: Relation): void {
  editing.remove({ kind: 'relation', value: relation });
}
