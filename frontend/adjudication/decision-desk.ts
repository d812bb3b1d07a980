/** The decision desk: one disagreement at a time in its text, one key for each answer, the next one drawn already. */
import { render } from 'lit';
import type { Annotation } from '../span-editor/protocol.js';
import { type Outcome, Server, reasonOf } from '../span-editor/server.js';
import { AHEAD, Agenda } from './agenda.js';
import { Cases } from './cases.js';
import { deskHead } from './desk-head.js';
import { DeskServer } from './desk-server.js';
import { type Actions, type Panel, deskView } from './desk-view.js';
import { isReadWithArrows, isTypedInto } from './keys.js';
import { canMix, mixed } from './mixing.js';
import { Passages } from './passages.js';
import type { Case, Entry, QueueAnswer, Ruling } from './protocol.js';
import type { Queue } from './queue.js';
import { strings } from './strings.js';

const LONGEST = 86_400_000;
const NO_PANEL: Panel = { kind: 'none' };

/**
 * @fires decided - with `detail.left`, whenever a decision was saved
 */
export class DecisionDesk extends HTMLElement implements Actions {
  #projectId = '';
  #query = '';
  #reasons: readonly string[] = [];
  #isAnswering = false;
  #server: DeskServer | undefined;
  #agenda = this.#makeAgenda();
  readonly #cases = new Cases((id) => this.#fetchCase(id));
  #shown: Case | undefined;
  #shownAt = 0;
  #panel: Panel = NO_PANEL;
  #reason = '';
  #problem = '';
  #note = '';
  /** An answer of an annotator that waits for its reason. */
  #answer: number | null | undefined;
  #generation = 0;
  #listening: AbortController | undefined;
  readonly #head = document.createElement('div');
  readonly #stage = document.createElement('div');
  readonly #side = document.createElement('div');
  readonly #passages = new Passages(this.#stage, (annotation) => this.#own(annotation));

  set projectId(value: string) {
    this.#projectId = value;
    this.#restart();
  }

  /** What the page's address asks for. */
  set query(value: string) {
    this.#query = value;
    this.#restart();
  }

  set reasons(value: readonly string[]) {
    this.#reasons = value;
  }

  /** Whether an annotator answers questions here instead of deciding. */
  set answering(value: boolean) {
    this.#isAnswering = value;
    this.#restart();
  }

