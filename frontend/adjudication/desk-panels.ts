/** What opens over the versions: more to choose from, or something to write. */
import { type TemplateResult, html, nothing } from 'lit';
import { CHOICE_KEYS } from './desk-keys.js';
import type { Actions, View } from './desk-view.js';
import type { Case, Entry, Thread } from './protocol.js';
import { strings } from './strings.js';

/** What is open over the versions. */
export type Panel =
  | { readonly kind: 'none' }
  | { readonly kind: 'alike'; readonly items: readonly Entry[] }
  | { readonly kind: 'own'; readonly aspect: string | undefined }
  | { readonly kind: 'reason' }
  | { readonly kind: 'ask' }
  | { readonly kind: 'guideline' }
  | { readonly kind: 'discuss'; readonly threads: readonly Thread[] }
  | { readonly kind: 'mix'; readonly choices: ReadonlyMap<string, number> };

export function panel(view: View, actions: Actions): TemplateResult | typeof nothing {
  switch (view.panel.kind) {
    case 'none':
      return nothing;
    case 'alike':
      return alikePanel(view.panel.items, actions);
    case 'mix':
      return mixPanel(view, view.panel.choices, actions);
    case 'own':
      return ownPanel(view.shown, view.panel.aspect, actions);
    case 'reason':
      return reasonPanel(view, actions);
    case 'ask':
      return textPanel(strings.askTitle, strings.askLabel, '', strings.askSend, (text) => actions.ask(text), actions);
    case 'discuss':
      return discussion(view.panel.threads, actions);
    case 'guideline':
      return guidelinePanel(view, actions);
  }
}

function alikePanel(items: readonly Entry[], actions: Actions): TemplateResult {
  return html`
    <section class="desk-panel" aria-live="polite">
      <h3>${strings.alikeTitle(items.length)}</h3>
      <ul class="desk-alike">
        ${items.slice(0, 50).map((item) => html`<li dir="auto">${item.words}</li>`)}
      </ul>
      ${cancel(actions)}
    </section>
  `;
}

function ownPanel(shown: Case, aspect: string | undefined, actions: Actions): TemplateResult {
  const nameOf = (one: string): string => shown.aspects[one] ?? strings.aspect(one);
  const names = aspect === undefined ? Object.keys(shown.alternatives).map(nameOf) : (shown.alternatives[aspect] ?? []).map((one) => one.name);
  return html`
    <section class="desk-panel" aria-live="polite">
      <h3>${aspect === undefined ? strings.ownAspect : strings.ownTitle(nameOf(aspect))}</h3>
      <div class="desk-tools desk-choices">
        ${names.map(
          (name, index) => html`
            <button type="button" class="desk-tool" dir="auto" @click=${() => actions.press(CHOICE_KEYS[index] ?? '')}>
              <span class="key">${CHOICE_KEYS[index] ?? ''}</span>${name}
            </button>
          `,
        )}
      </div>
      ${cancel(actions)}
    </section>
  `;
}

function mixPanel(view: View, choices: ReadonlyMap<string, number>, actions: Actions): TemplateResult {
  const aspects = Object.entries(view.shown.aspects);
  const [, name] = aspects[choices.size] ?? ['', ''];
  return html`
    <section class="desk-panel" aria-live="polite">
      <h3>${strings.mixTitle(name, choices.size + 1, aspects.length)}</h3>
      ${cancel(actions)}
    </section>
  `;
}

function reasonPanel(view: View, actions: Actions): TemplateResult {
  return html`
    <section class="desk-panel">
      ${view.reasons.length === 0
        ? nothing
        : html`<div class="desk-tools">
            ${view.reasons.map(
              (reason, index) => html`
                <button type="button" class="desk-tool" @click=${() => actions.reason(reason)}><span class="key">${index + 1}</span>${reason}</button>
              `,
            )}
          </div>`}
      <label class="desk-field">
        ${strings.reasonLabel}
        <input
          maxlength="200"
          .value=${view.reason}
          @keydown=${(event: KeyboardEvent) => {
            if (event.key === 'Enter' && event.target instanceof HTMLInputElement) actions.reason(event.target.value);
          }}
        />
      </label>
      ${cancel(actions)}
    </section>
  `;
}

function discussion(threads: readonly Thread[], actions: Actions): TemplateResult {
  return html`
    ${threads.map(
      (thread) => html`
        <ul class="desk-comments">
          ${thread.comments.map((comment) => html`<li dir="auto"><strong>${comment.authorName}</strong> ${comment.text}</li>`)}
        </ul>
      `,
    )}
    ${textPanel(strings.discussTitle, strings.discussLabel, '', strings.discussSend, (text) => actions.discuss(text), actions)}
  `;
}

function guidelinePanel(view: View, actions: Actions): TemplateResult {
  const first = view.shown.sides.find((side) => side.lines.length > 0);
  const label = first?.lines.find((line) => line.aspect === 'label')?.value ?? view.shown.layer;
  const words = first?.lines.find((line) => line.aspect === 'boundary')?.value ?? '';
  let section = view.shown.guideline?.title ?? label;
  const add = (text: string): void => actions.addToGuidelines(section, text);
  return html`
    <section class="desk-panel" @keydown=${sending(add)}>
      <label class="desk-field">
        ${strings.addSection}
        <input
          maxlength="100"
          .value=${section}
          @input=${(event: Event) => {
            if (event.target instanceof HTMLInputElement) section = event.target.value;
          }}
        />
      </label>
      ${textPanel('', strings.addParagraph, words === '' ? view.reason : `*${words}*: ${view.reason}`, strings.addSave, add, actions)}
    </section>
  `;
}

function textPanel(title: string, name: string, text: string, save: string, done: (text: string) => void, actions: Actions): TemplateResult {
  return html`
    <section class="desk-panel" @keydown=${sending(done)}>
      ${title === '' ? nothing : html`<h3>${title}</h3>`}
      <label class="desk-field">
        ${name}
        <textarea
          rows="3"
          maxlength="10000"
          .value=${text}
        ></textarea>
      </label>
      <div class="desk-tools">
        <button type="button" class="desk-tool desk-tool-primary" @click=${(event: Event) => done(writtenNear(event))}>${save}<span class="key key-after">Ctrl-Enter</span></button>
        ${cancel(actions)}
      </div>
    </section>
  `;
}

function writtenNear(event: Event): string {
  const panel = event.currentTarget instanceof HTMLElement ? event.currentTarget.closest('.desk-panel') : null;
  return panel?.querySelector('textarea')?.value ?? '';
}

/** Ctrl-Enter sends from wherever somebody stands in a panel, which may lie in another one. */
function sending(done: (text: string) => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
    event.preventDefault();
    done(writtenNear(event));
  };
}

function cancel(actions: Actions): TemplateResult {
  return html`<button type="button" class="desk-tool" @click=${() => actions.close()}>${strings.cancel}<span class="key key-after">Esc</span></button>`;
}
