/** The element: properties in, events out. It wires what the helpers think. */
import { type TemplateResult, html, render } from 'lit';
import { Annotating } from './annotating.js';
import { prepareAnnouncing } from './announcing.js';
import { Comparing } from './comparing.js';
import { type Example, Exemplifying } from './exemplifying.js';
import { CannotLoad, type Loaded, load, valueOf } from './loading.js';
import { Overlooking } from './overlooking.js';
import type { Span, Version } from './protocol.js';
import { Server } from './server.js';
import { strings } from './strings.js';

export type Mode = 'annotate' | 'read' | 'compare' | 'example';

/** Between the names of those whose sets are shown together. */
const TOGETHER = ',';

/** One way of working with a document; leaves nothing behind when closed. */
interface Screen {
  close(): void;
}

/**
 * An article with its annotations.
 *
 * @fires own-version - in a comparison, with `detail.annotation`: what the adjudicator would rather say
 * @fires submission - with `detail.state`, after the set was handed in or reopened
 */
export class SpanEditor extends HTMLElement {
  #documentId = '';
  #mode: Mode = 'annotate';
  #who = 'me';
  #versions: readonly Version[] = [];
  #focusSpan: Span | undefined;
  #revision: number | undefined;
  #mark: string | undefined;
  #example: Example | undefined;
  #screen: Screen | undefined;
  #generation = 0;
  #restartQueued = false;
  /** Whether the document was given another text while it was open, and nobody was told yet. */
  #isCorrected = false;
  /** The document of the decision before: one after the other is settled in the same text. */
  #compared: { readonly documentId: string; readonly loaded: Loaded } | undefined;

  get documentId(): string {
    return this.#documentId;
  }

  set documentId(value: string) {
    this.#documentId = value;
    this.#restart();
  }

  get mode(): Mode {
    return this.#mode;
  }

  set mode(value: Mode) {
    if (!['annotate', 'read', 'compare'].includes(value)) {
      console.warn(`parley-span-editor: there is no mode “${value}”; reading instead`);
    }
    this.#mode = value === 'annotate' || value === 'compare' ? value : 'read';
    this.#restart();
  }

  /** Whose set is read: a user name, `me` or `gold`; empty for the text alone. In a comparison of whole sets several, with commas. */
  get who(): string {
    return this.#who;
  }

  set who(value: string) {
    this.#who = value;
    this.#restart();
  }

  /** An earlier text of the document, to be read with the marks it had; absent for the one that holds. */
  get revision(): number | undefined {
    return this.#revision;
  }

  set revision(value: number | undefined) {
    this.#revision = value;
    this.#restart();
  }

  /** The id of an annotation to go to when the article opens; absent for the place where it was left. */
  get mark(): string | undefined {
    return this.#mark;
  }

  set mark(value: string | undefined) {
    this.#mark = value || undefined;
    this.#restart();
  }

  /** For a comparison: few and small, one decision only. */
  get versions(): readonly Version[] {
    return this.#versions;
  }

  set versions(value: readonly Version[]) {
    this.#versions = value;
    this.#restart();
  }

  /** A marked example to show in place of a document; it asks the server for nothing. */
  set example(value: Example) {
    this.#example = value;
    this.#mode = 'example';
    this.#restart();
  }

  /** What the comparison is about, in code points. */
  get focusSpan(): Span | undefined {
    return this.#focusSpan;
  }

  set focusSpan(value: Span | undefined) {
    this.#focusSpan = value;
    this.#restart();
  }

  connectedCallback(): void {
    prepareAnnouncing();
    this.#restart();
  }

  disconnectedCallback(): void {
    this.#generation += 1;
    this.#screen?.close();
    this.#screen = undefined;
  }

  /** Several properties set together start once. */
  #restart(): void {
    if (this.#restartQueued || !this.isConnected) return;
    this.#restartQueued = true;
    queueMicrotask(() => {
      this.#restartQueued = false;
      if (this.isConnected && this.#example) this.#exemplify(this.#example);
      else if (this.isConnected && this.#documentId !== '') void this.#start();
    });
  }

  async #start(): Promise<void> {
    const generation = ++this.#generation;
    this.#screen?.close();
    this.#screen = undefined;
    this.dataset['sync'] = 'loading';
    this.dataset['mode'] = this.#mode;
    this.#say(html`<p>${strings.loading}</p>`);
    // not the base element's href: that is resolved anew against every address Flow navigates to
    const server = new Server(document.baseURI.replace(/\/$/u, ''), undefined, this.#mode === 'read' ? this.#revision : undefined);
    server.corrected = () => {
      this.#isCorrected = true;
      this.#restart();
    };
    try {
      const who = this.#mode === 'annotate' ? 'me' : this.#mode === 'read' ? this.#who : undefined;
      const known = this.#mode === 'compare' && this.#compared?.documentId === this.#documentId ? this.#compared.loaded : undefined;
      const loaded = known ?? (await load(server, this.#documentId, who || undefined));
      this.#compared = this.#mode === 'compare' ? { documentId: this.#documentId, loaded } : undefined;
      if (generation !== this.#generation) return;
      if (this.#mode === 'compare') {
        this.#screen = this.#who.includes(TOGETHER) ? await this.#together(server, loaded) : new Comparing(this, loaded, this.#versions, this.#focusSpan);
      } else {
        const screen = new Annotating(this, server, loaded, this.#mode === 'annotate', this.#mark);
        this.#screen = screen;
        await screen.start();
        if (this.#isCorrected) screen.announce(strings.corrected);
        this.#isCorrected = false;
      }
    } catch (failure) {
      if (generation !== this.#generation) return;
      if (!(failure instanceof CannotLoad)) console.error(failure);
      this.dataset['sync'] = 'offline';
      const reason = failure instanceof CannotLoad ? failure.message : '';
      this.#say(
        html`<p role="alert">${strings.cannotLoad(reason)}</p>
          <button type="button" @click=${() => void this.#start()}>${strings.reload}</button>`,
      );
    }
  }

  #exemplify(example: Example): void {
    this.#screen?.close();
    this.dataset['mode'] = this.#mode;
    this.#screen = new Exemplifying(this, example);
  }

  /** Several people's sets over the whole text. */
  async #together(server: Server, loaded: Loaded): Promise<Screen> {
    const outcomes = await Promise.all(this.#who.split(TOGETHER).map((who) => server.set(this.#documentId, who)));
    const sets = outcomes.map((outcome) => valueOf(outcome));
    return new Overlooking(this, server, loaded, sets, this.#mark);
  }

  /** A sentence instead of the text. In a place of its own, because the screens put their own elements here. */
  #say(content: TemplateResult): void {
    const message = document.createElement('div');
    message.className = 'message';
    render(content, message);
    this.replaceChildren(message);
  }
}

customElements.define('parley-span-editor', SpanEditor);
