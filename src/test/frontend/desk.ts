import { DocumentText } from '../../../frontend/span-editor/document-text.js';
import { type EditTaker, Editing, type Known, type Surface } from '../../../frontend/span-editor/editing.js';
import { type Far, NOTHING_FAR } from '../../../frontend/span-editor/far-ends.js';
import { type PageAction, press } from '../../../frontend/span-editor/pressing.js';
import type { Edit, Entity, Span } from '../../../frontend/span-editor/protocol.js';
import { Scheme } from '../../../frontend/span-editor/scheme.js';
import { Store, deleteOf, putOf } from '../../../frontend/span-editor/store.js';
import { uuid7 } from '../../../frontend/span-editor/uuid7.js';
import { scheme as answer } from './scheme.js';

const scheme = new Scheme(answer, 'en');

/** A page without a page: somebody selects and presses keys. */
export class Desk implements Surface {
  readonly store = new Store();
  readonly said: string[] = [];
  readonly asked: PageAction[] = [];
  readonly editing: Editing;
  readonly text: DocumentText;
  /** How many edits each step for undo had. */
  readonly steps: number[] = [];
  #selection: Span | undefined;

  constructor(
    readonly words: string,
    entities: readonly Entity[] = [],
    far: Far = NOTHING_FAR,
  ) {
    this.text = new DocumentText(words, 'en');
    const take: EditTaker = {
      put: (...annotations) => this.#make(annotations.map((one) => putOf(uuid7(), one))),
      delete: (one, cascade, ...first) => this.#make([...first.map((put) => putOf(uuid7(), put)), deleteOf(uuid7(), one.kind, one.value.id, cascade)]),
    };
    const known: Known = { entities, find: (id) => entities.find((one) => one.id === id), found: () => [] };
    this.editing = new Editing(scheme, this.text, this.store, take, this, known, far);
  }

  select(part: string): this {
    const unit = this.words.indexOf(part);
    this.#selection = { start: this.text.toCodePoint(unit), end: this.text.toCodePoint(unit + part.length) };
    return this;
  }

  cursor(before: string): this {
    const at = this.text.toCodePoint(this.words.indexOf(before));
    this.#selection = { start: at, end: at };
    return this;
  }

  /** Presses keys one after the other: `p`, `Enter`, `Ctrl-z`. */
  keys(...names: string[]): this {
    for (const name of names) {
      const parts = name.split('-');
      const key = parts.at(-1) || '-';
      const has = (modifier: string): boolean => parts.slice(0, -1).includes(modifier);
      const event = { key, ctrlKey: has('Ctrl'), altKey: has('Alt'), shiftKey: has('Shift'), metaKey: false };
      press(this.editing, event, (action) => this.asked.push(action) > 0);
    }
    return this;
  }

  /** Presses a key of a keyboard that is not an American one. @param code its place */
  typed(key: string, code: string): this {
    press(this.editing, { key, code, ctrlKey: false, altKey: false, shiftKey: false, metaKey: false }, (action) => this.asked.push(action) > 0);
    return this;
  }

  get marked(): string[] {
    return this.store.mentions.map((one) => `${one.label} ${this.text.quote(one.spans)}`);
  }

  selection(): Span | undefined {
    return this.#selection;
  }

  collapse(position: number): void {
    this.#selection = { start: position, end: position };
  }

  reveal(): void {
    // there is nothing to scroll
  }

  announce(sentence: string): void {
    this.said.push(sentence);
  }

  refresh(): void {
    // there is nothing to draw
  }

  #make(edits: Edit[]): void {
    this.steps.push(edits.length);
    edits.forEach((edit) => this.store.apply(edit));
  }
}
