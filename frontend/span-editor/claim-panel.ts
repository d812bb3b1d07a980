/** The parts of the claim in focus, one of which keys are for. */
import { type TemplateResult, html, nothing } from 'lit';
import { choice, freeValue } from './attribute-fields.js';
import { type Proposal, type Step, isFilled, isPartyRole, isWordRole, nextOpen, stepId, stepsOf, withoutParty, withoutWords } from './claims.js';
import type { Editing } from './editing.js';
import { keepSelection } from './label-bar.js';
import type { Claim, Party } from './protocol.js';
import type { Attribute, Role } from './scheme.js';
import { endId } from './store.js';
import { strings } from './strings.js';

export function claimParts(editing: Editing, claim: Claim): TemplateResult {
  const layer = editing.scheme.claim;
  if (!layer) return html``;
  const shown = new Set(editing.attributes.map((attribute) => attribute.id));
  const isAsked = (step: Step): boolean => step.kind === 'role' || shown.has(step.attribute.id);
  // who only reads is not shown what was left out
  const isSaid = (step: Step): boolean => !editing.isReadOnly || isFilled(claim, step);
  const steps = stepsOf(layer).filter((step) => isAsked(step) && isSaid(step));
  const isOpen = (step: Step): boolean => editing.step !== undefined && stepId(editing.step) === stepId(step);
  return html`
    ${editing.relating ? relationQuestion(editing) : nothing}
    ${!editing.step && !editing.relating && !editing.isReadOnly && !nextOpen(layer, claim) ? html`<p class="complete">${strings.complete}</p>` : nothing}
    <ol class="parts">
      ${steps.map(
        (step) => html`
          <li class="part ${isOpen(step) ? 'current' : ''}" data-part=${stepId(step)} aria-current=${isOpen(step) ? 'step' : nothing}>
            ${heading(editing, step)} ${step.kind === 'role' ? rolePart(editing, claim, step.role, isOpen(step)) : attributePart(editing, claim, step.attribute, isOpen(step))}
          </li>
        `,
      )}
    </ol>
    ${editing.step && !editing.isReadOnly ? html`<p class="quiet">${strings.nextStep}</p>` : nothing} ${relations(editing, claim)}
  `;
}

function heading(editing: Editing, step: Step): TemplateResult {
  const one = step.kind === 'role' ? step.role : step.attribute;
  return html`<button type="button" class="part-name" ?disabled=${editing.isReadOnly} @mousedown=${keepSelection} @click=${() => press(editing, step)}>
    ${one.name}${editing.isReadOnly || !one.key ? nothing : html`<kbd>${one.key}</kbd>`}
  </button>`;
}

/** A click on a part's name does what its key does. */
function press(editing: Editing, step: Step): void {
  if (step.kind === 'role') editing.role(step.role);
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
  if (isWordRole(role.id)) return html`<p class="prompt">${strings.takeWords(role.name, role.key)}</p>${implicit(editing, claim, role)}`;
  const { offers } = editing;
  return html`
    <ol class="offers">
      ${offers.map(
        (offer, index) => html`<li>
          <button type="button" @mousedown=${keepSelection} @click=${() => editing.take(offer)}><kbd>${index + 1}</kbd> <bdi>${offerName(editing, offer)}</bdi></button>
        </li>`,
      )}
    </ol>
    <p class="prompt">${strings.takeParty(role.name, role.key)}</p>
  `;
}

function implicit(editing: Editing, claim: Claim, role: Role): TemplateResult | typeof nothing {
  if (!role.mayBeImplicit || claim.implicit || editing.isReadOnly) return nothing;
  return html`<button type="button" class="plain" @click=${() => change(editing, { ...claim, content: [], implicit: true })}>${strings.implicit}</button>`;
}

function offerName(editing: Editing, offer: Proposal): string {
  if (offer.kind === 'party') return partyName(editing, offer.party);
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
  return html`<div class="choices">${attribute.choices.map(({ value, key }) => choice(editing, attribute, value, present, key))}</div>`;
}

function relationQuestion(editing: Editing): TemplateResult {
  const type = editing.relating?.type;
  return html`
    <div class="question" role="status">
      ${type
        ? html`<p>${strings.chooseOther(editing.scheme.relationName(type))}</p>`
        : html`<p>${strings.chooseRelation}</p>
            <ol class="offers">
              ${editing.relationTypes.map(
                (one, index) => html`<li>
                  <button type="button" @click=${() => editing.chooseRelation(one.id)}><kbd>${index + 1}</kbd> ${editing.scheme.relationName(one.id)}</button>
                </li>`,
              )}
            </ol>`}
      <button type="button" @click=${() => editing.back()}>${strings.notYet}<kbd>Esc</kbd></button>
    </div>
  `;
}

function relations(editing: Editing, claim: Claim): TemplateResult | typeof nothing {
  const own = editing.store.relations.filter((one) => endId(one.from) === claim.id || endId(one.to) === claim.id);
  const canRelate = !editing.isReadOnly && editing.relationTypes.length > 0 && !editing.relating;
  if (own.length === 0 && !canRelate) return nothing;
  return html`
    <section class="part">
      <h3>${strings.relations}</h3>
      <ul class="offers">
        ${own.map((one) => {
          const isFrom = endId(one.from) === claim.id;
          const other = editing.store.claim(endId(isFrom ? one.to : one.from));
          const words = other ? editing.text.quote(other.content, 60) : '…';
          return html`<li class="relation">
            <button type="button" @click=${() => editing.focusOn(other?.id ?? claim.id)}>
              <span class="tag">${isFrom ? '' : '← '}${editing.scheme.relationName(one.type)}</span> <bdi>${words}</bdi>
            </button>
            ${editing.isReadOnly
              ? nothing
              : html`<button type="button" aria-label=${strings.remove(`${editing.scheme.relationName(one.type)} ${words}`)} @click=${() => editing.deleteRelation(one)}>×</button>`}
          </li>`;
        })}
      </ul>
      ${canRelate
        ? html`<button type="button" class="plain" title=${strings.relateHint} @mousedown=${keepSelection} @click=${() => editing.startRelation()}>${strings.relate}<kbd>r</kbd></button>`
        : nothing}
    </section>
  `;
}
