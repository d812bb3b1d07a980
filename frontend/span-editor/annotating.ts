/** Reading an article and marking it: text, labels, inspector and status line together. */
import { nothing, render } from 'lit';
import { announce } from './announcing.js';
import { Editing, type Surface } from './editing.js';
import { HandingIn } from './handing-in.js';
import { hear } from './hearing.js';
import { inspector } from './inspector.js';
import { keyHelp } from './key-help.js';
import { labelBar } from './label-bar.js';
import type { Loaded } from './loading.js';
import { MarkMaker } from './marks.js';
import { wordsOf } from './places.js';
import { type Outbox, openOutbox } from './outbox.js';
import { pointedAt } from './pointing.js';
import { type PageAction, press } from './pressing.js';
import type { Annotation, Span } from './protocol.js';
import { remembered, remember } from './remembering.js';
import { type Server, reasonOf } from './server.js';
import { Sheet } from './sheet.js';
import { statusLine } from './status-line.js';
import { type Change, Store } from './store.js';
import { strings } from './strings.js';
import { Sync, type SyncStatus } from './sync.js';

export class Annotating implements Surface {
  readonly #store = new Store();
  readonly #editing: Editing;
  readonly #sheet: Sheet;
  readonly #bar = area('bar');
  readonly #inspector = area('inspector', 'section');
  readonly #status = area('status');
  readonly #help = document.createElement('dialog');
  readonly #leaving = new AbortController();
  #outbox: Outbox | undefined;
  #sync: Sync | undefined;
  #stopHearing: () => void = () => undefined;
  #syncStatus: SyncStatus | undefined;
  readonly #handingIn: HandingIn;
  #note = '';
  /** After Escape with nothing to leave, Tab goes on to what follows the text. */
  #tabLeaves = false;
  #refreshQueued = false;

  constructor(
    private readonly host: HTMLElement,
    private readonly server: Server,
    private readonly loaded: Loaded,
    private readonly isOwn: boolean,
  ) {
    const { text, scheme, document: about } = loaded;
    if (loaded.set) this.#store.receive(loaded.set);
    this.#editing = new Editing(
      scheme,
      text,
      this.#store,
      {
        put: (annotation) => this.#sync?.put(annotation),
        delete: (annotation, cascade) => this.#sync?.delete(annotation, cascade),
      },
      this,
    );
    this.#handingIn = new HandingIn(this.#store, () => this.#sync, {
      asked: () => this.#toggle('hides-inspector', false),
      announce: (sentence) => this.announce(sentence),
      done: () => this.host.dispatchEvent(new CustomEvent('submission', { detail: { state: this.#store.state } })),
      refresh: () => this.refresh(),
    });
    const marks = new MarkMaker(scheme);
    this.#sheet = new Sheet({
      about,
      text,
      scheme,
      sections: text.sections,
      marksIn: (section) => marks.within(this.#editing.places.inSection(section.index), section),
      mention: (id) => this.#store.mention(id),
      picked: (id) => this.#editing.focusOn(id),
      misfits: () => this.#editing.places.misfitsInWords(),
    });
    const desk = area('desk');
    desk.append(this.#sheet.element, this.#inspector);
    this.#inspector.setAttribute('aria-label', strings.inspector);
    this.#help.className = 'key-help';
    this.host.replaceChildren(this.#bar, desk, this.#status, this.#help);
    this.#listen();
    this.refresh();
  }

  async start(): Promise<void> {
    if (this.isOwn) {
      this.#outbox = await openOutbox();
      if (this.#leaving.signal.aborted) return;
      this.#sync = new Sync(this.server, this.#outbox, this.#store, this.loaded.me.name, this.loaded.document.id, {
        changed: (changes, cause) => this.#changed(changes, cause),
        status: (status) => this.#showStatus(status),
      });
      await this.#sync.start();
      this.#stopHearing = hear(
        this.server.eventsUrl(this.loaded.document.id),
        this.loaded.me.name,
        (sequence) => this.#sync?.heard(sequence),
        () => this.#sync?.refresh(),
      );
    } else {
      this.host.dataset['sync'] = 'idle';
    }
    this.refresh();
  }

