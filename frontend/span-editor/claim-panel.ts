/** The parts of the claim in focus, one of which keys are for. */
import { type TemplateResult, html, nothing } from 'lit';
import { choice, freeValue } from './attribute-fields.js';
import { type Proposal, type Step, isFilled, isPartyRole, isWordRole, nextOpen, stepId, stepsOf, withoutParty, withoutWords } from './claims.js';
import type { Editing } from './editing.js';
import { fillRole, offersOf, suggestedValue, take } from './filling.js';
import { keepSelection } from './label-bar.js';
import { linkOffersList } from './link-panel.js';
import type { Claim, Party } from './protocol.js';
import type { Attribute, Role } from './scheme.js';
import { strings } from './strings.js';

export function claimParts(editing: Editing, claim: Claim): TemplateResult {
  const layer = editing.scheme.claim;
  if (!layer) return html``;
  const shown = new Set(editing.attributes.map((attribute) => attribute.id));
  const isAsked = (step: Step): boolean => step.kind !== 'attribute' || shown.has(step.attribute.id);
  // who only reads is not shown what was left out
  const isSaid = (step: Step): boolean => !editing.isReadOnly || isFilled(claim, step);
  const steps = stepsOf(layer).filter((step) => isAsked(step) && isSaid(step));
  const isOpen = (step: Step): boolean => editing.step !== undefined && stepId(editing.step) === stepId(step);
  return html`
    ${!editing.step && !editing.relating && !editing.isReadOnly && !nextOpen(layer, claim) ? html`<p class="complete">${strings.complete}</p>` : nothing}
    <ol class="parts">
      ${steps.map(
        (step) => html`
          <li class="part ${isOpen(step) ? 'current' : ''}" data-part=${stepId(step)} aria-current=${isOpen(step) ? 'step' : nothing}>
            ${heading(editing, step)} ${part(editing, claim, step, isOpen(step))}
          </li>
        `,
      )}
    </ol>
    ${editing.step?.kind === 'link' ? linkOffersList(editing) : nothing}
    ${editing.step && !editing.isReadOnly ? html`<p class="quiet">${strings.nextStep}</p>` : nothing}
  `;
}

function part(editing: Editing, claim: Claim, step: Step, isOpen: boolean): TemplateResult | typeof nothing {
  switch (step.kind) {
    case 'role':
      return rolePart(editing, claim, step.role, isOpen);
    case 'attribute':
      return attributePart(editing, claim, step.attribute, isOpen);
    case 'link':
      return nothing;
  }
}

function heading(editing: Editing, step: Step): TemplateResult | typeof nothing {
  if (step.kind === 'link') return nothing;
  const one = step.kind === 'role' ? step.role : step.attribute;
  return html`<button type="button" class="part-name" ?disabled=${editing.isReadOnly} @mousedown=${keepSelection} @click=${() => press(editing, step)}>
    ${one.name}${editing.isReadOnly || !one.key ? nothing : html`<kbd>${one.key}</kbd>`}
  </button>`;
}

/** A click on a part's name does what its key does. */
function press(editing: Editing, step: Step): void {
  if (step.kind === 'role') fillRole(editing, step.role);
  else editing.goTo(step);
}

function rolePart(editing: Editing, claim: Claim, role: Role, isOpen: boolean): TemplateResult {
  return html`
    <div class="fillers">${fillers(editing, claim, role)}</div>
    ${isOpen ? rolePrompt(editing, claim, role) : nothing}
  `;
}

function fillers(editing: Editing, claim: Claim, role: Role): TemplateResult | typeof nothing {
  const { id } = role;
  if (isWordRole(id)) {
    if (id === 'content' && claim.implicit) return chip(strings.implicit, undefined, editing);
    const canRemove = id === 'cue' || claim.content.length > 1;
    return html`${claim[id].map((span) => chip(editing.text.quote([span], 60), canRemove ? () => change(editing, withoutWords(claim, id, span)) : undefined, editing))}`;
  }
  if (isPartyRole(id)) {
    return html`${claim[id].map((party) => chip(partyName(editing, party), () => change(editing, withoutParty(claim, id, party)), editing))}`;
  }
  const parent = claim.parent === null ? undefined : editing.store.claim(claim.parent);
  return parent ? chip(editing.text.quote(parent.content, 60), () => change(editing, { ...claim, parent: null }), editing) : nothing;
}

