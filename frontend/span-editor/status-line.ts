/** The line under the text: whether everything is safe, how far the work is, and handing it in. */
import { type TemplateResult, html, nothing } from 'lit';
import type { SetState } from './protocol.js';
import { strings } from './strings.js';
import type { SyncStatus } from './sync.js';

export interface StatusActions {
  submit(): void;
  reopen(): void;
  dismiss(): void;
  nextProblem(): void;
}

export interface StatusState {
  readonly sync: SyncStatus | undefined;
  /** Undefined where nobody can submit: reading or comparing. */
  readonly state: SetState | undefined;
  readonly progress: string;
  /** The last thing that was announced. */
  readonly note: string;
  /** Others who have the document open, by name. */
  readonly present: readonly string[];
  /** How many things there are to look at. */
  readonly problems: number;
  readonly isLasting: boolean;
  readonly reading: string | undefined;
}

export function statusLine(status: StatusState, actions: StatusActions): TemplateResult {
  return html`
    <div class="saved">${status.sync ? syncPart(status.sync, status.isLasting, actions) : (status.reading ?? nothing)}</div>
    <div class="note">${status.note}</div>
    ${status.present.length > 0 ? html`<div class="present">${strings.here(status.present)}</div>` : nothing}
    ${status.problems > 0
      ? html`<button type="button" class="plain" title=${strings.problemsHint} @click=${actions.nextProblem}>${strings.problems(status.problems)}<kbd>F8</kbd></button>`
      : nothing}
    <div class="progress">${status.progress}</div>
    ${submission(status.state, actions)}
  `;
}

function syncPart(sync: SyncStatus, isLasting: boolean, actions: StatusActions): TemplateResult {
  const refusal = sync.refusals.at(-1);
  if (refusal !== undefined) {
    return html`<span class="bad" role="alert">${strings.refused(refusal)}</span> <button type="button" class="plain" @click=${actions.dismiss}>${strings.dismiss}</button>`;
  }
  if (sync.connection === 'signed-out') {
    // in a tab of its own: this one keeps what is not saved yet, and sends it after signing in
    return html`<span class="warn">${strings.signedOut(sync.waiting)}</span> <a href="login" target="_blank">${strings.signIn}</a>`;
  }
  if (sync.connection === 'offline') return html`<span class="warn">${strings.offline(sync.waiting)}</span>`;
  if (sync.waiting > 0) return html`${strings.saving(sync.waiting)}`;
  return html`${strings.saved}${isLasting ? nothing : html` <span class="warn">${strings.notKept}</span>`}`;
}

function submission(state: SetState | undefined, actions: StatusActions): TemplateResult | typeof nothing {
  if (state === 'draft') {
    return html`<button type="button" class="primary" title=${strings.submitHint} @click=${actions.submit}>${strings.submit}</button>`;
  }
  if (state === 'submitted') return html`<span class="quiet">${strings.submitted}</span> <button type="button" @click=${actions.reopen}>${strings.reopen}</button>`;
  return state === 'locked' ? html`<span class="quiet">${strings.locked}</span>` : nothing;
}
