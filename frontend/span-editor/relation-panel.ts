/** What an annotation is tied to by relations, and the questions on the way to a new tie. */
import { type TemplateResult, html, nothing } from 'lit';
import type { Editing } from './editing.js';
import { addressOf } from './elsewhere.js';
import { keepSelection } from './label-bar.js';
import type { Placed } from './places.js';
import type { End, Relation } from './protocol.js';
import { chooseRelation, deleteRelation, nearEnds, relationTypes, startRelation, takeEnd, typeInMaking } from './relating.js';
import { endId } from './users.js';
import { strings } from './strings.js';

/** @param search among everything a relation may lead to */
export function relationQuestion(editing: Editing, search: () => void): TemplateResult {
  const type = typeInMaking(editing);
  return html`
    <div class="question relating" role="group" aria-label=${strings.relations}>
      ${type ? ends(editing, editing.scheme.relationName(type.id), search) : types(editing)}
      <button type="button" @mousedown=${keepSelection} @click=${() => editing.back()}>${strings.notYet}<kbd>Esc</kbd></button>
    </div>
  `;
}

function types(editing: Editing): TemplateResult {
  return html`<p>${strings.chooseRelation}</p>
    <ol class="offers">
      ${relationTypes(editing.scheme, editing.focused).map(
        (one, index) => html`<li>
          <button type="button" @mousedown=${keepSelection} @click=${() => chooseRelation(editing, one.id)}><kbd>${index + 1}</kbd> ${editing.scheme.relationName(one.id)}</button>
        </li>`,
      )}
    </ol>`;
}

function ends(editing: Editing, type: string, search: () => void): TemplateResult {
  return html`<p>${strings.chooseOther(type)}</p>
    <ol class="offers">
      ${nearEnds(editing).map(
        (one, index) => html`<li class=${editing.relating?.candidate === one.value.id ? 'considered' : ''}>
          <button type="button" @mousedown=${keepSelection} @click=${() => takeEnd(editing, one.value.id)}><kbd>${index + 1}</kbd> <bdi>${words(editing, one)}</bdi></button>
        </li>`,
      )}
    </ol>
    <button type="button" class="plain" @mousedown=${keepSelection} @click=${search}>${strings.searchEnds}<kbd>=</kbd></button>`;
}

/** The relations of an annotation, and the way to another. */
export function relations(editing: Editing, one: Placed): TemplateResult | typeof nothing {
  const { id } = one.value;
  const own = editing.store.relationsOf(id).filter(({ from, to }) => endId(from) === id || editing.isHere(to));
  const inward = editing.far.inward.filter((tie) => endId(tie.relation.to) === id);
  const canRelate = !editing.isReadOnly && relationTypes(editing.scheme, one).length > 0 && !editing.relating;
  if (own.length === 0 && inward.length === 0 && !canRelate) return nothing;
  return html`
    <section class="part relations">
      <h3>${strings.relations}</h3>
      <ul class="offers">
        ${own.map((relation) => tie(editing, relation, endId(relation.from) === id))}
        ${inward.map(({ relation, there }) => html`<li class="relation">${stub(editing, relation, false, there)}</li>`)}
      </ul>
      ${canRelate
        ? html`<button type="button" class="plain" title=${strings.relateHint} @mousedown=${keepSelection} @click=${() => startRelation(editing)}>${strings.relate}<kbd>&gt;</kbd></button>`
        : nothing}
    </section>
  `;
}

function tie(editing: Editing, relation: Relation, isOutward: boolean): TemplateResult {
  const end = isOutward ? relation.to : relation.from;
  const other = editing.isHere(end) ? editing.store.find(endId(end)) : undefined;
  const name = editing.scheme.relationName(relation.type);
  const said = other ? editing.wordsOf(other) : (farOf(editing, end)?.words ?? strings.anotherDocument);
  return html`<li class="relation">
    ${other
      ? html`<button type="button" @mousedown=${keepSelection} @click=${() => editing.focusOn(other.value.id)}>${tag(name, isOutward)} <bdi>${said}</bdi></button>`
      : stub(editing, relation, isOutward, farOf(editing, end))}
    ${editing.isReadOnly
      ? nothing
      : html`<button type="button" aria-label=${strings.remove(`${name} ${said}`)} @mousedown=${keepSelection} @click=${() => deleteRelation(editing, relation)}>×</button>`}
  </li>`;
}

/** An end in another document: its words and where they stand, with the way there. */
function stub(editing: Editing, relation: Relation, isOutward: boolean, there: ReturnType<typeof farOf>): TemplateResult {
  const id = there?.document ?? relation.to.document ?? '';
  return html`<a class="far" href=${addressOf(id, endId(isOutward ? relation.to : relation.from))}>
    ${tag(editing.scheme.relationName(relation.type), isOutward)} <bdi>${there?.words ?? '…'}</bdi>
    <span class="quiet"><bdi>${there?.title ?? strings.anotherDocument}</bdi></span>
  </a>`;
}

function farOf(editing: Editing, end: End): { readonly document: string; readonly title: string; readonly words: string } | undefined {
  return end.document === undefined ? undefined : editing.far.find(end.document, endId(end));
}

function tag(name: string, isOutward: boolean): TemplateResult {
  return html`<span class="tag">${isOutward ? '→' : '←'} ${name}</span>`;
}

function words(editing: Editing, one: Placed): string {
  return editing.text.quote(one.kind === 'mention' ? one.value.spans : one.value.content.length > 0 ? one.value.content : one.value.cue, 60);
}
