/** Saying whom a mention names. Never touches the DOM. */
import { stepId } from './claims.js';
import type { Editing } from './editing.js';
import { linkOffers } from './linking.js';
import { markAs } from './marking.js';
import type { Entity, Link, Mention } from './protocol.js';
import type { Label } from './scheme.js';
import { strings } from './strings.js';

/** The mention that is asked about: that in focus, or the speaker of the claim in focus. Selected words come before either. */
export function unresolved(editing: Editing): Mention | undefined {
  if (editing.selected()) return undefined;
  if (editing.step?.kind === 'link') return editing.store.mention(editing.step.mention);
  return editing.mention && editing.scheme.hasLinks(editing.mention.label) ? editing.mention : undefined;
}

/** Who is offered for the mention that is asked about, or for selected words that are no mention yet. */
export function entityOffers(editing: Editing): readonly Entity[] {
  const { text, store, known, step } = editing;
  const span = editing.selected();
  if (span) return linkOffers(text, [span], store.mentions, known.entities, [], (type) => labelFor(editing, type) !== undefined);
  const mention = step?.kind === 'link' ? store.mention(step.mention) : undefined;
  return mention ? offersFor(editing, mention) : [];
}

/** Who is offered for a mention. */
export function offersFor({ text, store, known }: Editing, mention: Mention): readonly Entity[] {
  // a label that is no entity's type, such as an office, may name somebody of any type
  const isOwnType = known.entities.some((entity) => entity.type === mention.label);
  return linkOffers(text, mention.spans, store.mentions, known.entities, known.found(mention, text.quote(mention.spans)), (type) => type === mention.label || !isOwnType);
}

/** Ties the mention that is asked about - or the selected words, which become a mention - to an entity; null for one that the registry does not have. */
export function linkTo(editing: Editing, entity: Entity | null): void {
  const mention = unresolved(editing);
  const span = mention ? undefined : editing.selected();
  if (mention) {
    resolve(editing, mention, { entity: entity?.id ?? null, confidence: 'certain' });
  } else if (span && entity) {
    const label = labelFor(editing, entity.type);
    if (label) markAs(editing, label, span, { entity: entity.id, confidence: 'certain' });
  }
}

/** Gives a mention a link, or takes it away, and goes on with what is asked next. */
export function resolve(editing: Editing, mention: Mention, link: Link | null): void {
  if (editing.isReadOnly) return;
  editing.change({ kind: 'mention', value: { ...mention, link } });
  if (editing.step && stepId(editing.step) === 'link') editing.goTo(undefined);
  editing.say(link === null ? strings.unlinked : strings.linked(editing.text.quote(mention.spans, 40), nameOfLink(editing, link)));
}

export function nameOfLink(editing: Editing, link: Link): string {
  if (link.entity === null) return strings.notInRegistry;
  const entity = editing.known.find(link.entity);
  const now = entity?.mergedInto ? editing.known.find(entity.mergedInto) : undefined;
  return (now ?? entity)?.name ?? strings.unknownEntity;
}

/** The label that words naming an entity of a type would have. */
function labelFor(editing: Editing, type: string): Label | undefined {
  return editing.scheme.labels.find((label) => label.id === type && editing.scheme.hasLinks(label.id));
}
