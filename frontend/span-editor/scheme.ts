/** The project's scheme as the editor needs it: labels, roles and attributes with the keys that give them. Never touches the DOM. */
import type { Attributes, AttributeValue, Constant } from './protocol.js';
import type { Names, SchemeAnswer, SchemeAttribute, SchemeCondition, SchemeLayer, SchemeRelation, SchemeRole, SpanRule } from './scheme-answer.js';

/** A label with the layer it belongs to and the key that gives it. */
export interface Label {
  readonly id: string;
  readonly name: string;
  readonly layer: string;
  readonly key: string | undefined;
  /** 1 to 12. */
  readonly hue: number;
  readonly hint: string | undefined;
}

export interface Role {
  readonly id: string;
  readonly name: string;
  readonly type: SchemeRole['type'];
  readonly min: number;
  readonly max: number;
  readonly labels: readonly string[];
  readonly constants: readonly Constant[];
  readonly mayBeImplicit: boolean;
  readonly key: string;
}

export interface Attribute {
  readonly id: string;
  readonly name: string;
  readonly type: SchemeAttribute['type'];
  /** Values with the key that gives each. */
  readonly choices: readonly { readonly value: string; readonly key: string }[];
  readonly default: AttributeValue | undefined;
  readonly required: boolean;
  readonly optional: boolean;
  readonly maxLength: number | undefined;
  readonly showWhen: SchemeCondition | undefined;
  /** Opens the attribute while its claim is in focus. */
  readonly key: string;
}

export interface ClaimLayer {
  readonly id: string;
  readonly name: string;
  readonly key: string;
  readonly roles: readonly Role[];
  readonly attributes: readonly Attribute[];
  /** The act that words perform which bring a claim, beside those that the editor knows. */
  readonly cues: ReadonlyMap<string, string>;
}

/** The keys people know by heart; taken where the scheme's labels leave them free. */
const ROLE_KEYS: Readonly<Record<string, string>> = {
  content: 'x',
  cue: 'u',
  source: 's',
  addressee: 'a',
  target: 't',
  via: 'v',
  parent: 'i',
};

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** Gives each name a letter: the wish, else one of its own letters, else any that is free, else nothing. */
export function assignKeys(
  names: readonly string[],
  taken: Iterable<string>,
  wishes: Readonly<Record<string, string>> = {},
): Map<string, string> {
  const used = new Set(taken);
  const result = new Map<string, string>();
  const take = (name: string, candidates: string): void => {
    const free = [...candidates].find((letter) => /[a-z]/.test(letter) && !used.has(letter));
    if (!free || result.has(name)) return;
    used.add(free);
    result.set(name, free);
  };
  for (const name of names) take(name, wishes[name] ?? '');
  // first letters first, so that as many as possible are what people expect
  for (const name of names) take(name, name.toLowerCase().charAt(0));
  for (const name of names) take(name, name.toLowerCase());
  for (const name of names) take(name, LETTERS);
  return result;
}

export class Scheme {
  readonly version: number;
  readonly labels: readonly Label[];
  readonly claim: ClaimLayer | undefined;
  readonly relations: readonly SchemeRelation[];
  readonly #layers: ReadonlySet<string>;
  readonly #label: ReadonlyMap<string, Label>;
  readonly #linked: ReadonlySet<string>;
  readonly #rules: ReadonlyMap<string, SpanRule>;
  readonly #attributes: ReadonlyMap<string, readonly Attribute[]>;

