/** What people say about single annotations of the document that is open. Never touches the DOM. */
import type { Annotation, NoteThread, Span } from './protocol.js';
import { type Outcome, type Server, reasonOf } from './server.js';
import { strings } from './strings.js';

export class Notes {
  #threads: readonly NoteThread[] = [];

  constructor(
    private readonly server: Server,
    private readonly document: string,
    private readonly changed: () => void,
  ) {}

  async load(): Promise<void> {
    const outcome = await this.server.threads(this.document);
    if (outcome.kind !== 'done') return;
    this.#threads = outcome.value.items;
    this.changed();
  }

  /** Those about an annotation, oldest first. */
  about(id: string): readonly NoteThread[] {
    return this.#threads.filter((thread) => thread.subject === subjectOf(id));
  }

  /**
   * Says something about an annotation: in its open thread, or in a new one at its words.
   *
   * @returns why it was not kept; undefined if it was
   */
  async add(one: Annotation, place: Span | undefined, text: string): Promise<string | undefined> {
    const open = this.about(one.value.id).find((thread) => thread.state === 'open');
    const body = { subject: subjectOf(one.value.id), text, ...(place ? { span: place } : {}) };
    return this.#take(open ? await this.server.reply(open.id, text) : await this.server.beginThread(this.document, body));
  }

  async resolve(thread: NoteThread): Promise<string | undefined> {
    return this.#take(await this.server.resolveThread(thread.id));
  }

  #take(outcome: Outcome<NoteThread>): string | undefined {
    if (outcome.kind === 'refused') return reasonOf(outcome.problem);
    if (outcome.kind !== 'done') return strings.noteNeedsConnection;
    const { value } = outcome;
    this.#threads = [...this.#threads.filter((thread) => thread.id !== value.id), value];
    this.changed();
    return undefined;
  }
}

function subjectOf(id: string): string {
  return `annotation:${id}`;
}
