/** Those of the registry that this page has heard of, and the way to all others. */
import type { Known } from './editing.js';
import { startsLike } from './linking.js';
import type { Entity, EntitiesAnswer, Mention } from './protocol.js';
import type { Outcome, Server } from './server.js';
import { hull } from './spans.js';

/** As many as are fetched before anybody asks: those of a usual project. */
const FIRST = 500;
/** Ids in one request, so that its address stays short. */
const IDS = 100;
const MOST_FOUND = 20;

export class Entities implements Known {
  readonly #byId = new Map<string, Entity>();
  #present: readonly Entity[] | undefined;
  /** What was asked before, by the query; with the ids that came for words. */
  readonly #asked = new Map<string, readonly string[]>();

  constructor(
    private readonly server: Server,
    private readonly project: string,
    private readonly document: string,
    private readonly changed: () => void,
  ) {}

  get entities(): readonly Entity[] {
    return (this.#present ??= [...this.#byId.values()].filter((entity) => !entity.mergedInto));
  }

  found(mention: Mention, words: string): readonly Entity[] {
    const query = { text: words, type: mention.label, document: this.document, before: String(hull(mention.spans).start), limit: String(MOST_FOUND) };
    const ids = this.#asked.get(words);
    if (!ids) void this.#ask(words, query);
    return (ids ?? []).flatMap((id) => this.#byId.get(id) ?? []);
  }

  /** Fetches the first of the registry, and whom the mentions of the document name. */
  async load(mentions: readonly Mention[]): Promise<void> {
    await this.#ask('', { limit: String(FIRST) });
    const named = [...new Set(mentions.flatMap((mention) => mention.link?.entity ?? []))].filter((id) => !this.#byId.has(id));
    for (let from = 0; from < named.length; from += IDS) {
      const ids = named.slice(from, from + IDS).join(',');
      await this.#ask(`ids ${ids}`, { ids });
    }
  }

  /** Fetches anew what has changed in the registry; who is offered for which words may be different as well. */
  async reload(ids: readonly string[]): Promise<void> {
    const outcome = await this.server.entities(this.project, { ids: ids.join(',') });
    if (outcome.kind !== 'done') return;
    this.#asked.clear();
    outcome.value.items.forEach((entity) => this.#byId.set(entity.id, entity));
    this.#present = undefined;
    this.changed();
  }

  find(id: string): Entity | undefined {
    return this.#byId.get(id);
  }

  /** Those with words that begin like those typed: at once those known here; what the server says is told as a change. */
  search(typed: string): readonly Entity[] {
    const words = typed.trim();
    if (words !== '' && !this.#asked.has(`q ${words}`)) void this.#ask(`q ${words}`, { q: words, limit: String(MOST_FOUND) });
    return this.entities.filter((entity) => startsLike(entity, typed)).slice(0, MOST_FOUND);
  }

  /** Registers somebody new, for this document until somebody else confirms it. */
  async add(name: string, type: string): Promise<Outcome<Entity>> {
    const outcome = await this.server.addEntity(this.project, { name, type, document: this.document });
    if (outcome.kind === 'done') this.#keep([outcome.value]);
    return outcome;
  }

  async #ask(about: string, query: Readonly<Record<string, string>>): Promise<void> {
    this.#asked.set(about, []);
    const outcome: Outcome<EntitiesAnswer> = await this.server.entities(this.project, query);
    if (outcome.kind !== 'done') return;
    this.#asked.set(about, outcome.value.items.map((entity) => entity.id));
    this.#keep(outcome.value.items);
  }

  #keep(entities: readonly Entity[]): void {
    const isNew = entities.some((entity) => !this.#byId.has(entity.id));
    entities.forEach((entity) => this.#byId.set(entity.id, entity));
    this.#present = undefined;
    if (isNew) this.changed();
  }
}
