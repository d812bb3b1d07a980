/** From key presses to what the page does: moving, stepping from mark to mark, and all actions. */
import { Chooser } from './chooser.js';
import { otherEnds, palette, registry } from './choices.js';
import type { Editing } from './editing.js';
import type { Entities } from './entities.js';
import type { FarEnds } from './far-ends.js';
import { toggleFlag } from './flagging.js';
import { KeyHelp } from './key-help.js';
import { KeyMap } from './key-map.js';
import type { Action } from './keys.js';
import { inIdleSlices, inTurn } from './idle.js';
import { moved, unmarkedName } from './moving.js';
import { foldedText } from './names.js';
import { type PageAction, act, press } from './pressing.js';
import type { Problems } from './problems.js';
import type { Annotation } from './protocol.js';
import { consider, suitable } from './relating.js';
import type { KeptKeys } from './own-keys.js';
import type { Preference } from './remembering.js';
import { unresolved } from './resolving.js';
import type { Sheet } from './sheet.js';
import { strings } from './strings.js';

/** What keys may ask of the page besides marking. */
export interface KeyedPage {
  revert(direction: 'undo' | 'redo'): void;
  submit(): void;
  toggle(name: Preference): void;
  /** Takes away a question of the page; false if there was none. */
  leave(): boolean;
  /** A key was pressed: what was said before is over. */
  pressed(): void;
}

export class Keyboard {
  readonly chooser: Chooser;
  readonly help: KeyHelp;
  #keys: KeyMap;
  /** After Escape with nothing to leave, Tab goes on to what follows the text. */
  #tabLeaves = false;

