/** Notes on the annotation in focus, in the inspector. */
import { type TemplateResult, html } from 'lit';
import type { Editing } from './editing.js';
import type { Notes } from './notes.js';
import type { Annotation, NoteThread } from './protocol.js';
import { strings } from './strings.js';

export function notesPart(editing: Editing, notes: Notes, one: Annotation): TemplateResult {
  const threads = notes.about(one.value.id);
  return html`<section class="part notes">
    <h3>${strings.notes}</h3>
    ${threads.map((thread) => discussion(editing, notes, thread))}
    <form @submit=${(event: SubmitEvent) => void add(event, editing, notes, one)}>
      <input type="text" name="note" dir="auto" autocomplete="off" aria-label=${strings.addNote} placeholder=${strings.addNote} maxlength="2000" />
    </form>
  </section>`;
}

function discussion(editing: Editing, notes: Notes, thread: NoteThread): TemplateResult {
  const resolve = async (): Promise<void> => tell(editing, await notes.resolve(thread));
  return html`<ul class="discussion">
    ${thread.comments.map(
      (comment) => html`<li><span class="quiet">${comment.authorName}</span> <span dir="auto">${comment.text}</span></li>`,
    )}
    ${thread.state === 'open' ? html`<li><button type="button" class="plain" @click=${() => void resolve()}>${strings.settleNote}</button></li>` : html`<li class="quiet">${strings.settled}</li>`}
  </ul>`;
}

async function add(event: SubmitEvent, editing: Editing, notes: Notes, one: Annotation): Promise<void> {
  event.preventDefault();
  const field = event.currentTarget instanceof HTMLFormElement ? event.currentTarget.querySelector('input') : null;
  const text = field?.value.trim() ?? '';
  if (!field || text === '') return;
  const refusal = await notes.add(one, one.kind === 'relation' ? undefined : editing.placeOf(one), text);
  // what was not kept stays in the field
  if (refusal === undefined) field.value = '';
  tell(editing, refusal);
}

function tell(editing: Editing, refusal: string | undefined): void {
  if (refusal !== undefined) editing.say(refusal);
}
