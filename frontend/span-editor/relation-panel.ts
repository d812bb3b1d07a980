/** A claim's ties to other claims, and the questions on the way to a new one. */
import { type TemplateResult, html, nothing } from 'lit';
import type { Editing } from './editing.js';
import { keepSelection } from './label-bar.js';
import type { Claim } from './protocol.js';
import { chooseRelation, deleteRelation, relationTypes, startRelation } from './relating.js';
import { endId } from './users.js';
import { strings } from './strings.js';

export function relationQuestion(editing: Editing): TemplateResult {
  const type = editing.relating?.type;
  return html`
    <div class="question" role="status">
      ${type
        ? html`<p>${strings.chooseOther(editing.scheme.relationName(type))}</p>`
        : html`<p>${strings.chooseRelation}</p>
            <ol class="offers">
              ${relationTypes(editing.scheme).map(
                (one, index) => html`<li>
                  <button type="button" @click=${() => chooseRelation(editing, one.id)}><kbd>${index + 1}</kbd> ${editing.scheme.relationName(one.id)}</button>
                </li>`,
              )}
            </ol>`}
      <button type="button" @click=${() => editing.back()}>${strings.notYet}<kbd>Esc</kbd></button>
    </div>
  `;
}

/** The relations of a claim, and the way to another. */
export function relations(editing: Editing, claim: Claim): TemplateResult | typeof nothing {
  const own = editing.store.relationsOf(claim.id);
  const canRelate = !editing.isReadOnly && relationTypes(editing.scheme).length > 0 && !editing.relating;
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
              : html`<button type="button" aria-label=${strings.remove(`${editing.scheme.relationName(one.type)} ${words}`)} @click=${() => deleteRelation(editing, one)}>×</button>`}
          </li>`;
        })}
      </ul>
      ${canRelate
        ? html`<button type="button" class="plain" title=${strings.relateHint} @mousedown=${keepSelection} @click=${() => startRelation(editing)}>${strings.relate}<kbd>r</kbd></button>`
        : nothing}
    </section>
  `;
}
