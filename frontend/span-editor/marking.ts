/** Giving words a label. Never touches the DOM. */
import { acceptsLabel, isPartyRole } from './claims.js';
import type { Editing } from './editing.js';
import { fillWithMention } from './filling.js';
import { levelOf, wordAt } from './names.js';
import type { Attributes, Mention, Span } from './protocol.js';
import { relabelled } from './reshaping.js';
import type { Label } from './scheme.js';
import { sameSpans } from './spans.js';
import { strings } from './strings.js';
import { uuid7 } from './uuid7.js';

/** Marks the selected words, or the word at the cursor; gives the mark in focus or under the cursor another label. */
export function giveLabel(editing: Editing, label: Label): void {
  editing.last = label;
  if (editing.naming) {
    const { role, span } = editing.naming;
    editing.naming = undefined;
    fillWithMention(editing, role, made(editing, label, span));
    return;
  }
  const span = editing.selected(editing.scheme.snapsToWords(label.id));
  if (!span) {
    relabel(editing, label);
    return;
  }
  const mention = made(editing, label, span);
  const role = editing.step?.kind === 'role' ? editing.step.role : undefined;
  if (editing.claim && role && isPartyRole(role.id) && acceptsLabel(role, label.id)) fillWithMention(editing, role, mention);
  else editing.show(mention.id, span);
}

/** Marks words whose entity is known already, and makes them the focus. */
export function markAs(editing: Editing, label: Label, span: Span, link: Mention['link']): void {
  const mention: Mention = { id: uuid7(), label: label.id, spans: [span], attributes: given(editing, label, span), link };
  editing.create({ kind: 'mention', value: mention });
  editing.show(mention.id, span);
}

/** The label given last, once more. */
export function repeatLabel(editing: Editing): void {
  if (editing.last) giveLabel(editing, editing.last);
  else editing.say(strings.nothingToRepeat);
}

/** A mention of these words with this label: a new one, or the one that is there. */
export function made(editing: Editing, label: Label, span: Span): Mention {
  const same = editing.mentionsOn(span).find((mention) => mention.label === label.id && sameSpans(mention.spans, [span]));
  if (same) {
    editing.say(strings.alreadyMarked);
    return same;
  }
  const mention: Mention = { id: uuid7(), label: label.id, spans: [span], attributes: given(editing, label, span), link: null };
  editing.create({ kind: 'mention', value: mention });
  return mention;
}

/** What the scheme says of every mention, and what its words prove. */
function given({ scheme, text }: Editing, label: Label, span: Span): Attributes {
  const attributes = scheme.mentionAttributes(label.id);
  const level = levelOf(text.slice(span));
  const isProven = level !== undefined && attributes.some((one) => one.id === 'level' && one.choices.some(({ value }) => value === level));
  return { ...scheme.defaults(attributes), ...(isProven ? { level } : {}) };
}

function relabel(editing: Editing, label: Label): void {
  const { position, scheme, text } = editing;
  const under = position === undefined || editing.claim ? undefined : editing.annotationsAt(position).find((one) => one.kind === 'mention');
  const mention = editing.mention ?? (under?.kind === 'mention' ? under.value : undefined);
  const word = mention || position === undefined ? undefined : wordAt(text, position);
  if (mention && mention.label !== label.id) editing.change({ kind: 'mention', value: relabelled(scheme, mention, label) });
  else if (word && !editing.claim) editing.show(made(editing, label, word).id, word);
  else if (!mention) editing.say(strings.selectFirst);
}
