/** Whom a mention may name: those the same words named before, those whose name fits, those spoken of last. Never touches the DOM. */
import type { Confidence, Entity, Link, Mention, Span } from './protocol.js';
import type { DocumentText } from './document-text.js';
import { folded, isPronoun } from './names.js';
import { hull } from './spans.js';

/** As many as there are digits. */
export const MOST_OFFERS = 9;
/** Mentions looked back over for those spoken of last. */
const BACK = 60;
const CONFIDENCES: readonly Confidence[] = ['certain', 'likely', 'possible'];

const foldedNames = new WeakMap<Entity, readonly string[]>();

/** All names of an entity as they are compared. */
export function namesOf(entity: Entity): readonly string[] {
  const known = foldedNames.get(entity);
  if (known) return known;
  const names = [entity.name, ...entity.aliases.map((alias) => alias.form)].map(folded);
  foldedNames.set(entity, names);
  return names;
}

/** Entities spoken of before a place, the last one first, and then those after it. */
export function spokenOf(mentions: readonly Mention[], place: Span): string[] {
  const behind = indexBehind(mentions, place.start);
  const before = mentions.slice(Math.max(0, behind - BACK), behind).reverse();
  const after = mentions.slice(behind, behind + BACK);
  return [...new Set([...before, ...after].flatMap((mention) => mention.link?.entity ?? []))];
}

/** The number of mentions that start before a position, in a list that is sorted by position. */
export function indexBehind(mentions: readonly Mention[], position: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const mention = mentions[middle];
    if (mention && hull(mention.spans).start < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Who is offered for some words, the likeliest first.
 *
 * @param known those the registry may offer
 * @param found those the server found for these words, by initials or a letter or two
 * @param fitsType whether an entity of this type may be named by the words at all
 */
export function linkOffers(
  text: DocumentText,
  spans: readonly Span[],
  mentions: readonly Mention[],
  known: readonly Entity[],
  found: readonly Entity[],
  fitsType: (type: string) => boolean,
): Entity[] {
  const words = text.slice(hull(spans));
  const byId = new Map(known.map((entity) => [entity.id, entity]));
  const recent = spokenOf(mentions, hull(spans)).flatMap((id) => byId.get(id) ?? []);
  if (isPronoun(words)) return recent.filter((entity) => fitsType(entity.type)).slice(0, MOST_OFFERS);
  const same = folded(words);
  const named = known.filter((entity) => namesOf(entity).some((name) => fits(same, name)));
  const isExact = (entity: Entity): boolean => namesOf(entity).includes(same);
  const rank = (entity: Entity): number => (isExact(entity) ? 0 : 4) + (fitsType(entity.type) ? 0 : 2) + (recent.includes(entity) ? 0 : 1);
  const ranked = [...named].sort((left, right) => rank(left) - rank(right));
  // what the server found comes in later and stands last, so that no number changes its meaning under somebody's finger
  return [...new Set([...ranked, ...recent.filter((entity) => fitsType(entity.type)), ...found])].slice(0, MOST_OFFERS);
}

/** The same, or all words of the one among the words of the other. */
function fits(one: string, other: string): boolean {
  if (one === other) return true;
  const left = wordsOf(one);
  const right = wordsOf(other);
  return left.size > 0 && right.size > 0 && ([...left].every((word) => right.has(word)) || [...right].every((word) => left.has(word)));
}

/** Words that tell names apart. */
function wordsOf(name: string): Set<string> {
  return new Set(name.split(' ').filter((word) => !['the', 'of', 'a', 'an', 'and', 'for'].includes(word)));
}

/** Whether any name of an entity has words that begin as those typed do. */
export function startsLike(entity: Entity, typed: string): boolean {
  const wanted = folded(typed).split(' ').filter((word) => word !== '');
  return namesOf(entity).some((name) => {
    const words = name.split(' ');
    return wanted.every((word) => words.some((own) => own.startsWith(word)));
  });
}

export function lessSure(link: Link): Link {
  const next = CONFIDENCES[(CONFIDENCES.indexOf(link.confidence) + 1) % CONFIDENCES.length];
  return { ...link, confidence: next ?? 'certain' };
}
