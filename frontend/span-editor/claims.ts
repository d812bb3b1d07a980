/** How a claim is put together, part by part. Never touches the DOM. */
import type { Cue } from './cues.js';
import type { DocumentText } from './document-text.js';
import { indexBehind } from './linking.js';
import type { Attributes, AttributeValue, Claim, Mention, Party, PartyRole, Span, WordRole } from './protocol.js';
import type { Attribute, ClaimLayer, Role } from './scheme.js';
import { contains, distance, hull, joined, overlap, sameSpan } from './spans.js';
import type { Store } from './store.js';
import { isMention } from './users.js';

/** One part that can be asked for: a role or an attribute of a claim, or whom a mention names. */
export type Step =
  | { readonly kind: 'role'; readonly role: Role }
  | { readonly kind: 'attribute'; readonly attribute: Attribute }
  | { readonly kind: 'link'; readonly mention: string };

/** Somebody or something that may fill a part; chosen by a digit. */
export type Proposal =
  /** With the words that bring the claim, where they stand between the two. */
  | { readonly kind: 'party'; readonly party: Party; readonly cue?: Span }
  /** Words that nobody marked yet, with the label they prove to have. */
  | { readonly kind: 'words'; readonly words: Span; readonly label: string | undefined; readonly cue: Span }
  | { readonly kind: 'cue'; readonly cue: Span }
  | { readonly kind: 'parent'; readonly claim: string };

