/** The line above the passage: how far it is, what can be done with the order, and what went wrong. */
import { type TemplateResult, html, nothing } from 'lit';
import type { QueueAnswer } from './protocol.js';
import { strings } from './strings.js';

export interface Head {
  readonly projectId: string;
  readonly decided: number;
  readonly left: number;
  readonly total: QueueAnswer | undefined;
  readonly state: 'loading' | 'ready' | 'done';
  readonly problem: string;
  /** Read aloud, not shown: the screen says it already. */
  readonly note: string;
  /** An annotator answers questions instead of deciding. */
  readonly isAnswering: boolean;
  /** Whether the page asks for some disagreements only. */
  readonly isFiltered: boolean;
}

export function deskHead(head: Head, press: (key: string) => void): TemplateResult {
  const { decided, left, total } = head;
  const button = (key: string, name: string): TemplateResult => html`
    <button type="button" class="desk-tool" @click=${() => press(key)}>
      <span class="key">${key.replace('ArrowLeft', '←').replace('ArrowRight', '→')}</span>${name}
    </button>
  `;
  // before the queue is known there is nothing to count
  if (head.state === 'loading' && decided + left === 0) return html`<p class="quiet" role="status">${strings.loading}</p>`;
  return html`
    <div class="row desk-head">
      <span class="round-progress">${head.isAnswering ? strings.toAnswer(left) : strings.progress(decided, left)}</span>
      ${total && !head.isAnswering && left > 0
        ? html`<span class="quiet" title=${strings.errorsLeftHint}>${strings.errorsLeft(total.errorsLeft.estimate, total.errorsLeft.low, total.errorsLeft.high)}</span>`
        : nothing}
      ${total && total.looked < total.documents ? looking(total) : nothing}
      <span class="desk-tools">
        ${left > 1 ? html`${button('ArrowLeft', strings.previous)} ${button('ArrowRight', strings.next)} ${button('s', strings.later)}` : nothing}
        ${head.isAnswering ? nothing : button('u', strings.undo)}
      </span>
    </div>
    <progress class="desk-bar" max=${Math.max(1, decided + left)} value=${decided} aria-label=${strings.decidedShare}></progress>
    <p class="message message-bad" role="alert" ?hidden=${head.problem === ''}>${head.problem}</p>
    <p class="read-aloud" aria-live="polite">${head.note}</p>
    ${head.state === 'loading' ? html`<p class="quiet">${strings.loading}</p>` : nothing} ${head.state === 'done' ? nothingLeft(head) : nothing}
  `;
}

function looking(total: QueueAnswer): TemplateResult {
  const words = total.full ? strings.full(total.looked, total.documents) : strings.looking(total.looked, total.documents);
  return html`<span class="quiet" role="status">${words}</span>`;
}

function nothingLeft(head: Head): TemplateResult {
  const { total } = head;
  if (head.isAnswering) return html`<div class="empty-state"><p>${strings.nothingAsked}</p></div>`;
  if (total && total.looked < total.documents) return total.full ? looking(total) : html`<p class="quiet">${strings.loading}</p>`;
  return head.isFiltered && total?.matching === 0
    ? html`<div class="empty-state"><p>${strings.nothingSelected}</p><a href="projects/${head.projectId}/adjudicate">${strings.showAll}</a></div>`
    : html`<div class="empty-state"><p>${strings.nothingLeft}</p><a href="projects/${head.projectId}/export">${strings.exportGold}</a></div>`;
}