function change(editing: Editing, claim: Claim): void {
  editing.change({ kind: 'claim', value: claim });
}

function chip(words: string, remove: (() => void) | undefined, editing: Editing): TemplateResult {
  return html`<span class="chip"
    ><bdi>${words}</bdi>${remove && !editing.isReadOnly
      ? html`<button type="button" aria-label=${strings.remove(words)} @mousedown=${keepSelection} @click=${remove}>×</button>`
      : nothing}</span
  >`;
}

function rolePrompt(editing: Editing, claim: Claim, role: Role): TemplateResult {
  if (editing.naming?.role.id === role.id) return html`<p class="prompt" role="status">${strings.whichLabel(role.name)}</p>`;
  const offers = offersOf(editing);
  const prompt = isWordRole(role.id) ? strings.takeWords(role.name, role.key) : strings.takeParty(role.name, role.key);
  return html`
    ${offers.length > 0
      ? html`<ol class="offers">
          ${offers.map(
            (offer, index) => html`<li>
              <button type="button" @mousedown=${keepSelection} @click=${() => take(editing, offer)}>
                <kbd>${index + 1}</kbd> <bdi>${offerName(editing, offer)}</bdi>${cueOf(editing, offer)}
              </button>
            </li>`,
          )}
        </ol>`
      : nothing}
    <p class="prompt">${prompt}</p>
    ${isWordRole(role.id) ? implicit(editing, claim, role) : nothing}
  `;
}

function implicit(editing: Editing, claim: Claim, role: Role): TemplateResult | typeof nothing {
  if (!role.mayBeImplicit || claim.implicit || editing.isReadOnly) return nothing;
  return html`<button type="button" class="plain" @click=${() => change(editing, { ...claim, content: [], implicit: true })}>${strings.implicit}</button>`;
}

/** The words that come with somebody: taking the one takes the other. */
function cueOf(editing: Editing, offer: Proposal): TemplateResult {
  const cue = offer.kind === 'party' || offer.kind === 'words' ? offer.cue : undefined;
  const isNew = offer.kind === 'words' ? html` <span class="quiet">${strings.newMark}</span>` : nothing;
  return html`${cue ? html` <bdi class="with-cue">${editing.text.quote([cue], 30)}</bdi>` : nothing}${isNew}`;
}

function offerName(editing: Editing, offer: Proposal): string {
  if (offer.kind === 'party') return partyName(editing, offer.party);
  if (offer.kind === 'words') return editing.text.quote([offer.words], 60);
  if (offer.kind === 'cue') return editing.text.quote([offer.cue], 60);
  const claim = editing.store.claim(offer.claim);
  return claim ? editing.text.quote(claim.content, 60) : '';
}

function partyName(editing: Editing, party: Party): string {
  if ('constant' in party) return strings.constants[party.constant];
  const mention = editing.store.mention(party.mention);
  return mention ? editing.text.quote(mention.spans, 60) : strings.none;
}

function attributePart(editing: Editing, claim: Claim, attribute: Attribute, isOpen: boolean): TemplateResult {
  const present = claim.attributes[attribute.id] ?? attribute.default;
  if (attribute.choices.length === 0) return isOpen || present !== undefined ? freeValue(editing, attribute, claim.attributes[attribute.id]) : html``;
  if (!isOpen) return html`<span class="value">${present === undefined ? nothing : String(present)}</span>`;
  const suggested = present === undefined ? suggestedValue(editing, attribute) : undefined;
  return html`<div class="choices">${attribute.choices.map(({ value, key }) => choice(editing, attribute, value, present, key, value === suggested))}</div>`;
}
