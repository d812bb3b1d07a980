/** Who uses an annotation: the claims and relations that name it, found without looking at all of them. Never touches the DOM. */
import type { Annotation, Claim, End, Party } from './protocol.js';

const NOBODY: ReadonlySet<string> = new Set();

export class Users {
  readonly #byUsed = new Map<string, Set<string>>();

  constructor(annotations: Iterable<Annotation>) {
    for (const one of annotations) this.follow(undefined, one);
  }

  /** Ids of those that name an annotation. */
  of(id: string): ReadonlySet<string> {
    return this.#byUsed.get(id) ?? NOBODY;
  }

  /** An annotation was made, changed or deleted. */
  follow(before: Annotation | undefined, after: Annotation | undefined): void {
    if (before) for (const used of usedBy(before)) this.#byUsed.get(used)?.delete(before.value.id);
    if (!after) return;
    for (const used of usedBy(after)) {
      const users = this.#byUsed.get(used);
      if (users) users.add(after.value.id);
      else this.#byUsed.set(used, new Set([after.value.id]));
    }
  }
}

/** The ids that an annotation names. */
export function usedBy(one: Annotation): string[] {
  if (one.kind === 'mention') return [];
  if (one.kind === 'relation') return [endId(one.value.from), endId(one.value.to)];
  const mentions = parties(one.value).flatMap((party) => ('mention' in party ? [party.mention] : []));
  return one.value.parent === null ? mentions : [...mentions, one.value.parent];
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
