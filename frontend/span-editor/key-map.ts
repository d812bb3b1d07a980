/** The keys as somebody has them: the table with their own changes. Never touches the DOM. */
import { type Action, BINDINGS, type Binding, type KeyName, type Place } from './keys.js';
import type { Scheme } from './scheme.js';

/** Own keys by action; an action that is not named keeps those of the table. */
export type OwnKeys = Readonly<Partial<Record<Action, readonly KeyName[]>>>;

/** Why a key cannot be given to an action. */
export type Clash = { readonly kind: 'action'; readonly action: Action } | { readonly kind: 'scheme'; readonly name: string } | { readonly kind: 'reserved' };

/** Keys that a browser or a screen reader does not let go of, or without which nobody would find back. */
const RESERVED: readonly KeyName[] = ['Ctrl-n', 'Ctrl-t', 'Ctrl-w', 'Ctrl-Shift-n', 'Ctrl-Shift-t', 'Ctrl-Shift-w', 'Ctrl-c', 'Ctrl-v', 'Ctrl-a', 'Ctrl-f', 'F5', 'F11', 'F12', 'Ctrl-r'];

export class KeyMap {
  readonly bindings: readonly Binding[];

  constructor(readonly own: OwnKeys = {}) {
    const order = new Map(BINDINGS.map((binding, index) => [binding.action, index]));
    const changed = BINDINGS.filter((binding, index) => own[binding.action] && order.get(binding.action) === index);
    this.bindings = [
      ...BINDINGS.filter((binding) => !own[binding.action]),
      ...changed.flatMap(({ action, place }) => (own[action] ?? []).map((key): Binding => ({ key, action, place }))),
    ];
  }

  /** What a key does for somebody in these places; the first binding wins, the narrowest place first. */
  actionFor(key: KeyName, places: ReadonlySet<Place>): Action | undefined {
    return this.bindings.filter((binding) => binding.key === key && places.has(binding.place)).sort((left, right) => breadth(left) - breadth(right))[0]?.action;
  }

  keysOf(action: Action): readonly KeyName[] {
    return this.bindings.filter((binding) => binding.action === action).map((binding) => binding.key);
  }

  /** What stands in the way of giving a key to an action; undefined if nothing does. */
  clash(action: Action, key: KeyName, scheme: Scheme): Clash | undefined {
    if (RESERVED.includes(key) || /^(?:Shift-)?[1-9]$/.test(key) || (key === 'Escape' && action !== 'back')) return { kind: 'reserved' };
    const label = scheme.labels.find((one) => one.key === key || `Shift-${one.key}` === key);
    if (label) return { kind: 'scheme', name: label.name };
    if (scheme.claim?.key === key) return { kind: 'scheme', name: scheme.claim.name };
    const part = [...(scheme.claim?.roles ?? []), ...(scheme.claim?.attributes ?? [])].find((one) => one.key === key);
    if (part) return { kind: 'scheme', name: part.name };
    // also where the one is awake in other places only: nobody keeps two meanings of a key apart that they chose
    const other = this.bindings.find((binding) => binding.key === key && binding.action !== action);
    return other ? { kind: 'action', action: other.action } : undefined;
  }

  with(action: Action, key: KeyName): KeyMap {
    return new KeyMap({ ...this.own, [action]: [key] });
  }

  without(action: Action): KeyMap {
    const own = { ...this.own };
    delete own[action];
    return new KeyMap(own);
  }
}

const BREADTH: Readonly<Record<Place, number>> = { sticky: 0, claim: 1, mention: 1, mark: 2, anywhere: 3 };

function breadth(binding: Binding): number {
  return BREADTH[binding.place];
}

/** Own keys as they were stored; what does not fit is left out. */
export function readOwnKeys(json: string | null): OwnKeys {
  const actions = new Set<string>(BINDINGS.map((binding) => binding.action));
  try {
    const stored: unknown = JSON.parse(json ?? '{}');
    if (typeof stored !== 'object' || stored === null) return {};
    return Object.fromEntries(
      Object.entries(stored).filter(([action, keys]) => actions.has(action) && Array.isArray(keys) && keys.every((key) => typeof key === 'string')),
    );
  } catch {
    return {};
  }
}
