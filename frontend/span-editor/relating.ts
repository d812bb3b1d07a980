/** Tying the annotation in focus to another, here or in another document. Never touches the DOM. */
import type { Editing } from './editing.js';
import type { Placed } from './places.js';
import type { Annotation, End, FarAnnotation, Relation } from './protocol.js';
import type { SchemeRelation } from './scheme-answer.js';
import type { Scheme } from './scheme.js';
import { endId } from './users.js';
import { strings } from './strings.js';
import { uuid7 } from './uuid7.js';

/** A relation in the making: its start, then its type, then the other end. */
export interface Relating {
  readonly from: string;
  readonly type?: string;
  /** Looked at as the other end. */
  readonly candidate?: string;
}

/** Ends that are offered with a digit. */
const MOST = 9;

/** Relation types that may start at an annotation. */
export function relationTypes(scheme: Scheme, one: Annotation | undefined): readonly SchemeRelation[] {
  const layer = one && layerOf(scheme, one);
  return scheme.relations.filter((type) => type.from === layer);
}

/** The type of the relation in the making. */
export function typeInMaking({ scheme, relating }: Editing): SchemeRelation | undefined {
  return scheme.relations.find((type) => type.id === relating?.type);
}

/** Asks for the type, unless there is only one. */
export function startRelation(editing: Editing): void {
  const one = editing.focused;
  const types = relationTypes(editing.scheme, one);
  if (!one || types.length === 0) {
    editing.say(strings.noRelations);
    return;
  }
  const [only] = types.length === 1 ? types : [];
  editing.step = undefined;
  editing.ask({ relating: { from: one.value.id, ...(only ? { type: only.id } : {}) } }, only ? strings.chooseOther(editing.scheme.relationName(only.id)) : strings.chooseRelation);
}

export function chooseRelation(editing: Editing, type: string): void {
  if (editing.relating) editing.ask({ relating: { from: editing.relating.from, type } }, strings.chooseOther(editing.scheme.relationName(type)));
}

/** Tells which annotations may be the other end of the relation in the making. */
export function suitable(editing: Editing): (one: Placed) => boolean {
  const type = typeInMaking(editing);
  const from = editing.relating?.from;
  if (!type || from === undefined) return () => false;
  const tied = new Set(editing.store.relations.filter((one) => one.type === type.id && endId(one.from) === from).map((one) => endId(one.to)));
  return (one) => layerOf(editing.scheme, one) === type.to && one.value.id !== from && !tied.has(one.value.id);
}

/** What the relation in the making may lead to in this document, the nearest first. */
export function nearEnds(editing: Editing): Placed[] {
  const start = editing.store.find(editing.relating?.from ?? '');
  if (!start || start.kind === 'relation') return [];
  const suits = suitable(editing);
  const walk = (direction: 1 | -1): Placed[] => {
    const found: Placed[] = [];
    let next = editing.places.beside(start, direction, suits);
    while (next && found.length < MOST) {
      found.push(next);
      next = editing.places.beside(next, direction, suits);
    }
    return found;
  };
  const origin = editing.placeOf(start).start;
  const far = (one: Placed): number => Math.abs(editing.placeOf(one).start - origin);
  return [...walk(-1), ...walk(1)].sort((left, right) => far(left) - far(right)).slice(0, MOST);
}

/** Looks at an annotation as the possible end of the relation in the making. */
export function consider(editing: Editing, id: string): void {
  if (!editing.relating) return;
  const candidate = editing.store.find(id);
  editing.ask({ relating: { ...editing.relating, candidate: id } }, candidate && strings.focused(editing.nameOf(candidate), editing.wordsOf(candidate)));
  if (candidate) editing.reveal(editing.placeOf(candidate));
}

/** Makes the relation if the annotation suits. Returns whether it did. */
export function takeEnd(editing: Editing, id: string): boolean {
  const one = editing.store.find(id);
  if (!one || one.kind === 'relation' || !suitable(editing)(one)) return false;
  relate(editing, endOf(one));
  return true;
}

/** Makes the relation to an annotation of another document. */
export function takeFar(editing: Editing, far: FarAnnotation): void {
  editing.far.keep(far);
  relate(editing, far.kind === 'claim' ? { claim: far.id, document: far.document } : { mention: far.id, document: far.document });
}

export function deleteRelation(editing: Editing, relation: Relation): void {
  editing.remove({ kind: 'relation', value: relation });
}

function relate(editing: Editing, to: End): void {
  const from = editing.store.find(editing.relating?.from ?? '');
  const type = editing.relating?.type;
  if (!from || from.kind === 'relation' || type === undefined) return;
  editing.relating = undefined;
  editing.create({ kind: 'relation', value: { id: uuid7(), type, from: endOf(from), to } });
  editing.refresh();
}

function endOf(one: Placed): End {
  return one.kind === 'claim' ? { claim: one.value.id } : { mention: one.value.id };
}

function layerOf(scheme: Scheme, one: Annotation): string | undefined {
  if (one.kind === 'mention') return scheme.label(one.value.label)?.layer;
  return one.kind === 'claim' ? scheme.claim?.id : undefined;
}