const WORD_ROLES: readonly string[] = ['content', 'cue'];
const PARTY_ROLES: readonly string[] = ['source', 'addressee', 'target', 'via'];
const OPENING = /^["'“‘„‚«‹「『]/u;
const CLOSING = /["'”’“»›」』][.,;!?。]?$/u;
const QUOTED = /["“”„«»「」]/u;
const MENTION_PROPOSALS = 5;
/** Mentions looked at on either side of the claim. */
const AROUND = 40;

export function isWordRole(role: string): role is WordRole {
  return WORD_ROLES.includes(role);
}

export function isPartyRole(role: string): role is PartyRole {
  return PARTY_ROLES.includes(role);
}

export function emptyClaim(id: string, content: readonly Span[], attributes: Attributes): Claim {
  return { id, content, cue: [], source: [], addressee: [], target: [], via: [], parent: null, attributes, implicit: false };
}

/** Takes in the quotation marks directly around the words: those of a direct quotation belong to what is said. */
export function withQuotationMarks(text: DocumentText, words: Span): Span {
  if (words.start === 0 || words.end >= text.length) return words;
  const around = { start: words.start - 1, end: words.end + 1 };
  return isQuotation(text.slice(around)) && !isQuotation(text.slice(words)) ? around : words;
}

/** Direct, mixed or indirect, as the quotation marks tell; undefined if the scheme has no such values. */
export function guessedForm(text: DocumentText, content: Span, attribute: Attribute | undefined): string | undefined {
  const words = text.slice(content);
  const form = isQuotation(words) ? 'direct' : QUOTED.test(words) ? 'mixed' : 'indirect';
  return attribute?.choices.some((choice) => choice.value === form) ? form : undefined;
}

function isQuotation(words: string): boolean {
  return OPENING.test(words) && CLOSING.test(words);
}

/** The words become another stretch of the part; where they overlap one that is there, they take its place. */
export function withWords(claim: Claim, role: WordRole, span: Span): Claim {
  const others = claim[role].filter((stretch) => !overlap(stretch, span));
  return { ...claim, [role]: joined([...others, span]), ...(role === 'content' ? { implicit: false } : {}) };
}

/** One more party; the last one makes room where the scheme allows no more. */
export function withParty(claim: Claim, role: Role, party: Party): Claim {
  if (!isPartyRole(role.id)) return claim;
  const others = claim[role.id].filter((one) => !sameParty(one, party));
  const kept = others.length >= role.max ? others.slice(0, role.max - 1) : others;
  return { ...claim, [role.id]: [...kept, party] };
}

export function withoutParty(claim: Claim, role: PartyRole, party: Party): Claim {
  return { ...claim, [role]: claim[role].filter((one) => !sameParty(one, party)) };
}

export function withoutWords(claim: Claim, role: WordRole, span: Span): Claim {
  return { ...claim, [role]: claim[role].filter((one) => !sameSpan(one, span)) };
}

/** Null takes the attribute away. */
export function withAttribute<T extends { readonly attributes: Attributes }>(one: T, id: string, value: AttributeValue | null): T {
  const attributes = { ...one.attributes };
  delete attributes[id];
  return { ...one, attributes: value === null ? attributes : { ...attributes, [id]: value } };
}

function sameParty(left: Party, right: Party): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

/** The parts in the order people give them: words, source and cue first, then what must be said, then the rest. */
export function stepsOf(layer: ClaimLayer): Step[] {
  // who speaks is asked before the cue, because the answer mostly gives both
  const order = (role: Role): number => (role.id === 'cue' ? 1 : 0);
  const roles = [...layer.roles].sort((left, right) => order(left) - order(right)).map((role): Step => ({ kind: 'role', role }));
  const attributes = layer.attributes.map((attribute): Step => ({ kind: 'attribute', attribute }));
  const first = roles.filter((step) => isFirst(step));
  const required = attributes.filter((step) => step.kind === 'attribute' && step.attribute.required);
  const others = attributes.filter((step) => !required.includes(step));
  return [...first, ...required, ...others, ...roles.filter((step) => !isFirst(step))];
}

/** The parts that every claim is asked for as it is made. */
function isFirst(step: Step): boolean {
  return step.kind === 'role' && (step.role.min > 0 || step.role.id === 'cue');
}

export function stepId(step: Step): string {
  return step.kind === 'role' ? step.role.id : step.kind === 'attribute' ? step.attribute.id : 'link';
}

export function isFilled(claim: Claim, step: Step): boolean {
  if (step.kind === 'link') return true;
  if (step.kind === 'attribute') return claim.attributes[step.attribute.id] !== undefined || step.attribute.default !== undefined;
  const { id } = step.role;
  if (isWordRole(id)) return claim[id].length > 0 || (id === 'content' && claim.implicit);
  if (isPartyRole(id)) return claim[id].length > 0;
  return claim.parent !== null;
}

/**
 * The next part that a claim in the making should be asked for; undefined when nothing necessary is open.
 *
 * @param hasCues whether there are words on offer for the cue; without any it is not asked for
 */
export function nextOpen(layer: ClaimLayer, claim: Claim, after?: string, hasCues = false): Step | undefined {
  return stepsOf(layer).find((step) => isNecessary(step) && !isFilled(claim, step) && stepId(step) !== after && (stepId(step) !== 'cue' || hasCues));
}

function isNecessary(step: Step): boolean {
  return isFirst(step) || (step.kind === 'attribute' && step.attribute.required);
}

export function acceptsLabel(role: Role, label: string): boolean {
  return role.labels.length === 0 || role.labels.includes(label);
}

/**
 * What may fill a part, the likeliest first: mentions near the cue, then those who stand nowhere in the text. While a claim
 * has no cue, its source comes with the likeliest one.
 *
 * @param cues that may bring the claim, the likeliest first
 */
export function proposals(claim: Claim, role: Role, store: Pick<Store, 'mentions' | 'claims'>, cues: readonly Cue[]): Proposal[] {
  if (role.id === 'cue') return cues.map((cue) => ({ kind: 'cue', cue }));
  if (role.type === 'frame') return parents(claim, store.claims);
  if (!isPartyRole(role.id)) return [];
  const filled = claim[role.id];
  const cue = role.id === 'source' ? cues.find((one) => one.isBeside) : undefined;
  const anchor = cue ?? hull(claim.cue.length > 0 ? claim.cue : claim.content);
  const near = around(store.mentions, anchor)
    .filter((mention) => acceptsLabel(role, mention.label))
    .filter((mention) => !filled.some((party) => isMention(party, mention.id)))
    .map((mention) => ({ mention, far: farness(mention, anchor, claim, role) }))
    .sort((left, right) => left.far - right.far)
    .slice(0, MENTION_PROPOSALS)
    .map(({ mention }): Proposal => ({ kind: 'party', party: { mention: mention.id }, ...(cue ? { cue: { start: cue.start, end: cue.end } } : {}) }));
  const constants = role.constants
    .filter((constant) => !filled.some((party) => 'constant' in party && party.constant === constant))
    .map((constant): Proposal => ({ kind: 'party', party: { constant } }));
  return [...near, ...constants].slice(0, 9);
}

/** Claims inside whose content this one stands. */
function parents(claim: Claim, claims: readonly Claim[]): Proposal[] {
  return claims
    .filter((other) => other.id !== claim.id && claim.content.length > 0 && claim.content.every((span) => other.content.some((outer) => contains(outer, span))))
    .slice(0, 9)
    .map((other) => ({ kind: 'parent', claim: other.id }));
}

/** Some mentions before and after a place, found without looking at all of them. */
function around(mentions: readonly Mention[], place: Span): readonly Mention[] {
  const behind = indexBehind(mentions, place.start);
  return mentions.slice(Math.max(0, behind - AROUND), behind + AROUND);
}

/**
 * Who speaks rarely stands inside what is said, and rather before the cue than after it, unless directly ("said Ada"). The scheme names the likeliest
 * labels of a role first: a person beside the cue speaks, not the office in the apposition between them.
 */
function farness(mention: Mention, anchor: Span, claim: Claim, role: Role): number {
  const place = hull(mention.spans);
  const inside = claim.content.some((span) => contains(span, place)) ? 500 : 0;
  const gap = distance(place, anchor);
  const after = place.start > anchor.end && gap > 2 ? 80 : 0;
  return gap + inside + after + 15 * Math.max(0, role.labels.indexOf(mention.label));
}