  connectedCallback(): void {
    this.#listening = new AbortController();
    document.addEventListener('keydown', (event) => this.#keyed(event), { signal: this.#listening.signal });
    this.#stage.className = 'desk-stage';
    this.#side.className = 'desk-side';
    const desk = document.createElement('div');
    desk.className = 'desk';
    desk.append(this.#stage, this.#side);
    this.replaceChildren(this.#head, desk);
    this.#restart();
  }

  disconnectedCallback(): void {
    this.#generation += 1;
    this.#listening?.abort();
    this.#agenda.end();
    this.#passages.clear();
  }

  #restart(): void {
    const generation = ++this.#generation;
    queueMicrotask(() => {
      if (generation === this.#generation && this.isConnected && this.#projectId !== '') void this.#start(generation);
    });
  }

  async #start(generation: number): Promise<void> {
    this.dataset['state'] = 'loading';
    // not the base element's href: that is resolved anew against every address Flow navigates to
    this.#server = new DeskServer(new Server(document.baseURI.replace(/\/$/u, '')), this.#projectId);
    this.#cases.clear();
    this.#shown = undefined;
    this.#agenda.end();
    this.#agenda = this.#makeAgenda();
    this.#draw();
    const [me, queue] = await Promise.all([this.#server.me(), this.#agenda.begin()]);
    if (generation !== this.#generation) return;
    if (me.kind !== 'done' || queue.kind !== 'done') {
      this.#failed(me.kind === 'done' ? queue : me);
      this.#draw();
      return;
    }
    await this.#turn();
  }

  #makeAgenda(): Agenda {
    return new Agenda(
      async () => {
        const server = this.#server;
        if (!server) return { kind: 'offline' };
        return this.#isAnswering ? asQueue(await server.questions()) : server.queue(this.#query);
      },
      this.#query !== '' || this.#isAnswering,
      () => {
        if (this.#shown) this.#draw();
        else void this.#turn();
      },
    );
  }

  async #fetchCase(id: string): Promise<Outcome<Case>> {
    const server = this.#server;
    if (!server) return { kind: 'offline' };
    return this.#isAnswering ? server.question(id) : server.open(id);
  }

  get #queue(): Queue {
    return this.#agenda.queue;
  }

  /** Shows what is current, at once if it was opened beforehand. */
  async #turn(): Promise<void> {
    this.#panel = NO_PANEL;
    this.#answer = undefined;
    const id = this.#queue.current;
    if (id === undefined) {
      this.#shown = undefined;
      this.#passages.clear();
      this.dataset['state'] = 'done';
      this.#draw();
      return;
    }
    const here = this.#cases.here(id);
    if (here) {
      this.#present(here);
      return;
    }
    this.dataset['state'] = 'loading';
    const outcome = await this.#cases.open(id);
    if (this.#queue.current !== id) return;
    if (outcome.kind === 'done') {
      this.#present(outcome.value);
    } else if (outcome.kind === 'refused' && outcome.status === 404) {
      // it vanished since the queue was read
      this.#queue.settle([id]);
      await this.#turn();
    } else {
      this.#failed(outcome);
      this.#draw();
    }
  }

  #present(shown: Case): void {
    this.#shown = shown;
    this.#shownAt = performance.now();
    this.#passages.show(shown);
    this.dataset['state'] = 'ready';
    this.#draw();
    void this.#lookAhead();
  }

  async #lookAhead(): Promise<void> {
    const upcoming = this.#queue.upcoming(AHEAD);
    const [first] = await Promise.all(upcoming.map((id) => this.#cases.open(id)));
    if (first?.kind === 'done' && this.#queue.upcoming(1)[0] === first.value.id) this.#passages.prepare(first.value);
  }

  #draw(): void {
    this.#drawHead();
    this.#side.hidden = !this.#shown;
    this.#stage.hidden = !this.#shown;
    if (!this.#shown) return;
    render(
      deskView(
        {
          shown: this.#shown,
          alike: this.#agenda.alike(this.#shown.id),
          panel: this.#panel,
          reason: this.#reason,
          reasons: this.#reasons,
          isAnswering: this.#isAnswering,
        },
        this,
      ),
      this.#side,
    );
  }

  #drawHead(): void {
    const { decided, left } = this.#queue;
    const isEmpty = this.#shown === undefined && this.dataset['state'] === 'done';
    render(
      deskHead(
        {
          projectId: this.#projectId,
          decided,
          left,
          total: this.#agenda.total,
          state: isEmpty ? 'done' : this.dataset['state'] === 'loading' ? 'loading' : 'ready',
          problem: this.#problem,
          note: this.#note,
          isAnswering: this.#isAnswering,
          isFiltered: this.#query !== '',
        },
        (key) => this.press(key),
      ),
      this.#head,
    );
  }

  #keyed(event: KeyboardEvent): void {
    if (event.key === 'Escape' && this.#panel.kind !== 'none') {
      event.preventDefault();
      this.close();
      return;
    }
    if (event.defaultPrevented || event.repeat || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    if (isTypedInto(event.composedPath())) return;
    if (event.key.startsWith('Arrow') && isReadWithArrows(event.composedPath())) return;
    if (this.#carryOut(event.key)) event.preventDefault();
  }

  press(key: string): void {
    this.#carryOut(key);
  }

  close(): void {
    this.#answer = undefined;
    this.#open(NO_PANEL);
  }

  /** @return whether the key means anything here */
  #carryOut(key: string): boolean {
    if (/^[1-9]$/u.test(key)) return this.#digit(Number(key));
    switch (key) {
      case '0':
      case 'n':
        return this.#none();
      case 'ArrowRight':
        return this.#move(() => this.#queue.next());
      case 'ArrowLeft':
        return this.#move(() => this.#queue.previous());
      case 's':
        if (this.#queue.current) this.#agenda.putOff(this.#queue.current);
        return this.#move(() => this.#queue.later());
      default:
        return !this.#isAnswering && this.#tool(key);
    }
  }

  #tool(key: string): boolean {
    switch (key) {
      case 'u':
        void this.#undo();
        return true;
      case 'o':
        this.#passages.beginOwn();
        return true;
      case 'a':
        void this.#showAlike();
        return true;
      case 'm':
        if (this.#shown && canMix(this.#shown)) this.#open({ kind: 'mix', choices: new Map() });
        return true;
      case 'r':
        this.#open({ kind: 'reason' });
        if (this.#reasons.length === 0) this.#focusField();
        return true;
      case 'b':
        this.#open({ kind: 'ask' });
        this.#focusField();
        return true;
      case 'd':
        void this.#showThreads();
        return true;
      case 'g':
        this.#open({ kind: 'guideline' });
        this.#focusField();
        return true;
      default:
        return false;
    }
  }

  #open(panel: Panel): void {
    this.#panel = panel;
    this.#draw();
  }

  #focusField(): void {
    this.#side.querySelector<HTMLElement>('.desk-panel textarea, .desk-panel input')?.focus();
  }

  #digit(number: number): boolean {
    const shown = this.#shown;
    if (!shown) return false;
    if (this.#panel.kind === 'reason') {
      const reason = this.#reasons[number - 1];
      if (reason !== undefined && this.#answer === undefined) this.reason(reason);
      return true;
    }
    if (number > shown.sides.length) return false;
    if (this.#panel.kind === 'mix') {
      this.#mix(shown, this.#panel.choices, number - 1);
    } else if (this.#isAnswering) {
      this.#answerWith(number - 1);
    } else {
      this.#decide({ outcome: 'version', version: number - 1 }, strings.version(number));
    }
    return true;
  }

  #none(): boolean {
    if (!this.#shown) return false;
    if (this.#isAnswering) this.#answerWith(null);
    else this.#decide({ outcome: 'none' }, strings.takenNone);
    return true;
  }

  #mix(shown: Case, before: ReadonlyMap<string, number>, side: number): void {
    const aspects = Object.keys(shown.aspects);
    const choices = new Map(before).set(aspects[before.size] ?? '', side);
    const own = choices.size < aspects.length ? undefined : mixed(shown, choices);
    if (own) this.#decide({ outcome: 'own', annotation: own }, strings.takenOwn);
    else this.#open({ kind: 'mix', choices });
  }

  #own(annotation: Annotation): void {
    this.#decide({ outcome: 'own', annotation: annotation.value }, strings.takenOwn);
  }

  #move(step: () => void): boolean {
    step();
    void this.#turn();
    return true;
  }

  /** The next one is shown at once; what the server says of this one is looked at when it comes. */
  #decide(ruling: Ruling, what: string): void {
    const shown = this.#shown;
    const server = this.#server;
    if (!shown || !server) return;
    const alike = this.#panel.kind === 'alike' && ruling.outcome !== 'own' ? this.#panel.items.map((item) => item.id) : [];
    const milliseconds = Math.min(LONGEST, Math.round(performance.now() - this.#shownAt));
    const given = { ruling, milliseconds, alike: alike.length > 1, ...(this.#reason === '' ? {} : { reason: this.#reason }) };
    const ids = [...new Set([shown.id, ...alike])];
    this.#reason = '';
    this.#problem = '';
    this.#queue.settle(ids);
    ids.forEach((id) => this.#cases.forget(id));
    this.#note = strings.taken(what);
    void this.#turn();
    void server.decide(shown.id, given).then((outcome) => {
      if (outcome.kind === 'done') this.#saved(outcome.value.decisions.map((one) => one.disagreement));
      else this.#notSaved(ids, outcome);
    });
  }

  #saved(ids: readonly string[]): void {
    this.#agenda.saved(ids);
    this.dispatchEvent(new CustomEvent('decided', { detail: { left: this.#queue.left } }));
    this.#drawHead();
  }

  #notSaved(ids: readonly string[], outcome: Outcome<unknown>): void {
    this.#queue.reopen(ids);
    this.#failed(outcome);
    void this.#turn();
  }

  #failed(outcome: Outcome<unknown>): void {
    this.#problem =
      outcome.kind === 'refused' ? strings.notSaved(reasonOf(outcome.problem)) : outcome.kind === 'signed-out' ? strings.signedOut : strings.offline;
  }

  async #undo(): Promise<void> {
    this.#problem = '';
    const outcome = await this.#server?.undo();
    if (outcome?.kind !== 'done') {
      this.#failed(outcome ?? { kind: 'offline' });
      this.#drawHead();
      return;
    }
    const { reopened } = outcome.value;
    if (reopened.length === 0) {
      this.#problem = strings.nothingToUndo;
      this.#drawHead();
      return;
    }
    reopened.forEach((id) => this.#cases.forget(id));
    this.#queue.reopen(reopened);
    await this.#turn();
  }

  async #showAlike(): Promise<void> {
    const shown = this.#shown;
    if (!shown || this.#agenda.alike(shown.id) < 2) return;
    if (this.#panel.kind === 'alike') {
      this.close();
      return;
    }
    const outcome = await this.#server?.alike(shown.id);
    if (this.#shown !== shown || outcome?.kind !== 'done') return;
    this.#open({ kind: 'alike', items: outcome.value.items });
  }

  async #showThreads(): Promise<void> {
    const shown = this.#shown;
    if (!shown) return;
    const outcome = await this.#server?.threads(shown);
    if (this.#shown !== shown) return;
    this.#open({ kind: 'discuss', threads: outcome?.kind === 'done' ? outcome.value.items : [] });
    this.#focusField();
  }

  discuss(text: string): void {
    const shown = this.#shown;
    if (!shown || text.trim() === '') return;
    void this.#server?.discuss(shown, text.trim()).then((outcome) => {
      if (outcome.kind !== 'done') this.#failed(outcome);
      else this.#note = strings.said;
      this.close();
    });
  }

  /** A reason for the next answer; for an annotator who changes their mind, the end of the answer. */
  reason(text: string): void {
    if (this.#answer !== undefined) {
      this.#send(this.#answer, text);
      return;
    }
    this.#reason = text.trim();
    this.close();
    this.#side.querySelector<HTMLElement>('h2')?.focus();
  }

  /** Keeping to one's own needs no word; another answer needs its reason. */
  #answerWith(version: number | null): void {
    const isOwn = version !== null && (this.#shown?.sides[version]?.annotators.includes('You') ?? false);
    if (isOwn) {
      this.#send(version, '');
      return;
    }
    this.#answer = version;
    this.#open({ kind: 'reason' });
    this.#note = strings.changeNeedsReason;
    this.#drawHead();
    this.#focusField();
  }

  #send(version: number | null, reason: string): void {
    const shown = this.#shown;
    const server = this.#server;
    if (!shown || !server) return;
    this.#queue.settle([shown.id]);
    this.#problem = '';
    void this.#turn();
    void server.answer(shown.id, version, reason).then((outcome) => {
      if (outcome.kind !== 'done') this.#notSaved([shown.id], outcome);
      else this.#drawHead();
    });
  }

  ask(text: string): void {
    const shown = this.#shown;
    const server = this.#server;
    if (!shown || !server) return;
    void server.ask(shown.id, text.trim()).then((outcome) => {
      if (outcome.kind !== 'done') {
        this.#failed(outcome);
        this.#drawHead();
        return;
      }
      this.#cases.forget(shown.id);
      this.#note = strings.asked;
      this.#agenda.putOff(shown.id);
      if (this.#queue.current === shown.id) this.#move(() => this.#queue.later());
    });
  }

  addToGuidelines(section: string, paragraph: string): void {
    void this.#server?.addToGuidelines(section, paragraph).then((outcome) => {
      if (outcome.kind === 'done') {
        this.#note = strings.added(outcome.value.version);
        const id = this.#queue.current;
        // their paragraphs are older now
        this.#cases.clear();
        this.#panel = NO_PANEL;
        if (id !== undefined) void this.#turn();
      } else {
        this.#failed(outcome);
        this.#drawHead();
      }
    });
  }
}

function asQueue(answer: Outcome<{ readonly items: readonly Entry[] }>): Outcome<QueueAnswer> {
  if (answer.kind !== 'done') return answer;
  const { items } = answer.value;
  const errorsLeft = { estimate: 0, low: 0, high: 0 };
  return { kind: 'done', value: { items, matching: items.length, open: items.length, decided: 0, errorsLeft, looked: 0, documents: 0 } };
}

customElements.define('parley-decision-desk', DecisionDesk);
