/** A person's own keys: kept with the account, and in this browser for when there is no connection. */
import { type OwnKeys, readOwnKeys } from './key-map.js';
import { recall, retain } from './remembering.js';
import type { Server } from './server.js';

export class KeptKeys {
  /** Several people may use one browser. */
  readonly #name: string;

  constructor(
    private readonly server: Server,
    user: string,
  ) {
    this.#name = `keys-${user}`;
  }

  /** As this browser knows them. */
  get own(): OwnKeys {
    return readOwnKeys(recall(this.#name));
  }

  /** As the account has them; what was changed here without a connection goes there first. Undefined if nothing is new. */
  async load(): Promise<OwnKeys | undefined> {
    if (this.#isUnsent) {
      await this.#send();
      return undefined;
    }
    const outcome = await this.server.keys();
    if (outcome.kind !== 'done') return undefined;
    const kept = JSON.stringify(outcome.value.keys);
    if (kept === JSON.stringify(this.own)) return undefined;
    retain(this.#name, kept);
    return this.own;
  }

  change(own: OwnKeys): void {
    retain(this.#name, JSON.stringify(own));
    retain(`${this.#name}-unsent`, 'yes');
    void this.#send();
  }

  get #isUnsent(): boolean {
    return recall(`${this.#name}-unsent`) === 'yes';
  }

  async #send(): Promise<void> {
    const sent = this.own;
    const outcome = await this.server.keepKeys(sent);
    // a later change has its own way there
    if (outcome.kind === 'done' && JSON.stringify(sent) === JSON.stringify(this.own)) retain(`${this.#name}-unsent`, 'no');
  }
}
