/** The calls the desk makes. What changes something is sent one after the other, in the order it was done. */
import { type Outcome, Server, reasonOf } from '../span-editor/server.js';
import type { Case, Entry, QueueAnswer, Ruling, Thread } from './protocol.js';
import { strings } from './strings.js';

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
    private readonly isAnswering = false,
  ) {}

  me(): Promise<Outcome<object>> {
    return this.server.me();
  }

  /**
   * What there is to decide or, for an annotator, to answer.
   *
   * @param query what the page's address asks for, without a question mark
   */
  async queue(query: string): Promise<Outcome<QueueAnswer>> {
    if (this.isAnswering) return asQueue(await this.#questions());
    return this.server.ask('GET', `${this.#project()}/queue${query === '' ? '' : `?${query}`}`);
  }

  open(id: string): Promise<Outcome<Case>> {
    return this.server.ask('GET', `${disagreement(id)}${this.isAnswering ? '/question' : ''}`);
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

  answer(id: string, version: number | null, reason: string): Promise<Outcome<object>> {
    return this.#inTurn(() => this.server.ask('POST', `${disagreement(id)}/answer`, { version, reason }));
  }

  addToGuidelines(section: string, paragraph: string): Promise<Outcome<{ readonly version: number }>> {
    return this.#inTurn(() => this.server.ask('POST', `${this.#project()}/guidelines/additions`, { section, paragraph }));
  }

  /** What the signed-in annotator is asked in this project. */
  #questions(): Promise<Outcome<{ readonly items: readonly Entry[] }>> {
    return this.server.ask('GET', `/me/questions?project=${encodeURIComponent(this.project)}`);
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

function asQueue(answer: Outcome<{ readonly items: readonly Entry[] }>): Outcome<QueueAnswer> {
  if (answer.kind !== 'done') return answer;
  const { items } = answer.value;
  const errorsLeft = { estimate: 0, low: 0, high: 0 };
  return { kind: 'done', value: { items, matching: items.length, open: items.length, decided: 0, errorsLeft, looked: 0, documents: 0, full: false } };
}

/** What went wrong, in a sentence; empty if nothing did. */
export function problemOf(outcome: Outcome<unknown> | undefined): string {
  switch (outcome?.kind) {
    case undefined:
    case 'done':
      return '';
    case 'refused':
      return strings.notSaved(reasonOf(outcome.problem));
    case 'signed-out':
      return strings.signedOut;
    default:
      return strings.offline;
  }
}
