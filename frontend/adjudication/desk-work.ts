/**
 * What the desk sends to the server. A decision is taken on the screen at once; what the server says of it is looked at when
 * it comes, and if it says no the decision is opened again.
 */
import type { Outcome } from '../span-editor/server.js';
import type { Agenda } from './agenda.js';
import type { Cases } from './cases.js';
import type { DeskServer } from './desk-server.js';
import type { Case, Entry, Ruling, Thread } from './protocol.js';
import { strings } from './strings.js';

const LONGEST = 86_400_000;

/** The desk as its work sees it. */
export interface Desk {
  readonly shown: Case | undefined;
  readonly agenda: Agenda;
  readonly cases: Cases;
  /** Shows what is current. */
  turn(): void;
  /** Shows what went wrong; nothing if it went well. */
  failed(outcome: Outcome<unknown> | undefined): void;
  problem(words: string): void;
  /** Read aloud, not shown. */
  say(note: string): void;
  /** A decision was saved. */
  saved(): void;
  close(): void;
}

export class DeskWork {
  constructor(
    private readonly server: DeskServer,
    private readonly desk: Desk,
  ) {}

  /**
   * @param alike others that are settled by the same decision
   * @param milliseconds how long it took
   */
  decide(ruling: Ruling, what: string, alike: readonly Entry[], reason: string, milliseconds: number): void {
    const { shown, agenda } = this.desk;
    if (!shown) return;
    const others = ruling.outcome === 'own' ? [] : alike.map((item) => item.id);
    const ids = [...new Set([shown.id, ...others])];
    const given = { ruling, milliseconds: Math.min(LONGEST, Math.round(milliseconds)), alike: others.length > 1 };
    this.#settled(ids);
    this.desk.say(strings.taken(what));
    void this.server.decide(shown.id, reason === '' ? given : { ...given, reason }).then((outcome) => {
      if (outcome.kind === 'done') {
        agenda.saved(outcome.value.decisions.map((one) => one.disagreement));
        this.desk.saved();
      } else {
        this.#reopened(ids, outcome);
      }
    });
  }

  /** An annotator's answer. */
  answer(version: number | null, reason: string): void {
    const { shown } = this.desk;
    if (!shown) return;
    this.#settled([shown.id]);
    void this.server.answer(shown.id, version, reason).then((outcome) => {
      if (outcome.kind === 'done') this.desk.saved();
      else this.#reopened([shown.id], outcome);
    });
  }

  #settled(ids: readonly string[]): void {
    const { agenda, cases } = this.desk;
    agenda.queue.settle(ids);
    ids.forEach((id) => cases.forget(id));
    this.desk.failed(undefined);
    this.desk.turn();
  }

  #reopened(ids: readonly string[], outcome: Outcome<unknown>): void {
    this.desk.agenda.queue.reopen(ids);
    this.desk.failed(outcome);
    this.desk.turn();
  }

  /** Takes back what this person decided last, all of it if it was several alike. */
  async undo(): Promise<void> {
    const { agenda, cases } = this.desk;
    const outcome = await this.server.undo();
    this.desk.failed(outcome);
    if (outcome.kind !== 'done') return;
    const { reopened } = outcome.value;
    if (reopened.length === 0) {
      this.desk.problem(strings.nothingToUndo);
      return;
    }
    reopened.forEach((id) => cases.forget(id));
    agenda.queue.reopen(reopened);
    this.desk.turn();
  }

  /** All that look alike, the one on the screen first; nothing if it is gone by then. */
  async alike(): Promise<readonly Entry[] | undefined> {
    const { shown } = this.desk;
    if (!shown || this.desk.agenda.alike(shown.id) < 2) return undefined;
    const outcome = await this.server.alike(shown.id);
    return this.desk.shown === shown && outcome.kind === 'done' ? outcome.value.items : undefined;
  }

  async threads(): Promise<readonly Thread[] | undefined> {
    const { shown } = this.desk;
    if (!shown) return undefined;
    const outcome = await this.server.threads(shown);
    if (this.desk.shown !== shown) return undefined;
    return outcome.kind === 'done' ? outcome.value.items : [];
  }

  discuss(text: string): void {
    const { shown } = this.desk;
    if (!shown || text.trim() === '') return;
    void this.server.discuss(shown, text.trim()).then((outcome) => this.#postponed(shown, outcome, strings.said));
  }

  /** Sends it back to those concerned. */
  ask(text: string): void {
    const { shown } = this.desk;
    if (!shown) return;
    void this.server.ask(shown.id, text.trim()).then((outcome) => this.#postponed(shown, outcome, strings.asked));
  }

  /** Others are to say something first: it comes again last. */
  #postponed(shown: Case, outcome: Outcome<unknown>, note: string): void {
    const { agenda, cases } = this.desk;
    this.desk.failed(outcome);
    if (outcome.kind !== 'done') return;
    cases.forget(shown.id);
    this.desk.say(note);
    agenda.putOff(shown.id);
    if (agenda.queue.current === shown.id) {
      agenda.queue.later();
      this.desk.turn();
    }
  }

  addToGuidelines(section: string, paragraph: string): void {
    void this.server.addToGuidelines(section, paragraph).then((outcome) => {
      this.desk.failed(outcome);
      if (outcome.kind !== 'done') return;
      this.desk.say(strings.added(outcome.value.version));
      // their paragraphs are older now
      this.desk.cases.clear();
      this.desk.turn();
    });
  }
}