  /** @param language of the names shown, as a BCP 47 tag */
  constructor(
    answer: SchemeAnswer,
    private readonly language: string,
  ) {
    this.version = answer.version;
    this.relations = answer.relations ?? [];
    const layers = Object.entries(answer.layers);
    this.#layers = new Set(layers.map(([id]) => id));
    const spanLayers = layers.filter(([, layer]) => layer.kind === 'span');
    this.labels = spanLayers.flatMap(([id, layer]) =>
      (layer.labels ?? []).map((label) => ({
        id: label.id,
        name: nameOf(label, language),
        layer: id,
        key: label.key ?? undefined,
        hue: label.colour ?? 1,
        hint: label.hint ? pick(label.hint, language) : undefined,
      })),
    );
    this.#label = new Map(this.labels.map((label) => [label.id, label]));
    this.#linked = new Set(spanLayers.filter(([, layer]) => layer.link).map(([id]) => id));
    this.#rules = new Map(spanLayers.map(([id, layer]) => [id, layer.span ?? {}]));
    this.#attributes = new Map(
      spanLayers.map(([id, layer]) => [id, (layer.attributes ?? []).map((one) => attribute(one, '', language))]),
    );
    const frame = layers.find(([, layer]) => layer.kind === 'frame');
    this.claim = frame && claimLayer(frame[0], frame[1], this.labels, language);
  }

  label(id: string): Label | undefined {
    return this.#label.get(id);
  }

  hasLayer(id: string): boolean {
    return this.#layers.has(id);
  }

  relationName(id: string): string {
    const relation = this.relations.find((one) => one.id === id);
    return relation ? nameOf(relation, this.language) : id;
  }

  labelByKey(key: string): Label | undefined {
    return this.labels.find((label) => label.key === key);
  }

  /** Attributes of mentions with this label. */
  mentionAttributes(label: string): readonly Attribute[] {
    return this.#attributes.get(this.label(label)?.layer ?? '') ?? [];
  }

  /** Whether mentions with this label are tied to the registry. */
  hasLinks(label: string): boolean {
    return this.#linked.has(this.label(label)?.layer ?? '');
  }

  /** Whether selections snap to words in the layer of a label. */
  snapsToWords(label: string): boolean {
    return (this.#rules.get(this.label(label)?.layer ?? '')?.snap ?? 'word') === 'word';
  }

  allowsSeveralSpans(label: string): boolean {
    return this.#rules.get(this.label(label)?.layer ?? '')?.discontinuous ?? true;
  }

  /** What a new annotation with these attributes starts with. */
  defaults(attributes: readonly Attribute[]): Attributes {
    return Object.fromEntries(
      attributes.flatMap((one) => (one.default === undefined || one.showWhen ? [] : [[one.id, one.default]])),
    );
  }
}

function claimLayer(id: string, layer: SchemeLayer, labels: readonly Label[], language: string): ClaimLayer {
  const labelKeys = labels.flatMap((label) => (label.key ? [label.key] : []));
  const key = layer.key ?? assignKeys([id], labelKeys, { [id]: 'c' }).get(id) ?? 'c';
  const roles = layer.roles ?? [];
  // while words are selected, role keys and label keys are both awake, so they must differ
  const roleKeys = assignKeys(roles.map((role) => role.id), [...labelKeys, key, 'r'], ROLE_KEYS);
  const attributes = layer.attributes ?? [];
  const attributeKeys = assignKeys(attributes.map((one) => one.id), [...roleKeys.values(), key, 'r']);
  return {
    id,
    name: nameOf({ id, ...layer }, language),
    key,
    roles: roles.map((role) => ({
      id: role.id,
      name: nameOf(role, language),
      type: role.type,
      min: role.min ?? 0,
      max: typeof role.max === 'number' ? role.max : Number.POSITIVE_INFINITY,
      labels: role.labels ?? [],
      constants: role.constants ?? [],
      mayBeImplicit: role['allow-empty-as'] === 'implicit',
      key: roleKeys.get(role.id) ?? '',
    })),
    attributes: attributes.map((one) => attribute(one, attributeKeys.get(one.id) ?? '', language)),
    cues: new Map(Object.entries(layer.cues ?? {}).flatMap(([act, words]) => words.map((one): [string, string] => [one.toLowerCase(), act]))),
  };
}

function attribute(one: SchemeAttribute, key: string, language: string): Attribute {
  const values = one.type === 'flag' ? ['yes', 'no'] : (one.values ?? []);
  const keys = assignKeys(values, []);
  return {
    id: one.id,
    name: nameOf(one, language),
    type: one.type,
    choices: values.map((value) => ({ value, key: keys.get(value) ?? '' })),
    default: one.default ?? undefined,
    required: one.required ?? false,
    optional: one.optional ?? false,
    maxLength: one['max-length'] ?? undefined,
    showWhen: one['show-when'] ?? undefined,
    key,
  };
}

function nameOf(one: { readonly id: string; readonly name?: Names }, language: string): string {
  return (one.name && pick(one.name, language)) || one.id.charAt(0).toUpperCase() + one.id.slice(1).replaceAll('-', ' ');
}

function pick(names: Names, language: string): string {
  return names[language] ?? names['en'] ?? Object.values(names)[0] ?? '';
}
