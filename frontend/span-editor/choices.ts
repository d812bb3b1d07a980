/** What the chooser is filled with: everything that can be done, whom a mention may name, which claim is meant. Never touches the DOM. */
import { type Choice, type ChooserContent, isCalled } from './chooser.js';
import { startClaim } from './claiming.js';
import type { Editing } from './editing.js';
import type { Entities } from './entities.js';
import { fillRole } from './filling.js';
import type { KeyMap } from './key-map.js';
import { type Action, BINDINGS, keyCaption } from './keys.js';
import { detail } from './link-panel.js';
import { giveLabel } from './marking.js';
import type { FarEnds } from './far-ends.js';
import { suitable, takeEnd, takeFar, typeInMaking } from './relating.js';
import type { Placed } from './places.js';
import { linkTo } from './resolving.js';
import type { Mention } from './protocol.js';
import { strings } from './strings.js';

/** Every action with its key, and the labels and parts of the scheme. */
export function palette(editing: Editing, keys: KeyMap, run: (action: Action) => void): ChooserContent {
  const { scheme, claim } = editing;
  const actions = [...new Set(BINDINGS.map((binding) => binding.action))].filter((action) => action !== 'palette' && action !== 'back');
  const all: Choice[] = [
    ...(editing.isReadOnly ? [] : scheme.labels.map((label) => ({ name: label.name, ...keyed(label.key), take: () => giveLabel(editing, label) }))),
    ...(editing.isReadOnly || !scheme.claim ? [] : [{ name: scheme.claim.name, ...keyed(scheme.claim.key), take: () => startClaim(editing) }]),
    ...(claim && !editing.isReadOnly ? (scheme.claim?.roles ?? []).map((role) => ({ name: role.name, ...keyed(role.key), take: () => fillRole(editing, role) })) : []),
    ...actions.map((action) => ({ name: strings.actions[action], ...keyed(keys.keysOf(action).map(keyCaption).join(' · ')), take: () => run(action) })),
  ];
  return { title: strings.paletteSearch, choices: (typed) => all.filter((one) => isCalled(one.name, typed)) };
}

/** Whom a mention names, by any part of a name; new names can be added. */
export function registry(editing: Editing, entities: Entities, mention: Mention, refused: (reason: string) => void): ChooserContent {
  const label = editing.scheme.label(mention.label);
  const choices = (typed: string): Choice[] => {
    const known = entities.search(typed);
    const name = typed.trim();
    const sorted = [...known].sort((left, right) => Number(right.type === mention.label) - Number(left.type === mention.label));
    const isNew = name !== '' && !known.some((entity) => entity.name === name && entity.type === mention.label);
    return [
      ...sorted.map((entity) => ({ name: entity.name, detail: [detail(editing, entity), ...entity.aliases.slice(0, 3).map((alias) => alias.form)].join(' · '), take: () => linkTo(editing, entity) })),
      ...(isNew ? [{ name: strings.addEntity(name, label?.name ?? mention.label), take: () => void add(name) }] : []),
      { name: strings.notInRegistry, key: '0', take: () => linkTo(editing, null) },
    ];
  };
  const add = async (name: string): Promise<void> => {
    const outcome = await entities.add(name, mention.label);
    if (outcome.kind === 'done') linkTo(editing, outcome.value);
    else refused(outcome.kind === 'refused' ? (outcome.problem.detail ?? '') : strings.needsConnection);
  };
  return { title: strings.searchEntity(editing.text.quote(mention.spans, 40)), typed: editing.text.quote(mention.spans, 80), choices };
}

/** Everything the relation in the making may lead to: in this document, and in others where the type allows it. */
export function otherEnds(editing: Editing, far: FarEnds): ChooserContent {
  const type = typeInMaking(editing);
  const suits = suitable(editing);
  const isClaim = type?.to === editing.scheme.claim?.id;
  const here: readonly Placed[] = isClaim
    ? editing.store.claims.map((value) => ({ kind: 'claim', value }) as const)
    : editing.store.mentions.map((value) => ({ kind: 'mention', value }) as const);
  const near = here.filter(suits).map((one) => ({ name: editing.wordsOf(one), take: () => void takeEnd(editing, one.value.id) }));
  const elsewhere = (typed: string): Choice[] =>
    type?.scope === 'project'
      ? far
          .search(isClaim ? 'claim' : 'mention', typed)
          .filter((one) => isClaim || editing.scheme.label(one.label ?? '')?.layer === type.to)
          .map((one) => ({ name: one.words, detail: one.title, take: () => takeFar(editing, one) }))
      : [];
  return { title: strings.searchEnds, choices: (typed) => [...near.filter((one) => isCalled(one.name, typed)), ...elsewhere(typed)] };
}

function keyed(key: string | undefined): { key?: string } {
  return key ? { key } : {};
}
