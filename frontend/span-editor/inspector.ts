/** The column beside the text: what is in focus, and what it still lacks. */
import { type TemplateResult, html, nothing } from 'lit';
import { choice, freeValue } from './attribute-fields.js';
import { claimParts } from './claim-panel.js';
import type { Editing } from './editing.js';
import { FLAGS, flagsOf, toggleFlag } from './flagging.js';
import { keepSelection } from './label-bar.js';
import { linkOffersList, linkPart } from './link-panel.js';
import { notesPart } from './note-panel.js';
import type { Notes } from './notes.js';
import type { Annotation, Mention, OpenCheck } from './protocol.js';
import { relationQuestion, relations } from './relation-panel.js';
import { samePanel } from './same-panel.js';
import { strings } from './strings.js';
import { madeAt } from './uuid7.js';

/** Shown instead of the focus while somebody is about to hand the article in. */
export interface Submission {
  readonly checks: readonly OpenCheck[];
  /** What the server said. */
  readonly refusal?: string;
}

export interface InspectorActions {
  submitAnyway(): void;
  cancelSubmission(): void;
  /** Looks in the registry for whom the mention names. */
  search(): void;
}

/**
 * @param problems of an annotation, the gravest first
 * @param notes absent where nobody may write any
 */
export function inspector(
  editing: Editing,
  who: string,
  submission: Submission | undefined,
  problems: (id: string) => readonly OpenCheck[],
  notes: Notes | undefined,
  actions: InspectorActions,
): TemplateResult {
  if (submission) return submissionPanel(editing, submission, actions);
  if (editing.same) return samePanel(editing, editing.same);
  const one = editing.focused;
  if (!one) {
    return html`<p class="quiet">${editing.isReadOnly ? strings.nothingToRead : strings.nothingInFocus}</p>
      ${editing.isReadOnly ? nothing : linkOffersList(editing)}`;
  }
  return html`
    <header>
      <h2>${editing.nameOf(one)}</h2>
      ${editing.isReadOnly || editing.deleting
        ? nothing
        : html`<button type="button" class="plain bad" title=${strings.deleteHint} @mousedown=${keepSelection} @click=${() => editing.delete()}>${strings.delete}</button>`}
    </header>
    <blockquote dir="auto">${editing.wordsOf(one)}</blockquote>
    ${editing.deleting ? deletion(editing) : nothing} ${found(problems(one.value.id))}
    ${editing.selected() && !editing.isReadOnly ? linkOffersList(editing) : nothing}
    ${editing.relating ? relationQuestion(editing, actions.search) : nothing}
    ${one.kind === 'mention' ? mentionParts(editing, one.value, actions) : one.kind === 'claim' ? claimParts(editing, one.value) : nothing}
    ${one.kind === 'relation' ? nothing : relations(editing, one)} ${flagsPart(editing, one)}
    ${notes ? notesPart(editing, notes, one) : nothing}
    <p class="made quiet">${who}${madeAt(one.value.id) ? html` · ${madeAt(one.value.id)}` : nothing}</p>
  `;
}

function deletion(editing: Editing): TemplateResult {
  return html`
    <div class="question" role="alert">
      <p>${strings.deleteUsed(editing.store.usersOf(editing.deleting ?? '').length)}</p>
      <button type="button" class="bad" @click=${() => editing.delete(true)}>${strings.deleteAnyway}<kbd>Delete</kbd></button>
      <button type="button" @click=${() => editing.back()}>${strings.keep}<kbd>Esc</kbd></button>
    </div>
  `;
}

/** What the scheme finds to look at, where it arises. */
function found(problems: readonly OpenCheck[]): TemplateResult | typeof nothing {
  if (problems.length === 0) return nothing;
  return html`<ul class="checks here">
    ${problems.map((one) => html`<li class=${one.severity}><span class="tag">${strings.severity[one.severity]}</span> ${one.message}</li>`)}
  </ul>`;
}

function flagsPart(editing: Editing, one: Annotation): TemplateResult | typeof nothing {
  const flags = flagsOf(one);
  if (one.kind === 'relation' || (editing.isReadOnly && flags.length === 0)) return nothing;
  const others = flags.filter((flag) => !FLAGS.some((known) => known === flag));
  return html`<section class="part flags">
    <h3>${strings.flagsTitle}</h3>
    <div class="choices">
      ${FLAGS.map(
        (flag, index) => html`<button type="button" aria-pressed=${flags.includes(flag)} ?disabled=${editing.isReadOnly} @mousedown=${keepSelection} @click=${() => toggleFlag(editing, flag)}>
          ${strings.flags[flag]}${index === 0 && !editing.isReadOnly ? html`<kbd>!</kbd>` : nothing}
        </button>`,
      )}
      ${others.map((flag) => html`<span class="chip"><bdi>${flag}</bdi></span>`)}
    </div>
  </section>`;
}

function mentionParts(editing: Editing, mention: Mention, actions: InspectorActions): TemplateResult {
  let number = 0;
  const numbered = editing.step?.kind !== 'link';
  return html`${linkPart(editing, mention, actions.search)}${editing.attributes.map(
    (attribute) => html`
      <section class="part">
        <h3>${attribute.name}</h3>
        ${attribute.choices.length > 0
          ? html`<div class="choices">
              ${attribute.choices.map(({ value }) => {
                number += 1;
                return choice(editing, attribute, value, mention.attributes[attribute.id] ?? attribute.default, numbered && number < 10 ? String(number) : '');
              })}
            </div>`
          : freeValue(editing, attribute, mention.attributes[attribute.id])}
      </section>
    `,
  )}`;
}

function submissionPanel(editing: Editing, submission: Submission, actions: InspectorActions): TemplateResult {
  const errors = submission.checks.filter((check) => check.severity === 'error');
  return html`
    <header><h2>${strings.checksTitle}</h2></header>
    ${submission.refusal ? html`<p class="bad" role="alert">${submission.refusal}</p>` : nothing}
    <p role="alert">${errors.length > 0 ? strings.blocked(errors.length) : submission.checks.length > 0 ? strings.warned : nothing}</p>
    <ul class="checks">
      ${submission.checks.slice(0, 100).map(
        (check) => html`
          <li class=${check.severity}>
            <button type="button" @click=${() => editing.focusOn(check.annotation)}>
              <span class="tag">${strings.severity[check.severity]}</span> ${check.message}
              <span class="quiet" dir="auto">${wordsOf(editing, check.annotation)}</span>
            </button>
          </li>
        `,
      )}
    </ul>
    <div class="question">
      ${errors.length > 0 ? nothing : html`<button type="button" class="primary" @click=${actions.submitAnyway}>${strings.submitAnyway}<kbd>Ctrl-Enter</kbd></button>`}
      <button type="button" @click=${actions.cancelSubmission}>${strings.notYet}<kbd>Esc</kbd></button>
    </div>
  `;
}

function wordsOf(editing: Editing, id: string): string {
  const one = editing.store.find(id);
  return one ? editing.wordsOf(one) : '';
}
