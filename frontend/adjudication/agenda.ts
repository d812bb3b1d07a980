/** What there is to decide and in which order, as the server says it and as it changes while somebody decides. */
import type { Outcome } from '../span-editor/server.js';
import type { Entry, QueueAnswer } from './protocol.js';
import { Queue } from './queue.js';

/** Prepared beforehand, so that a new order leaves them where they are. */
export const AHEAD = 3;
/** The order is asked for anew after so many decisions, as each one tells more about the annotators. */
const RERANK_AFTER = 5;
/** With so few left, more are asked for: the server sends them in portions. */
const FEW_LEFT = 20;
/** While the server still looks through the documents it is asked again after so many milliseconds. */
const LOOK_AGAIN = 1500;

export class Agenda {
  #queue = new Queue([]);
  #entries = new Map<string, Entry>();
  #total: QueueAnswer | undefined;
  #sinceRanked = 0;
  #putOff = new Set<string>();
  #waiting: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param fetch asks the server
   * @param isFiltered whether the page asks for a selection: then what is decided counts for nothing, and may be shown
   * @param changed called when the order was asked for anew
   */
  constructor(
    private readonly fetch: () => Promise<Outcome<QueueAnswer>>,
    private readonly isFiltered: boolean,
    private readonly changed: () => void,
  ) {}

  get queue(): Queue {
    return this.#queue;
  }

  get total(): QueueAnswer | undefined {
    return this.#total;
  }

  /** How many there are to decide, those too that are not here yet. */
  get left(): number {
    const total = this.#total;
    return this.#queue.left + (total ? Math.max(0, total.matching - total.items.length) : 0);
  }

  /** How many one decision could settle, this one included. */
  alike(id: string): number {
    return this.#entries.get(id)?.alike ?? 1;
  }

  async begin(): Promise<Outcome<QueueAnswer>> {
    const answer = await this.fetch();
    if (answer.kind === 'done') {
      this.#queue = new Queue(this.#take(answer.value), this.isFiltered ? 0 : answer.value.decided);
    }
    return answer;
  }

  end(): void {
    clearTimeout(this.#waiting);
  }

  /** These were decided, and the server has it. */
  saved(ids: readonly string[]): void {
    this.#queue.settle(ids);
    this.#sinceRanked += ids.length;
    const hasMore = (this.#total?.matching ?? 0) > (this.#total?.items.length ?? 0);
    if (this.#sinceRanked >= RERANK_AFTER || (this.#queue.left < FEW_LEFT && hasMore)) void this.rerank();
  }

  putOff(id: string): void {
    this.#putOff.add(id);
  }

  /** Asks for the order anew; what is on the screen stays. */
  async rerank(): Promise<Outcome<QueueAnswer>> {
    this.#sinceRanked = 0;
    const answer = await this.fetch();
    if (answer.kind === 'done') {
      const fresh = this.#take(answer.value).filter((id) => this.#entries.get(id)?.state !== 'decided' || this.isFiltered);
      this.#queue.rerank(fresh, AHEAD, this.#putOff);
      this.changed();
    }
    return answer;
  }

  #take(answer: QueueAnswer): readonly string[] {
    clearTimeout(this.#waiting);
    if (answer.looked < answer.documents && !answer.full) {
      this.#waiting = setTimeout(() => void this.rerank(), LOOK_AGAIN);
    }
    this.#total = answer;
    for (const entry of answer.items) this.#entries.set(entry.id, entry);
    return answer.items.map((entry) => entry.id);
  }
}
