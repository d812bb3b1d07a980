/** Handing an article in and taking it back, with what is still open shown first. */
import type { Submission } from './inspector.js';
import { type Outcome, reasonOf } from './server.js';
import type { Store } from './store.js';
import { strings } from './strings.js';
import type { Sync } from './sync.js';

const ORDER = ['error', 'warn', 'hint'];

export interface HandingInListener {
  /** There is a question to show. */
  asked(): void;
  announce(sentence: string): void;
  /** The set was handed in or reopened. */
  done(): void;
  refresh(): void;
}

export class HandingIn {
  /** What must be looked at before the article can be handed in. */
  question: Submission | undefined;

  constructor(
    private readonly store: Store,
    private readonly sync: () => Sync | undefined,
    private readonly listener: HandingInListener,
  ) {}

  /** Whether the question was shown and nothing in it forbids to go on. */
  get isAnswered(): boolean {
    return this.question !== undefined && !this.question.checks.some((check) => check.severity === 'error');
  }

  /** Returns whether there was a question to take away. */
  cancel(): boolean {
    const wasAsking = this.question !== undefined;
    this.question = undefined;
    this.listener.refresh();
    return wasAsking;
  }

  /** @param isSure hand in although something may be looked at again; what is missing is refused by the server all the same */
  async submit(isSure: boolean): Promise<void> {
    if (this.store.state !== 'draft') return;
    if (!isSure) {
      const open = await this.sync()?.checks();
      if (open?.kind !== 'done') {
        this.#finish(open);
        return;
      }
      const checks = [...open.value.items].sort((left, right) => ORDER.indexOf(left.severity) - ORDER.indexOf(right.severity));
      if (checks.some((check) => check.severity !== 'hint')) {
        this.question = { checks };
        this.listener.asked();
        return;
      }
    }
    const checks = this.question?.checks ?? [];
    const outcome = await this.sync()?.submit();
    this.question = outcome?.kind === 'refused' ? { checks, refusal: reasonOf(outcome.problem) } : undefined;
    if (outcome?.kind === 'refused') this.listener.asked();
    else this.#finish(outcome);
  }

  async reopen(): Promise<void> {
    this.#finish(await this.sync()?.reopen());
  }

  #finish(outcome: Outcome<object> | undefined): void {
    if (outcome?.kind === 'done') this.listener.done();
    else this.listener.announce(outcome?.kind === 'refused' ? reasonOf(outcome.problem) : strings.needsConnection);
    this.listener.refresh();
  }
}
