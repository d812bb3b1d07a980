/** Whom a mention names: who is offered, who was taken, how sure one is. */
import { type TemplateResult, html, nothing } from 'lit';
import type { Editing } from './editing.js';
import { keepSelection } from './label-bar.js';
import type { Confidence, Entity, Mention } from './protocol.js';
import { entityOffers, linkTo, nameOfLink, resolve, unresolved } from './resolving.js';
import { strings } from './strings.js';

const CONFIDENCES: readonly Confidence[] = ['certain', 'likely', 'possible'];

/** The part of the inspector about the registry. */
export function linkPart(editing: Editing, mention: Mention, search: () => void): TemplateResult | typeof nothing {
  if (!editing.scheme.hasLinks(mention.label)) return nothing;
  if (editing.step?.kind === 'link') return linkOffersList(editing, search);
  const { link } = mention;
  return html`
    <section class="part link">
      <h3>${strings.inRegistry}</h3>
      <div class="choices">
        ${link ? html`<span class="chip"><bdi>${nameOfLink(editing, link)}</bdi></span>` : nothing}
        ${editing.isReadOnly
          ? nothing
          : html`<button type="button" class="plain" @mousedown=${keepSelection} @click=${search}>${link ? strings.changeLink : strings.searchRegistry}<kbd>=</kbd></button>
              ${link ? html`<button type="button" class="plain" @mousedown=${keepSelection} @click=${() => resolve(editing, mention, null)}>${strings.takeLinkAway}</button>` : nothing}`}
      </div>
      ${link?.entity ? confidence(editing, mention) : nothing}
    </section>
  `;
}

/** Who is offered for the mention that is asked about, or for the selected words. */
export function linkOffersList(editing: Editing, search?: () => void): TemplateResult | typeof nothing {
  const mention = unresolved(editing);
  const offers = entityOffers(editing);
  if (!mention && offers.length === 0) return nothing;
  return html`
    <section class="part current link" role="group" aria-label=${strings.inRegistry}>
      <h3>${mention ? strings.whoIs(editing.text.quote(mention.spans, 40)) : strings.whoIsSelected}</h3>
      <ol class="offers">
        ${offers.map((entity, index) => offer(editing, entity, index + 1))}
        ${mention
          ? html`<li>
              <button type="button" @mousedown=${keepSelection} @click=${() => linkTo(editing, null)}><kbd>0</kbd> ${strings.notInRegistry}</button>
            </li>`
          : nothing}
      </ol>
      ${mention ? html`<p class="prompt">${strings.linkHint('=')}</p>` : nothing}
      ${mention && search ? html`<button type="button" class="plain" @mousedown=${keepSelection} @click=${search}>${strings.searchRegistry}<kbd>=</kbd></button>` : nothing}
    </section>
  `;
}

function offer(editing: Editing, entity: Entity, digit: number): TemplateResult {
  return html`<li>
    <button type="button" title=${entity.why ?? nothing} @mousedown=${keepSelection} @click=${() => linkTo(editing, entity)}>
      <kbd>${digit}</kbd> <bdi>${entity.name}</bdi> <span class="quiet">${detail(editing, entity)}</span>
    </button>
  </li>`;
}

/** What tells namesakes apart. */
export function detail(editing: Editing, entity: Entity): string {
  const type = editing.scheme.label(entity.type)?.name ?? entity.type;
  return [type, ...(entity.roles ?? []).slice(0, 2), ...(entity.provisional ? [strings.provisional] : [])].join(' · ');
}

function confidence(editing: Editing, mention: Mention): TemplateResult {
  const { link } = mention;
  return html`<div class="choices" role="group" aria-label=${strings.howSure}>
    ${CONFIDENCES.map(
      (one) => html`<button
        type="button"
        aria-pressed=${link?.confidence === one}
        ?disabled=${editing.isReadOnly}
        @mousedown=${keepSelection}
        @click=${() => link && resolve(editing, mention, { ...link, confidence: one })}
      >
        ${strings.confidence[one]}
      </button>`,
    )}
    ${editing.isReadOnly ? nothing : html`<kbd title=${strings.actions['less-sure']}>-</kbd>`}
  </div>`;
}
