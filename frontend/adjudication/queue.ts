/** What one person has before them: ids in the order they are shown, and where they are. Never touches the DOM. */
export class Queue {
  #open: string[];
  #at = 0;
  #decided: number;

  /** @param decided how many of the same selection are settled already */
  constructor(open: readonly string[], decided = 0) {
    this.#open = [...open];
    this.#decided = decided;
  }

  get current(): string | undefined {
    return this.#open[this.#at];
  }

  get left(): number {
    return this.#open.length;
  }

  get decided(): number {
    return this.#decided;
  }

  /** What is shown after the current one, nearest first. */
  upcoming(count: number): readonly string[] {
    const length = this.#open.length;
    return Array.from({ length: Math.min(count, Math.max(0, length - 1)) }, (_, index) => this.#open[(this.#at + 1 + index) % length] ?? '');
  }

  /** These are settled; what followed the current one is current now. */
  settle(ids: readonly string[]): void {
    for (const id of ids) {
      const place = this.#open.indexOf(id);
      if (place < 0) continue;
      this.#open.splice(place, 1);
      this.#decided += 1;
      if (place < this.#at) this.#at -= 1;
    }
    this.#stayInside();
  }

  /** These are open again; the first of them is shown. */
  reopen(ids: readonly string[]): void {
    const missing = ids.filter((id) => !this.#open.includes(id));
    this.#open.splice(this.#at, 0, ...missing);
    this.#decided = Math.max(0, this.#decided - missing.length);
    const first = ids[0] === undefined ? -1 : this.#open.indexOf(ids[0]);
    if (first >= 0) this.#at = first;
  }

  /** Puts the current one last. */
  later(): void {
    const [current] = this.#open.splice(this.#at, 1);
    if (current !== undefined) this.#open.push(current);
    this.#stayInside();
  }

  next(): void {
    this.#at = this.#open.length === 0 ? 0 : (this.#at + 1) % this.#open.length;
  }

  previous(): void {
    this.#at = this.#open.length === 0 ? 0 : (this.#at + this.#open.length - 1) % this.#open.length;
  }

  /**
   * Takes over a new order; the current one and those that are prepared stay where they are, so that nothing on the screen
   * changes. Those put off stay last.
   */
  rerank(fresh: readonly string[], prepared: number, putOff: ReadonlySet<string>): void {
    const current = this.current;
    if (current === undefined) {
      this.#open = [...fresh];
      this.#at = 0;
      return;
    }
    const known = new Set(fresh);
    const kept = [current, ...this.upcoming(prepared)].filter((id) => known.has(id));
    const rest = fresh.filter((id) => !kept.includes(id));
    this.#open = [...kept, ...rest.filter((id) => !putOff.has(id)), ...rest.filter((id) => putOff.has(id))];
    this.#at = 0;
  }

  #stayInside(): void {
    if (this.#at >= this.#open.length) this.#at = 0;
  }
}
