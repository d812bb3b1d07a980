/** Reading an article and marking it: text, labels, inspector and status line together. */
import { announce } from './announcing.js';
import { Editing, type Surface } from './editing.js';
import { HandingIn } from './handing-in.js';
import { Furniture, area } from './furniture.js';
import { Handles } from './handles.js';
import { preview } from './previews.js';
import { putBorder } from './shaping.js';
import { hull } from './spans.js';
import type { Present } from './hearing.js';
import { Entities } from './entities.js';
import { FarEnds } from './far-ends.js';
import { Keeping } from './keeping.js';
import { Keyboard } from './keyboard.js';
import type { Loaded } from './loading.js';
import { MarkMaker } from './marks.js';
import { wordsOf } from './places.js';
import { giveLabel } from './marking.js';
import { Notes } from './notes.js';
import { pointedAt } from './pointing.js';
import { KeptKeys } from './own-keys.js';
import { Problems } from './problems.js';
import type { Reverting, Span } from './protocol.js';
import { type Preference, remembered, remember } from './remembering.js';
import { type Server, reasonOf } from './server.js';
import { Sheet } from './sheet.js';
import { type Change, Store } from './store.js';
import { strings } from './strings.js';
import type { SyncStatus } from './sync.js';
import { mainChange } from './trail.js';

export class Annotating implements Surface {
  readonly #store = new Store();
  readonly #editing: Editing;
  readonly #sheet: Sheet;
  readonly #furniture: Furniture;
  readonly #entities: Entities;
  readonly #far: FarEnds;
  readonly #problems: Problems;
  readonly #notes: Notes;
  readonly #keyboard: Keyboard;
  readonly #handles: Handles;
  readonly #leaving = new AbortController();
  readonly #keeping: Keeping;
  #syncStatus: SyncStatus | undefined;
  readonly #handingIn: HandingIn;
  #note = '';
  /** Whether those of the registry have come that can be offered at once. */
  #isReady = false;
  #hadSelection = false;
  #present: readonly Present[] = [];
  #refreshQueued = false;

