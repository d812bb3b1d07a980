/** Filling the parts of the claim in focus: with words, with somebody, with what is offered. Never touches the DOM. */
import { type Proposal, acceptsLabel, isPartyRole, isWordRole, proposals, stepId, withParty, withWords } from './claims.js';
import { type Cue, actOf, cuesNear } from './cues.js';
import type { Editing } from './editing.js';
import type { Claim, Mention, Span } from './protocol.js';
import type { Attribute, Role } from './scheme.js';
import { contains, hull, sameSpans } from './spans.js';
import { strings } from './strings.js';

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
  return proposals(claim, step.role, editing.store, cuesOf(editing, claim));
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
