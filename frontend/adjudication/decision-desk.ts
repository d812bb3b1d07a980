/** The decision desk: one disagreement at a time in its text, one key for each answer, the next one drawn already. */
import { render } from 'lit';
import { type Outcome, Server } from '../span-editor/server.js';
import { AHEAD, Agenda } from './agenda.js';
import { Cases } from './cases.js';
import { deskHead } from './desk-head.js';
import { DeskServer, problemOf } from './desk-server.js';
import { DeskSteps, type Place } from './desk-steps.js';
import { deskView } from './desk-view.js';
import { type Desk, DeskWork } from './desk-work.js';
import { isForDesk } from './keys.js';
import { Passages } from './passages.js';
import type { Case } from './protocol.js';
import type { Queue } from './queue.js';

/**
 * @fires decided - with `detail.left`, whenever a decision was saved
 */
export class DecisionDesk extends HTMLElement implements Desk, Place {
  #projectId = '';
  #query = '';
  #reasons: readonly string[] = [];
  #isAnswering = false;
  #server: DeskServer | undefined;
  #work: DeskWork | undefined;
  #agenda = this.#makeAgenda();
  readonly cases = new Cases(async (id) => this.#server?.open(id) ?? { kind: 'offline' });
  #shown: Case | undefined;
  #shownAt = 0;
  readonly #steps = new DeskSteps(this);
  #problem = '';
  #note = '';
  #generation = 0;
  #listening: AbortController | undefined;
  readonly #head = document.createElement('div');
  readonly #stage = document.createElement('div');
  readonly #side = document.createElement('div');
  readonly #passages = new Passages(this.#stage, (annotation) => this.#steps.takeOwn(annotation));

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

  get isAnswering(): boolean {
    return this.#isAnswering;
  }

  get reasons(): readonly string[] {
    return this.#reasons;
  }

  get work(): DeskWork | undefined {
    return this.#work;
  }

  get shownAt(): number {
    return this.#shownAt;
  }

  get shown(): Case | undefined {
    return this.#shown;
  }

  get agenda(): Agenda {
    return this.#agenda;
  }

  connectedCallback(): void {
    this.#listening = new AbortController();
    document.addEventListener('keydown', (event) => this.#keyed(event), { signal: this.#listening.signal });
    // the page moves its parts about while it is built: that is no new beginning
    if (this.#head.isConnected) return;
    this.#stage.className = 'desk-stage';
    this.#side.className = 'desk-side';
    const desk = document.createElement('div');
    desk.className = 'desk';
    desk.append(this.#stage, this.#side);
    this.replaceChildren(this.#head, desk);
    this.#restart();
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
    queueMicrotask(() => {
      if (!this.isConnected) this.#end();
    });
  }

  #end(): void {
    this.#generation += 1;
    this.#agenda.end();
    this.#passages.clear();
    this.replaceChildren();
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
    this.#server = new DeskServer(new Server(document.baseURI.replace(/\/$/u, '')), this.#projectId, this.#isAnswering);
    this.#work = new DeskWork(this.#server, this);
    this.cases.clear();
    this.#shown = undefined;
    this.#agenda.end();
    this.#agenda = this.#makeAgenda();
    this.#draw();
    const [me, queue] = await Promise.all([this.#server.me(), this.#agenda.begin()]);
    if (generation !== this.#generation) return;
    if (me.kind !== 'done' || queue.kind !== 'done') {
      this.failed(me.kind === 'done' ? queue : me);
      return;
    }
    await this.#turn();
  }

  #makeAgenda(): Agenda {
    return new Agenda(
      async () => this.#server?.queue(this.#query) ?? { kind: 'offline' },
      this.#query !== '' || this.#isAnswering,
      () => {
        if (this.#shown) this.#draw();
        else this.turn();
      },
    );
  }

  get queue(): Queue {
    return this.#agenda.queue;
  }

  turn(): void {
    void this.#turn();
  }

  putOff(): void {
    if (this.queue.current) this.#agenda.putOff(this.queue.current);
    this.queue.later();
  }

  beginOwn(): void {
    this.#passages.beginOwn();
  }

  close(): void {
    this.#steps.close();
  }

  rest(): void {
    this.#side.querySelector<HTMLElement>('h2')?.focus();
  }

  draw(withField: boolean): void {
    this.#draw();
    const panel = this.#side.querySelector('.desk-panel');
    if (withField) (panel?.querySelector<HTMLElement>('textarea') ?? panel?.querySelector<HTMLElement>('input'))?.focus();
    // on a low window it opens below the versions, where nobody would see it
    panel?.scrollIntoView({ block: 'nearest' });
  }

  /** Shows what is current, at once if it was opened beforehand. */
  async #turn(): Promise<void> {
    this.#steps.begin();
    const id = this.queue.current;
    if (id === undefined) {
      this.#shown = undefined;
      this.#passages.clear();
      this.dataset['state'] = 'done';
      this.#draw();
      return;
    }
    const here = this.cases.here(id);
    if (here) {
      this.#present(here);
      return;
    }
    this.dataset['state'] = 'loading';
    const outcome = await this.cases.open(id);
    if (this.queue.current !== id) return;
    if (outcome.kind === 'done') {
      this.#present(outcome.value);
    } else if (outcome.kind === 'refused' && outcome.status === 404) {
      // it vanished since the queue was read
      this.queue.settle([id]);
      await this.#turn();
    } else {
      this.failed(outcome);
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
    const upcoming = this.queue.upcoming(AHEAD);
    const [first] = await Promise.all(upcoming.map((id) => this.cases.open(id)));
    if (first?.kind === 'done' && this.queue.upcoming(1)[0] === first.value.id) this.#passages.prepare(first.value);
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
          panel: this.#steps.panel,
          reason: this.#steps.givenReason,
          reasons: this.#reasons,
          isAnswering: this.#isAnswering,
        },
        this.#steps,
      ),
      this.#side,
    );
  }

  #drawHead(): void {
    const isEmpty = this.#shown === undefined && this.dataset['state'] === 'done';
    render(
      deskHead(
        {
          projectId: this.#projectId,
          decided: this.queue.decided,
          left: this.#agenda.left,
          total: this.#agenda.total,
          state: isEmpty ? 'done' : this.dataset['state'] === 'loading' ? 'loading' : 'ready',
          problem: this.#problem,
          note: this.#note,
          isAnswering: this.#isAnswering,
          isFiltered: this.#query !== '',
        },
        (key) => this.#steps.press(key),
      ),
      this.#head,
    );
  }

  #keyed(event: KeyboardEvent): void {
    if (event.key === 'Escape' && this.#steps.panel.kind !== 'none') {
      event.preventDefault();
      this.#steps.close();
      return;
    }
    if (isForDesk(event) && this.#steps.press(event.key)) event.preventDefault();
  }

  saved(): void {
    this.dispatchEvent(new CustomEvent('decided', { detail: { left: this.queue.left } }));
    this.#drawHead();
  }

  say(note: string): void {
    this.#note = note;
    this.#drawHead();
  }

  failed(outcome: Outcome<unknown> | undefined): void {
    this.problem(problemOf(outcome));
  }

  problem(words: string): void {
    this.#problem = words;
    this.#draw();
  }
}

customElements.define('parley-decision-desk', DecisionDesk);