  constructor(
    private readonly host: HTMLElement,
    private readonly server: Server,
    private readonly loaded: Loaded,
    private readonly isOwn: boolean,
    /** The annotation to begin at, if one was asked for. */
    private readonly mark: string | undefined,
  ) {
    const { text, scheme, document: about } = loaded;
    if (loaded.set) this.#store.receive(loaded.set);
    this.#entities = new Entities(this.server, about.projectId, about.id, () => {
      this.refresh();
      this.#keyboard.chooser.refresh();
    });
    this.#notes = new Notes(this.server, about.id, () => this.refresh());
    this.#problems = new Problems(() => this.server.checks(about.id), () => this.refresh());
    this.#keeping = new Keeping(server, this.#store, loaded, isOwn, {
      changed: (changes, cause) => this.#changed(changes, cause),
      status: (status) => this.#showStatus(status),
      met: (others) => this.#met(others),
      renamed: (entities) => void this.#entities.reload(entities),
    });
    const far = new FarEnds(server, about.id, () => {
      this.#sheet.redraw([]);
      this.refresh();
      this.#keyboard.chooser.refresh();
    });
    this.#far = far;
    this.#editing = new Editing(scheme, text, this.#store, this.#keeping, this, this.#entities, far);
    this.#handingIn = new HandingIn(this.#store, () => this.#keeping.sync, {
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
      specksIn: (section) => marks.specks(this.#editing.places.inSection(section.index)),
      mention: (id) => this.#store.mention(id),
      picked: (id) => this.#editing.focusOn(id),
      tiesOf: (id) => this.#editing.tiesOf(id),
      titleOf: async (id) => {
        const answer = await this.server.document(id);
        return answer.kind === 'done' ? answer.value.title : undefined;
      },
      misfits: () => this.#editing.places.misfitsInWords(),
    });
    this.#furniture = new Furniture(this.#editing, () => this.#keyboard, this.#handingIn, this.#problems, loaded.set ? this.#notes : undefined, {
      revert: (direction) => void this.#revert(direction),
      toggle: (name) => this.#toggle(name),
      submit: () => void this.#handingIn.submit(this.#handingIn.isAnswered),
      submitAnyway: () => void this.#handingIn.submit(true),
      reopen: () => void this.#handingIn.reopen(),
      dismiss: () => this.#keeping.sync?.dismissRefusals(),
    });
    const { bar, inspector, status } = this.#furniture;
    const desk = area('desk');
    desk.append(this.#sheet.element, inspector);
    this.#keyboard = new Keyboard(this.#editing, this.#sheet, this.#entities, far, this.#problems, new KeptKeys(server, loaded.me.name), {
      revert: (direction) => void this.#revert(direction),
      submit: () => void this.#handingIn.submit(this.#handingIn.isAnswered),
      toggle: (name) => this.#toggle(name),
      leave: () => this.#handingIn.cancel(),
      pressed: () => (this.#note = ''),
    });
    this.#handles = new Handles(this.#sheet, text, (border, position) => putBorder(this.#editing, border, position));
    this.host.replaceChildren(bar, desk, status, this.#keyboard.help.element, this.#keyboard.chooser.element);
    this.#listen();
    this.refresh();
  }

  async start(): Promise<void> {
    // whoever comes to work needs no click before the first key
    if (!this.#editing.isReadOnly && document.activeElement === document.body) this.#sheet.textArea.focus({ preventScroll: true });
    this.#goToMark();
    void this.#entities.load(this.#store.mentions).finally(() => {
      this.#isReady = true;
      this.#showSync();
    });
    // what people say and do now is about the text that holds
    if (this.server.isEarlier) return this.refresh();
    void this.#notes.load();
    if (this.isOwn) void this.#far.load();
    if (this.isOwn) this.#keyboard.prepare(this.#leaving.signal);
    await this.#keeping.start();
    this.refresh();
  }

  #goToMark(): void {
    if (this.mark === undefined) return;
    if (this.#store.find(this.mark)) this.#editing.focusOn(this.mark);
    else this.announce(strings.markGone);
  }

  close(): void {
    this.#leaving.abort();
    this.host.classList.remove('names', 'hides-inspector', 'has-focus');
    this.#keeping.close();
    this.#problems.close();
    this.#handles.close();
    preview('parley-same', []);
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
    this.host.addEventListener('keydown', (event) => this.#keyboard.pressed(event), { signal });
    document.addEventListener('selectionchange', () => this.#selected(), { signal });
    this.#sheet.textArea.addEventListener('click', (event) => this.#clicked(event), { signal });
    this.#sheet.textArea.addEventListener('pointerup', () => this.#released(), { signal });
  }

  #clicked(event: MouseEvent): void {
    const selection = this.selection();
    if (!selection || selection.start !== selection.end || event.detail > 1) return;
    pointedAt(this.#editing, event.target instanceof Element ? event.target : undefined, this.#sheet.textArea);
  }

  /** What was selected with the mouse gets the label that stays. */
  #released(): void {
    const { sticky } = this.#editing;
    if (sticky && !this.#editing.isReadOnly && this.#editing.selected()) giveLabel(this.#editing, sticky);
  }

  #met(others: readonly Present[]): void {
    this.#present = others;
    this.refresh();
  }

  /** Whom selected words may name is offered as soon as they are selected. */
  #selected(): void {
    const selection = this.selection();
    const hasSelection = selection !== undefined && selection.start < selection.end;
    if (hasSelection || this.#hadSelection) this.refresh();
    this.#hadSelection = hasSelection;
  }

  /** Takes a step back or does it once more, says which, and goes there. */
  async #revert(reverting: Reverting): Promise<void> {
    if (this.#editing.isReadOnly) return;
    const outcome = await this.#keeping.revert(reverting);
    if (outcome.kind === 'refused') this.announce(reasonOf(outcome.problem));
    else if (outcome.kind !== 'done') this.announce(strings.needsConnection);
    else if (outcome.value.deed) {
      const { deed } = outcome.value;
      const change = mainChange(deed);
      const there = change && (this.#store.find(change.id) ?? change.after ?? change.before);
      if (there) this.reveal(this.#editing.placeOf(there));
      this.announce(strings[reverting === 'undo' ? 'undone' : 'redone'](this.#editing.inWords(deed)));
    } else this.announce(reverting === 'undo' ? strings.nothingToUndo : strings.nothingToRedo);
  }

  #changed(changes: readonly Change[], cause: 'edit' | 'server' | 'refused'): void {
    this.#sheet.redraw(changes.flatMap((change) => [change.before, change.after].flatMap((one) => (one ? wordsOf(one) : []))));
    if (this.#editing.focus !== undefined && !this.#editing.focused) this.#editing.focusOn(undefined);
    if (cause === 'edit') changes.forEach((change) => this.#problems.forget(change.id));
    if (cause === 'refused') this.announce(strings.refused(this.#keeping.sync?.status.refusals.at(-1) ?? ''));
    this.refresh();
  }

  #showStatus(status: SyncStatus): void {
    if (status.waiting === 0 && status.connection === 'online' && this.#store.state === 'draft') this.#problems.later();
    this.#syncStatus = status;
    this.#showSync();
    this.refresh();
  }

  /** In one word for whoever waits for the editor to be done, such as a test. */
  #showSync(): void {
    const status = this.#syncStatus ?? { connection: 'online', waiting: 0, refusals: [] };
    const isReady = this.#isReady && (this.#syncStatus !== undefined || !this.isOwn);
    const saved = !isReady ? 'loading' : status.refusals.length > 0 ? 'refused' : 'idle';
    this.host.dataset['sync'] = status.connection !== 'online' ? 'offline' : status.waiting > 0 ? 'saving' : saved;
  }

  #toggle(name: Preference, value = !remembered(name)): void {
    remember(name, value);
    this.refresh();
  }

  /** What undo or redo would do, in words; null if the page knows of nothing. */
  #ahead(reverting: Reverting): string | null {
    const deed = this.#keeping.sync?.trail.next(reverting);
    return deed ? this.#editing.inWords(deed) : null;
  }

  #render(): void {
    const editing = this.#editing;
    editing.isReadOnly = !this.isOwn || this.#store.state !== 'draft';
    const canEdit = !editing.isReadOnly;
    this.host.classList.toggle('names', remembered('names'));
    this.host.classList.toggle('hides-inspector', remembered('hides-inspector'));
    const lit = editing.relating?.candidate ?? editing.focus;
    const inFocus = lit === undefined ? undefined : (this.#store.claim(lit) ?? this.#store.mention(lit));
    this.#sheet.light(inFocus);
    const words = canEdit && inFocus ? ('content' in inFocus ? inFocus[editing.wordRole] : inFocus.spans) : [];
    this.#handles.show(words.length > 0 && !editing.same ? hull(words) : undefined);
    preview('parley-same', (editing.same?.places ?? []).filter((place) => place.isWanted).map((place) => this.#sheet.rangeOf(place.span)));
    this.host.classList.toggle('has-focus', inFocus !== undefined && 'content' in inFocus);
    const who = this.loaded.set?.annotator ?? this.loaded.me.name;
    this.#furniture.draw({
      who,
      reversals: { undo: this.#ahead('undo'), redo: this.#ahead('redo') },
      sync: this.#syncStatus,
      state: this.isOwn ? this.#store.state : undefined,
      note: this.#note,
      present: this.#present.map((one) => one.displayName || one.name),
      isLasting: this.#keeping.isLasting,
      reading: this.isOwn ? undefined : this.loaded.set ? strings.readOnly(who) : strings.textAlone,
    });
  }
}
