/** The places that are about to be marked alike, each of which can be left out. */
import { type TemplateResult, html } from 'lit';
import type { Editing } from './editing.js';
import { keepSelection } from './label-bar.js';
import type { Span } from './protocol.js';
import { type SameWords, takeSame, turn } from './same-words.js';
import { strings } from './strings.js';

/** Code points shown before and after a place. */
const AROUND = 24;
/** Places that are listed; all of them are lit up in the text. */
const LISTED = 100;

export function samePanel(editing: Editing, same: SameWords): TemplateResult {
  const wanted = same.places.filter((place) => place.isWanted).length;
  const others = same.places.length - LISTED;
  return html`
    <header><h2>${strings.actions['mark-all']}</h2></header>
    <p role="status">${strings.markAll(same.places.length, editing.text.quote(same.model.spans, 60))}</p>
    <ul class="places">
      ${same.places.slice(0, LISTED).map(
        ({ span, isWanted }, index) => html`<li>
          <button type="button" aria-pressed=${isWanted} @mousedown=${keepSelection} @click=${() => turn(editing, index)}>
            ${index < 9 ? html`<kbd>${index + 1}</kbd>` : ''} <span dir="auto">${around(editing, span)}</span>
          </button>
        </li>`,
      )}
    </ul>
    ${others > 0 ? html`<p class="quiet">${strings.moreInText(others)}</p>` : ''}
    <div class="question">
      <button type="button" class="primary" @mousedown=${keepSelection} @click=${() => takeSame(editing)}>${strings.markThese(wanted)}<kbd>Enter</kbd></button>
      <button type="button" @mousedown=${keepSelection} @click=${() => editing.back()}>${strings.notYet}<kbd>Esc</kbd></button>
    </div>
  `;
}

function around(editing: Editing, span: Span): TemplateResult {
  const { text } = editing;
  const paragraph = text.paragraph(span.start);
  const before = text.quote([{ start: Math.max(paragraph.start, span.start - AROUND), end: span.start }]);
  const after = text.quote([{ start: span.end, end: Math.min(paragraph.end, span.end + AROUND) }]);
  return html`${before}<strong>${text.quote([span])}</strong>${after}`;
}
