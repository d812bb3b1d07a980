/** What stands beside the passage: the versions, and what can be done about them. */
import { type TemplateResult, html, nothing } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { CHOICE_KEYS } from './desk-keys.js';
import { canMix, isChosen } from './mixing.js';
import { called, calledAll } from './people.js';
import type { Case, Entry, Line, Question, Side, Thread } from './protocol.js';
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

export interface View {
  readonly shown: Case;
  readonly alike: number;
  readonly panel: Panel;
  readonly reason: string;
  readonly reasons: readonly string[];
  /** An annotator answers a question instead of deciding. */
  readonly isAnswering: boolean;
}

export interface Actions {
  /** Takes a version, whatever is open. */
  version(number: number): void;
  /** The same as pressing the key. */
  press(key: string): unknown;
  reason(text: string): void;
  ask(text: string): void;
  discuss(text: string): void;
  addToGuidelines(section: string, paragraph: string): void;
  close(): void;
}

const KEYS_FOR_VERSIONS = 9;

export function deskView(view: View, actions: Actions): TemplateResult {
  const { shown } = view;
  return html`
    <h2 tabindex="-1">${shown.title}</h2>
    <p class="quiet" dir="auto">${shown.layer} · ${shown.documentTitle}</p>
    ${shown.state === 'decided' ? html`<p class="message">${strings.decidedHere}</p>` : nothing}
    ${shown.question ? question(shown, shown.question) : nothing}
    <div class="versions">
      ${shown.sides.map((side, index) => version(view, side, index, actions))}
      <button type="button" class="version version-none" @click=${() => actions.press('0')}>
        <span class="key">0</span><span>${strings.none}</span>
      </button>
    </div>
    ${view.isAnswering ? nothing : tools(view, actions)} ${view.reason === '' ? nothing : html`<p class="quiet">${strings.reasonNow(view.reason)}</p>`}
    ${panel(view, actions)} ${guideline(shown)}
  `;
}

function version(view: View, side: Side, index: number, actions: Actions): TemplateResult {
  const isOwn = view.isAnswering && side.annotators.includes('You');
  return html`
    <button type="button" class="version" aria-label=${label(view.shown, side, index)} @click=${() => actions.version(index + 1)}>
      <span class="key">${index < KEYS_FOR_VERSIONS ? index + 1 : ''}</span>
      <span class="version-who">${isOwn ? strings.yours : calledAll(view.shown, side.annotators)}</span>
      ${side.lines.map((line) => versionLine(view, line))}
    </button>
  `;
}

function label(shown: Case, side: Side, index: number): string {
  return `${index + 1}, ${calledAll(shown, side.annotators)}: ${side.lines.map((line) => `${line.name} ${line.value}`.trim()).join('; ')}`;
}

function versionLine(view: View, line: Line): TemplateResult {
  const asked = view.panel.kind === 'mix' && Object.keys(view.shown.aspects)[view.panel.choices.size] === line.aspect;
  return html`
    <span class="version-line ${asked ? 'version-line-asked' : ''}">
      <span class="quiet">${line.name}</span><span class=${line.differs ? 'differs' : 'same'} dir="auto">${line.value}</span>
    </span>
  `;
}

function question(shown: Case, asked: Question): TemplateResult {
  return html`
    <section class="desk-question" aria-label=${strings.answers}>
      ${asked.text === '' ? nothing : html`<p dir="auto">${asked.text}</p>`}
      <ul>
        ${asked.answers.map(
          (answer) => html`
            <li>
              <strong>${called(shown, answer.annotator)}</strong>
              ${answer.choice === null
                ? strings.silent
                : answer.choice === 'keep'
                  ? strings.keeps
                  : answer.choice === 'none'
                    ? strings.rejects
                    : strings.changes((answer.version ?? 0) + 1)}
              ${answer.reason ? html`<span class="quiet" dir="auto">${answer.reason}</span>` : nothing}
            </li>
          `,
        )}
      </ul>
    </section>
  `;
}

function tools(view: View, actions: Actions): TemplateResult {
  const tool = (key: string, name: string, pressed: boolean): TemplateResult => html`
    <button type="button" class="desk-tool" aria-pressed=${pressed} @click=${() => actions.press(key)}><span class="key">${key}</span>${name}</button>
  `;
  const { kind } = view.panel;
  return html`
    <div class="desk-tools">
      ${view.alike > 1 ? tool('a', strings.alike(view.alike), kind === 'alike') : nothing}
      ${canMix(view.shown) ? tool('m', strings.mix, kind === 'mix') : nothing} ${tool('r', strings.reason, kind === 'reason')}
      ${tool('b', strings.ask, kind === 'ask')} ${tool('d', strings.discuss, kind === 'discuss')} ${tool('g', strings.addGuideline, kind === 'guideline')}
    </div>
    <p class="quiet desk-own"><span class="key">o</span>${isChosen(view.shown) ? strings.ownChosen : strings.ownHint}</p>
  `;
}

function panel(view: View, actions: Actions): TemplateResult | typeof nothing {
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
  return html`
    <section class="desk-panel">
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
      ${textPanel('', strings.addParagraph, words === '' ? view.reason : `*${words}*: ${view.reason}`, strings.addSave, (text) => actions.addToGuidelines(section, text), actions)}
    </section>
  `;
}

function textPanel(title: string, name: string, text: string, save: string, done: (text: string) => void, actions: Actions): TemplateResult {
  const send = (event: Event): void => {
    const area = event.currentTarget instanceof HTMLElement ? event.currentTarget.closest('.desk-panel')?.querySelector('textarea') : null;
    done(area?.value ?? '');
  };
  return html`
    <section class="desk-panel">
      ${title === '' ? nothing : html`<h3>${title}</h3>`}
      <label class="desk-field">
        ${name}
        <textarea
          rows="3"
          maxlength="10000"
          .value=${text}
          @keydown=${(event: KeyboardEvent) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send(event);
          }}
        ></textarea>
      </label>
      <div class="desk-tools">
        <button type="button" class="desk-tool desk-tool-primary" @click=${send}>${save}<span class="key key-after">Ctrl-Enter</span></button>
        ${cancel(actions)}
      </div>
    </section>
  `;
}

function cancel(actions: Actions): TemplateResult {
  return html`<button type="button" class="desk-tool" @click=${() => actions.close()}>${strings.cancel}<span class="key key-after">Esc</span></button>`;
}

function guideline(shown: Case): TemplateResult {
  return html`
    <section class="desk-guideline">
      ${shown.guideline
        ? html`
            <h3>${shown.guideline.title}</h3>
            <div class="guideline" dir="auto">${unsafeHTML(shown.guideline.html)}</div>
            <p class="quiet">
              <a href="projects/${shown.project}/guidelines#${shown.guideline.anchor}" target="_blank">${strings.guideline(shown.guideline.version)}</a>
            </p>
          `
        : html`<p class="quiet">${strings.noGuideline}</p>`}
    </section>
  `;
}
