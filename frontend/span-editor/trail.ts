/**
 * What somebody did in a set, step by step, as far back as this page knows: what undo takes back and redo brings back. The
 * server keeps the whole log; what was done without it, or not told yet, is laid behind. Never touches the DOM.
 */
import { type Change, type Edit, type HistoryAnswer, type LoggedEdit, type Reverting, annotationOf, isReverting } from './protocol.js';

/** One step, undone as a whole. */
export interface Deed {
  /** Ids of its edits; any of them names it to the server. */
  readonly ids: readonly string[];
  /** In the order they were made. */
  readonly changes: readonly Change[];
  /** Absent for a step of one's own; else what it takes back or brings back, by an id or by the server's number. */
  readonly about?: { readonly reverting: Reverting; readonly edit?: string; readonly number?: number };
  /** The server's number. */
  readonly number?: number;
}

export class Trail {
  /** As the server told, oldest first, without gaps up to the sequence. */
  #stored: readonly LoggedEdit[] = [];
  #sequence = 0;
  /** Whether there is more in the server's log, further back. */
  #isCut = false;
  /** Made here and not told by the server yet. */
  #made: readonly Deed[] = [];
  readonly #done: Deed[] = [];
  readonly #undone: Deed[] = [];
  /** Whether something further back than the page knows was taken back or brought back. */
  #hasUnknown = false;

  /** Of the last edit that the server told about. */
  get sequence(): number {
    return this.#sequence;
  }

  /** Of the first edit that the server told about; what is asked for next lies before. */
  get beginning(): number | undefined {
    return this.#stored[0]?.sequence;
  }

  /** What would be reverted now; undefined if nothing is known. */
  next(reverting: Reverting): Deed | undefined {
    return (reverting === 'undo' ? this.#done : this.#undone).at(-1);
  }

  /** Whether the page can tell what is next; else it needs to know more of the log. */
  knows(reverting: Reverting): boolean {
    return !this.#isCut || !(this.#hasUnknown || (reverting === 'undo' && this.#done.length === 0));
  }

  /** Something was done here. */
  made(deed: Deed): void {
    this.#made = [...this.#made, deed];
    this.#walk(deed);
  }

  /** The server will not store an edit. */
  refuse(edit: string): void {
    if (!this.#made.some((deed) => deed.ids.includes(edit))) return;
    this.#made = this.#made.map((deed) => ({ ...deed, ids: deed.ids.filter((id) => id !== edit) })).filter((deed) => deed.ids.length > 0);
    this.#walkAnew();
  }

  /** What the server's log has since the sequence. */
  receive(answer: HistoryAnswer): void {
    const newest = [...answer.items].reverse();
    // with more in between than one answer holds the page begins anew
    const isGap = answer.next !== null || this.#sequence === 0;
    this.#stored = isGap ? newest : [...this.#stored, ...newest];
    if (isGap) this.#isCut = answer.next !== null;
    this.#sequence = this.#stored.at(-1)?.sequence ?? this.#sequence;
    const told = new Set(newest.map((one) => one.id));
    this.#made = this.#made.filter((deed) => !deed.ids.some((id) => told.has(id)));
    this.#walkAnew();
  }

  /** What the server's log has before the beginning. */
  receiveOlder(answer: HistoryAnswer): void {
    this.#stored = [...[...answer.items].reverse(), ...this.#stored];
    this.#isCut = answer.next !== null;
    this.#walkAnew();
  }

  #walkAnew(): void {
    this.#done.length = 0;
    this.#undone.length = 0;
    this.#hasUnknown = false;
    for (const deed of [...deedsOf(this.#stored), ...this.#made]) this.#walk(deed);
  }

  #walk(deed: Deed): void {
    if (!deed.about) {
      this.#done.push(deed);
      this.#undone.length = 0;
      return;
    }
    const [from, to] = deed.about.reverting === 'undo' ? [this.#done, this.#undone] : [this.#undone, this.#done];
    const at = from.findLastIndex((one) => isAbout(deed, one));
    const [reverted] = at < 0 ? [] : from.splice(at, 1);
    if (reverted) to.push(reverted);
    else this.#hasUnknown = true;
  }
}

function isAbout({ about }: Deed, one: Deed): boolean {
  return about?.edit === undefined ? one.number !== undefined && one.number === about?.number : one.ids.includes(about.edit);
}

/** The log's edits by command; one whose beginning is not known is left out. */
function deedsOf(log: readonly LoggedEdit[]): Deed[] {
  const commands = new Map<number, LoggedEdit[]>();
  for (const edit of log) {
    const command = commands.get(edit.command);
    if (command) command.push(edit);
    else commands.set(edit.command, [edit]);
  }
  return [...commands].flatMap(([number, edits]) => {
    const [first] = edits;
    if (!first || first.sequence !== number) return [];
    const ids = edits.map((edit) => edit.id);
    const changes = edits.map(changeOf);
    return [first.reason === 'edit' ? { number, ids, changes } : { number, ids, changes, about: { reverting: first.reason, number: first.reverts ?? 0 } }];
  });
}

function changeOf({ kind, target, before, after }: LoggedEdit): Change {
  return { id: target, before: before ? annotationOf(kind, before) : undefined, after: after ? annotationOf(kind, after) : undefined };
}

/** A step as it is made here. */
export function deedOf(edits: readonly Edit[], changes: readonly Change[]): Deed {
  const [first] = edits;
  const ids = edits.map((edit) => edit.id);
  return first && isReverting(first) ? { ids, changes, about: { reverting: first.op, edit: first.target } } : { ids, changes };
}

/** Edits that follow each other with the same group are one step. */
export function stepsOf(edits: readonly Edit[]): Edit[][] {
  const found: Edit[][] = [];
  for (const edit of edits) {
    const last = found.at(-1);
    if (last && edit.group !== undefined && last[0]?.group === edit.group) last.push(edit);
    else found.push([edit]);
  }
  return found;
}

/** The changes that take a step back, or make it once more. */
export function reverted(deed: Deed, reverting: Reverting): readonly Change[] {
  if (reverting === 'redo') return deed.changes;
  return deed.changes.map((change) => ({ ...change, before: change.after, after: change.before })).reverse();
}

/** The change that says best what a step was: what was deleted, else what came last. */
export function mainChange(deed: Deed): Change | undefined {
  return deed.changes.find((change) => !change.after) ?? deed.changes.at(-1);
}
