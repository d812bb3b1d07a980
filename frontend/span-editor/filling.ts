/** Filling the parts of the claim in focus: with words, with somebody, with what is offered. Never touches the DOM. */
import { type Proposal, acceptsLabel, isPartyRole, isWordRole, proposals, stepId, withParty, withWords } from './claims.js';
import { type Cue, actOf, cuesNear } from './cues.js';
import { namesOf } from './linking.js';
import { made } from './marking.js';
import { folded, isPerson, subjectOf } from './names.js';
import type { Editing } from './editing.js';
import type { Claim, Mention, Span } from './protocol.js';
import type { Attribute, Role } from './scheme.js';
import { contains, hull, sameSpans } from './spans.js';
import { strings } from './strings.js';

/** As many as there are digits. */
const MOST = 9;
const PERSON = 'PERSON';

/** Fills a part with the selected words; without a selection the part becomes what keys are for. */
export function fillRole(editing: Editing, role: Role): void {
  const { claim } = editing;
  if (!claim) return;
  const span = editing.selected();
  if (span && isWordRole(role.id)) {
    editing.advance(withWords(claim, role.id, span), role.id);
    editing.collapse(span.end);
  } else if (span && isPartyRole(role.id)) {
    fillWithWords(editing, role, span);
  } else {
    editing.goTo({ kind: 'role', role });
  }
}

/** What digits choose for the part of the claim that is asked for. */
export function offersOf(editing: Editing): readonly Proposal[] {
  const { claim, step } = editing;
  if (!claim || step?.kind !== 'role') return [];
  const cues = cuesOf(editing, claim);
  const offers = proposals(claim, step.role, editing.store, cues);
  const speaker = step.role.id === 'source' && claim.source.length === 0 ? speakerOf(editing, claim, cues) : undefined;
  return speaker ? [speaker, ...offers].slice(0, MOST) : offers;
}

/** Who stands beside the cue and carries no mark yet. */
function speakerOf(editing: Editing, claim: Claim, cues: readonly Cue[]): Proposal | undefined {
  const cue = cues.find((one) => one.isBeside) ?? claim.cue[0];
  const words = cue && subjectOf(editing.text, cue, claim.content);
  if (!cue || !words || editing.mentionsOn(words).length > 0) return undefined;
  return { kind: 'words', words, label: labelProven(editing, words), cue: { start: cue.start, end: cue.end } };
}

/** The label that the words prove: he and she are persons, and names have the type that the registry knows. */
function labelProven(editing: Editing, words: Span): string | undefined {
  const written = editing.text.slice(words);
  const known = isPerson(written) ? PERSON : editing.known.entities.find((entity) => namesOf(entity).includes(folded(written)))?.type;
  return known && editing.scheme.label(known) ? known : undefined;
}

export function take(editing: Editing, proposal: Proposal): void {
  const { claim, step } = editing;
  if (!claim || step?.kind !== 'role') return;
  switch (proposal.kind) {
    case 'party': {
      const filled = withParty(claim, step.role, proposal.party);
      editing.advance(proposal.cue ? withWords(filled, 'cue', proposal.cue) : filled, proposal.cue ? 'cue' : stepId(step));
      return;
    }
    case 'words': {
      const label = proposal.label === undefined ? undefined : editing.scheme.label(proposal.label);
      const withCue = claim.cue.length > 0 ? claim : withWords(claim, 'cue', proposal.cue);
      if (label) {
        editing.advance(withParty(withCue, step.role, { mention: made(editing, label, proposal.words).id }), 'cue');
        return;
      }
      if (withCue !== claim) editing.change({ kind: 'claim', value: withCue });
      editing.ask({ naming: { role: step.role, span: proposal.words } }, strings.whichLabel(step.role.name));
      return;
    }
    case 'parent':
      editing.advance({ ...claim, parent: proposal.claim }, stepId(step));
      return;
    case 'cue':
      editing.advance(withWords(claim, 'cue', proposal.cue), stepId(step));
  }
}

/** The value of an attribute that the claim's cue speaks for; undefined if it does not tell. */
export function suggestedValue(editing: Editing, attribute: Attribute): string | undefined {
  const cue = editing.claim?.cue[0];
  if (attribute.id !== 'act' || !cue) return undefined;
  const act = actOf(editing.text.slice(cue), editing.cues);
  return attribute.choices.some(({ value }) => value === act) ? act : undefined;
}

export function fillWithMention(editing: Editing, role: Role, mention: Mention): void {
  if (editing.claim) editing.advance(withParty(editing.claim, role, { mention: mention.id }), role.id);
  editing.collapse(hull(mention.spans).end);
}

function fillWithWords(editing: Editing, role: Role, span: Span): void {
  const here = editing.mentionsOn(span).filter((mention) => acceptsLabel(role, mention.label));
  const same = here.find((mention) => sameSpans(mention.spans, [span])) ?? here.find((mention) => contains(span, hull(mention.spans)) && mention.spans.some((own) => own.end === span.end));
  if (same) {
    fillWithMention(editing, role, same);
    editing.collapse(span.end);
  } else {
    editing.ask({ naming: { role, span } }, strings.whichLabel(role.name));
  }
}

function cuesOf(editing: Editing, claim: Claim): readonly Cue[] {
  return claim.cue.length > 0 ? [] : cuesNear(editing.text, claim.content, editing.cues);
}
