/** The calls the desk makes. What changes something is sent one after the other, in the order it was done. */
import { type Outcome, Server } from '../span-editor/server.js';
import type { Case, Entry, QueueAnswer, Ruling, Thread } from './protocol.js';

export interface Decided {
  readonly decisions: readonly { readonly disagreement: string }[];
}

export interface Given {
  readonly ruling: Ruling;
  readonly reason?: string;
  readonly milliseconds: number;
  readonly alike: boolean;
}

export class DeskServer {
  #line: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly server: Server,
    private readonly project: string,
  ) {}

  me(): Promise<Outcome<object>> {
    return this.server.me();
  }

  /** @param query what the page's address asks for, without a question mark */
  queue(query: string): Promise<Outcome<QueueAnswer>> {
    return this.server.ask('GET', `${this.#project()}/queue${query === '' ? '' : `?${query}`}`);
  }

  open(id: string): Promise<Outcome<Case>> {
    return this.server.ask('GET', disagreement(id));
  }

  alike(id: string): Promise<Outcome<{ readonly items: readonly Entry[] }>> {
    return this.server.ask('GET', `${disagreement(id)}/alike`);
  }

  decide(id: string, given: Given): Promise<Outcome<Decided>> {
    const { ruling, ...rest } = given;
    return this.#inTurn(() => this.server.ask('POST', `${disagreement(id)}/decision`, { ...ruling, ...rest }));
  }

  /** Takes back what this person decided last. */
  undo(): Promise<Outcome<{ readonly reopened: readonly string[] }>> {
    return this.#inTurn(() => this.server.ask('DELETE', `${this.#project()}/decisions/last`));
  }

  ask(id: string, text: string): Promise<Outcome<object>> {
    return this.#inTurn(() => this.server.ask('POST', `${disagreement(id)}/question`, { text }));
  }

  threads(shown: Case): Promise<Outcome<{ readonly items: readonly Thread[] }>> {
    return this.server.ask('GET', `${threadsOf(shown)}?subject=${encodeURIComponent(subject(shown))}`);
  }

  discuss(shown: Case, text: string): Promise<Outcome<Thread>> {
    return this.#inTurn(() => this.server.ask('POST', threadsOf(shown), { subject: subject(shown), span: shown.about, text }));
  }

  /** What the signed-in annotator is asked in this project. */
  questions(): Promise<Outcome<{ readonly items: readonly Entry[] }>> {
    return this.server.ask('GET', `/me/questions?project=${encodeURIComponent(this.project)}`);
  }

  question(id: string): Promise<Outcome<Case>> {
    return this.server.ask('GET', `${disagreement(id)}/question`);
  }

  answer(id: string, version: number | null, reason: string): Promise<Outcome<object>> {
    return this.#inTurn(() => this.server.ask('POST', `${disagreement(id)}/answer`, { version, reason }));
  }

  addToGuidelines(section: string, paragraph: string): Promise<Outcome<{ readonly version: number }>> {
    return this.#inTurn(() => this.server.ask('POST', `${this.#project()}/guidelines/additions`, { section, paragraph }));
  }

  #inTurn<T>(call: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
    const turn = this.#line.then(call);
    this.#line = turn;
    return turn;
  }

  #project(): string {
    return `/projects/${encodeURIComponent(this.project)}`;
  }
}

function disagreement(id: string): string {
  return `/disagreements/${encodeURIComponent(id)}`;
}

/** What threads about a disagreement are found by. */
function subject(shown: Case): string {
  return `disagreement:${shown.id}`;
}

function threadsOf(shown: Case): string {
  return `/documents/${encodeURIComponent(shown.document)}/threads`;
}