  close(): void {
    this.#leaving.abort();
    this.host.classList.remove('names', 'hides-inspector', 'has-focus');
    this.#stopHearing();
    this.#sync?.close();
    this.#outbox?.close();
    this.#sheet.close();
  }

  // what the editing asks of the page

  selection(): Span | undefined {
    return this.#sheet.selection();
  }

  collapse(position: number): void {
    this.#sheet.collapse(position);
  }

  reveal(span: Span): void {
    this.#sheet.reveal(span);
  }

  announce(sentence: string): void {
    this.#note = sentence;
    announce(sentence);
    this.refresh();
  }

  refresh(): void {
    if (this.#refreshQueued) return;
    this.#refreshQueued = true;
    queueMicrotask(() => {
      this.#refreshQueued = false;
      if (!this.#leaving.signal.aborted) this.#render();
    });
  }

  #listen(): void {
    const { signal } = this.#leaving;
    this.host.addEventListener('keydown', (event) => this.#keyed(event), { signal });
    this.#sheet.textArea.addEventListener('click', (event) => this.#clicked(event), { signal });
    window.addEventListener('online', () => this.#sync?.refresh(), { signal });
    window.addEventListener('focus', () => {
      if (this.#syncStatus && this.#syncStatus.connection !== 'online') this.#sync?.refresh();
    }, { signal });
  }

  #keyed(event: KeyboardEvent): void {
    if (event.isComposing || this.#help.open) return;
    const target = event.target instanceof Element ? event.target : undefined;
    const inText = target?.closest('.text') !== null;
    const isField = target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement;
    if (isField && event.key !== 'Escape') return;
    // buttons keep the keys that work them
    if (!inText && ['Enter', ' ', 'Tab'].includes(event.key) && !event.ctrlKey && !event.metaKey) return;
    if (event.key === 'Tab' && this.#tabLeaves) return;
    if (event.key !== 'Escape') this.#tabLeaves = false;
    this.#note = '';
    if (!press(this.#editing, event, (action) => this.#page(action))) return;
    event.preventDefault();
    if (isField) this.#sheet.textArea.focus();
  }

  #page(action: PageAction): boolean {
    switch (action) {
      case 'undo':
      case 'redo':
        void this.#revert(action);
        return true;
      case 'submit':
        void this.#handingIn.submit(this.#handingIn.isAnswered);
        return true;
      case 'help':
        render(keyHelp(this.#editing.scheme, () => this.#help.close()), this.#help);
        this.#help.showModal();
        return true;
      case 'names':
        this.#toggle('names');
        return true;
      case 'next-mark':
        return this.#step(1);
      case 'previous-mark':
        return this.#step(-1);
      case 'leave':
        this.#tabLeaves = !this.#handingIn.cancel();
        return true;
    }
  }

  /** To the next mark behind the one in focus or the cursor; after the last one Tab leaves the text. */
  #step(direction: 1 | -1): boolean {
    const editing = this.#editing;
    const { relating } = editing;
    const picking = relating?.type !== undefined;
    const cursor = this.selection()?.start ?? 0;
    const beside = (current: string | undefined, from: number): Annotation | undefined => editing.beside(current, from, direction, picking, relating?.from);
    // among the claims that a relation may lead to, the last is followed by the first
    const next = beside(relating?.candidate ?? editing.focus, cursor) ?? (picking ? beside(undefined, direction > 0 ? 0 : Number.POSITIVE_INFINITY) : undefined);
    if (!next) return picking;
    if (picking) editing.consider(next.value.id);
    else {
      editing.focusOn(next.value.id);
      this.collapse(editing.placeOf(next).start);
    }
    return true;
  }

  #clicked(event: MouseEvent): void {
    const selection = this.selection();
    if (!selection || selection.start !== selection.end || event.detail > 1) return;
    pointedAt(this.#editing, event.target instanceof Element ? event.target : undefined, this.#sheet.textArea);
  }

  async #revert(direction: 'undo' | 'redo'): Promise<void> {
    if (!this.#sync || this.#editing.isReadOnly) return;
    const outcome = await this.#sync.revert(direction);
    if (outcome.kind === 'done') this.announce(strings[direction === 'undo' ? 'undone' : 'redone'](outcome.value.words));
    else if (outcome.kind === 'refused') this.announce(reasonOf(outcome.problem) || (direction === 'undo' ? strings.nothingToUndo : strings.nothingToRedo));
    else this.announce(strings.needsConnection);
  }

  #changed(changes: readonly Change[], cause: 'edit' | 'server' | 'refused'): void {
    this.#sheet.redraw(changes.flatMap((change) => [change.before, change.after].flatMap((one) => (one ? wordsOf(one) : []))));
    if (this.#editing.focus !== undefined && !this.#editing.focused) this.#editing.focusOn(undefined);
    if (cause === 'refused') this.announce(strings.refused(this.#sync?.status.refusals.at(-1) ?? ''));
    this.refresh();
  }

  #showStatus(status: SyncStatus): void {
    this.#syncStatus = status;
    const isBusy = status.waiting > 0;
    this.host.dataset['sync'] = status.connection !== 'online' ? 'offline' : isBusy ? 'saving' : status.refusals.length > 0 ? 'refused' : 'idle';
    this.refresh();
  }

  #toggle(name: 'names' | 'hides-inspector', value = !remembered(name)): void {
    remember(name, value);
    this.refresh();
  }

  #render(): void {
    const editing = this.#editing;
    editing.isReadOnly = !this.isOwn || this.#store.state !== 'draft';
    const canEdit = !editing.isReadOnly;
    const hidesInspector = remembered('hides-inspector');
    this.host.classList.toggle('names', remembered('names'));
    this.host.classList.toggle('hides-inspector', hidesInspector);
    const lit = editing.relating?.candidate ?? editing.focus;
    const inFocus = lit === undefined ? undefined : (this.#store.claim(lit) ?? this.#store.mention(lit));
    this.#sheet.light(inFocus);
    this.host.classList.toggle('has-focus', inFocus !== undefined && 'content' in inFocus);
    render(
      labelBar(
        editing,
        { canLabel: canEdit, canClaim: canEdit, views: { showsNames: remembered('names'), hidesInspector } },
        {
          label: (label) => editing.label(label),
          claim: () => editing.startClaim(),
          toggleNames: () => this.#toggle('names'),
          help: () => this.#page('help'),
          toggleInspector: () => this.#toggle('hides-inspector'),
        },
      ),
      this.#bar,
    );
    const who = this.loaded.set?.annotator ?? this.loaded.me.name;
    render(
      hidesInspector
        ? nothing
        : inspector(editing, who, this.#handingIn.question, {
            submitAnyway: () => void this.#handingIn.submit(true),
            cancelSubmission: () => this.#handingIn.cancel(),
          }),
      this.#inspector,
    );
    render(
      statusLine(
        {
          sync: this.#syncStatus,
          state: this.isOwn ? this.#store.state : undefined,
          progress: strings.progress(this.#store.mentions.length, this.#store.claims.length, this.#store.relations.length),
          note: this.#note,
          isLasting: this.#outbox?.isLasting ?? true,
          reading: this.isOwn ? undefined : this.loaded.set ? strings.readOnly(who) : strings.textAlone,
        },
        {
          submit: () => void this.#handingIn.submit(this.#handingIn.isAnswered),
          reopen: () => void this.#handingIn.reopen(),
          dismiss: () => this.#sync?.dismissRefusals(),
        },
      ),
      this.#status,
    );
  }
}

function area(name: string, tag: 'div' | 'section' = 'div'): HTMLElement {
  const element = document.createElement(tag);
  element.className = name;
  return element;
}
