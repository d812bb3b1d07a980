/** Buttons and fields for the attributes of the annotation in focus. */
import { type TemplateResult, html, nothing } from 'lit';
import type { Editing } from './editing.js';
import { keepSelection } from './label-bar.js';
import { valueOf } from './letters.js';
import type { AttributeValue } from './protocol.js';
import type { Attribute } from './scheme.js';
import { strings } from './strings.js';

export function choice(editing: Editing, attribute: Attribute, value: string, present: AttributeValue | undefined, key: string, isSuggested = false): TemplateResult {
  const given = valueOf(attribute, value);
  const isChosen = typeof present === 'object' ? present.includes(value) : present === given;
  const next = attribute.type === 'choices' ? toggled(present, value) : given;
  return html`
    <button type="button" class=${isSuggested ? 'suggested' : ''} title=${isSuggested ? strings.suggested : nothing} aria-pressed=${isChosen} ?disabled=${editing.isReadOnly} @mousedown=${keepSelection} @click=${() => editing.value(attribute, next)}>
      ${value}${key && !editing.isReadOnly ? html`<kbd>${key}</kbd>` : nothing}
    </button>
  `;
}

function toggled(present: AttributeValue | undefined, value: string): readonly string[] {
  const chosen = typeof present === 'object' ? present : [];
  return chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value];
}

export function freeValue(editing: Editing, attribute: Attribute, present: AttributeValue | undefined): TemplateResult {
  const take = (event: Event): void => {
    const field = event.currentTarget;
    if (!(field instanceof HTMLTextAreaElement)) return;
    const written = field.value.trim();
    const isNumber = attribute.type === 'number' && written !== '' && Number.isFinite(Number(written));
    editing.value(attribute, written === '' ? null : isNumber ? Number(written) : written);
  };
  return html`<textarea
    rows="2"
    dir="auto"
    aria-label=${attribute.name}
    maxlength=${attribute.maxLength ?? nothing}
    ?readonly=${editing.isReadOnly}
    .value=${present === undefined ? '' : String(present)}
    @change=${take}
  ></textarea>`;
}
