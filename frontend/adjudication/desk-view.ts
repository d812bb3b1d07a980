/** What stands beside the passage: the versions, and what can be done about them. */
import { type TemplateResult, html, nothing } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { type Panel, panel } from './desk-panels.js';
import { canMix, isChosen } from './mixing.js';
import { called, calledAll } from './people.js';
import type { Case, Line, Question, Side } from './protocol.js';
import { strings } from './strings.js';

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