  constructor(
    private readonly editing: Editing,
    private readonly sheet: Sheet,
    private readonly entities: Entities,
    private readonly far: FarEnds,
    private readonly problems: Problems,
    kept: KeptKeys,
    private readonly page: KeyedPage,
  ) {
    this.#keys = new KeyMap(kept.own);
    this.chooser = new Chooser(() => this.sheet.textArea.focus({ preventScroll: true }));
    this.help = new KeyHelp(editing.scheme, this.#keys, (keys) => {
      this.#keys = keys;
      kept.change(keys.own);
    });
    void kept.load().then((own) => {
      if (own) this.help.use((this.#keys = new KeyMap(own)));
    });
  }

  /** Has ready what the first `,` and `*` would wait for in a long text with many marks. */
  prepare(leaving: AbortSignal): void {
    const { marked, text } = this.editing;
    leaving.addEventListener('abort', inIdleSlices(inTurn(marked.counting(), foldedText(text).folding())));
  }

  pressed(event: KeyboardEvent): void {
    if (event.isComposing || this.help.isOpen || this.chooser.isOpen) return;
    const target = event.target instanceof Element ? event.target : undefined;
    const inText = target?.closest('.text') !== null;
    const isField = target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement;
    if (isField && event.key !== 'Escape') return;
    // buttons keep the keys that work them
    if (!inText && ['Enter', ' ', 'Tab'].includes(event.key) && !event.ctrlKey && !event.metaKey) return;
    if (event.key === 'Tab' && this.#tabLeaves) return;
    if (event.key !== 'Escape') this.#tabLeaves = false;
    this.page.pressed();
    if (!press(this.editing, event, (action) => this.do(action), this.#keys)) return;
    event.preventDefault();
    if (isField) this.sheet.textArea.focus();
  }

  /** Does an action, whoever asks for it. Returns whether it meant anything. */
  do(action: PageAction): boolean {
    switch (action) {
      case 'undo':
      case 'redo':
        this.page.revert(action);
        return true;
      case 'submit':
        this.page.submit();
        return true;
      case 'help':
        this.help.open();
        return true;
      case 'palette':
        this.chooser.open(palette(this.editing, this.#keys, (chosen) => this.#run(chosen)));
        return true;
      case 'link':
        this.search();
        return true;
      case 'flag':
        if (!this.editing.isReadOnly) toggleFlag(this.editing, 'text-error');
        return true;
      case 'names':
        this.page.toggle('names');
        return true;
      case 'inspector':
        this.page.toggle('hides-inspector');
        return true;
      case 'next-mark':
        return this.#step(1);
      case 'previous-mark':
        return this.#step(-1);
      case 'next-name':
        return this.#toName(1);
      case 'previous-name':
        return this.#toName(-1);
      case 'next-problem':
        return this.#toProblem(1);
      case 'previous-problem':
        return this.#toProblem(-1);
      case 'leave':
        this.#tabLeaves = !this.page.leave();
        return true;
      default:
        return this.#move(action);
    }
  }

  /** Looks in the registry for the mention that is asked about; for the other end if a relation is being made. */
  search(): void {
    const { editing } = this;
    if (editing.isReadOnly) return;
    if (editing.relating?.type) {
      this.chooser.open(otherEnds(editing, this.far));
      return;
    }
    const mention = unresolved(editing);
    if (mention) this.chooser.open(registry(editing, this.entities, mention, (reason) => editing.say(reason)));
    else editing.say(strings.focusFirst);
  }

  #run(action: Action): void {
    act(this.editing, action, (one) => this.do(one));
  }

  #move(action: Action): boolean {
    const selection = this.sheet.directed();
    const next = selection && moved(this.editing.text, selection, action);
    if (!next) return false;
    this.sheet.move(next.anchor, next.head);
    this.sheet.reveal({ start: next.head, end: next.head });
    return true;
  }

  #toName(direction: 1 | -1): boolean {
    const { editing, sheet } = this;
    const found = unmarkedName(editing, sheet.selection() ?? { start: 0, end: 0 }, direction);
    if (!found) {
      editing.say(strings.noMoreNames);
      return true;
    }
    // a mark in focus would take the next label for itself
    editing.focusOn(undefined);
    sheet.move(found.start, found.end);
    sheet.reveal(found);
    editing.say(editing.text.slice(found));
    return true;
  }

  #toProblem(direction: 1 | -1): boolean {
    const { editing } = this;
    const all = this.problems
      .all((id) => editing.store.find(id) !== undefined)
      .flatMap((check) => {
        const one = editing.store.find(check.annotation);
        return one ? [{ check, start: editing.placeOf(one).start }] : [];
      })
      .sort((left, right) => left.start - right.start);
    if (all.length === 0) {
      editing.say(strings.noProblems);
      return true;
    }
    const at = all.findIndex(({ check }) => check.annotation === editing.focus);
    const cursor = this.sheet.selection()?.start ?? 0;
    const next = at >= 0 ? (at + direction + all.length) % all.length : Math.max(0, all.findIndex(({ start }) => start >= cursor));
    const found = all[next];
    if (found) {
      editing.focusOn(found.check.annotation);
      this.sheet.collapse(found.start);
      editing.say(strings.problemAt(found.check.message, next + 1, all.length));
    }
    return true;
  }

  /** To the next mark behind the one in focus or the cursor; after the last one Tab leaves the text. */
  #step(direction: 1 | -1): boolean {
    const { editing, sheet } = this;
    const { relating } = editing;
    const picking = relating?.type !== undefined;
    const cursor = sheet.selection()?.start ?? 0;
    const suits = picking ? suitable(editing) : () => true;
    const beside = (current: string | undefined, from: number): Annotation | undefined => editing.beside(current, from, direction, suits);
    // among those that a relation may lead to, the last is followed by the first
    const next = beside(relating?.candidate ?? editing.focus, cursor) ?? (picking ? beside(undefined, direction > 0 ? 0 : Number.POSITIVE_INFINITY) : undefined);
    if (!next) return picking;
    if (picking) consider(editing, next.value.id);
    else {
      editing.focusOn(next.value.id);
      sheet.collapse(editing.placeOf(next).start);
    }
    return true;
  }
}
