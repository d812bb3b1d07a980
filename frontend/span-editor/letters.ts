/** Letters and digits: they belong to the scheme and to what is offered. Never touches the DOM. */
import { startClaim } from './claiming.js';
import type { Editing } from './editing.js';
import { fillRole, offersOf, take } from './filling.js';
import { giveLabel } from './marking.js';
import { chooseRelation, nearEnds, relationTypes, takeEnd } from './relating.js';
import { entityOffers, linkTo, unresolved } from './resolving.js';
import { turn } from './same-words.js';
import type { Attribute } from './scheme.js';

/** What a plain character means depends on what is in focus and whether words are selected. Returns whether it means anything. */
export function letter(editing: Editing, key: string): boolean {
  const { scheme, same } = editing;
  const digit = /^[0-9]$/.test(key) ? Number(key) : undefined;
  if (same && digit !== undefined) {
    turn(editing, digit - 1);
    return true;
  }
  if (editing.relating && !editing.relating.type) return digit !== undefined && chooseRelationAt(editing, digit - 1);
  if (editing.relating && digit !== undefined) return takeEndAt(editing, digit - 1);
  const label = scheme.labelByKey(key);
  if (editing.naming) {
    if (label) giveLabel(editing, label);
    return label !== undefined;
  }
  const hasSelection = editing.selected() !== undefined;
  if (editing.claim) {
    const role = scheme.claim?.roles.find((one) => one.key === key);
    if (hasSelection && role) {
      fillRole(editing, role);
      return true;
    }
    if (!hasSelection) return claimLetter(editing, key, digit);
  }
  if (digit !== undefined) return numbered(editing, digit, hasSelection);
  if (key === scheme.claim?.key) {
    startClaim(editing);
    return true;
  }
  if (label) giveLabel(editing, label);
  return label !== undefined;
}

/** Digits on a mention or on selected words: whom they name, else the values of the mention's attributes, numbered through. */
function numbered(editing: Editing, digit: number, hasSelection: boolean): boolean {
  if (editing.step?.kind === 'link' || hasSelection) return linkAt(editing, digit);
  if (!editing.mention) return false;
  const all = editing.attributes.flatMap((attribute) => attribute.choices.map(({ value }) => ({ attribute, value })));
  const chosen = all[digit - 1];
  if (chosen) editing.value(chosen.attribute, valueOf(chosen.attribute, chosen.value));
  return chosen !== undefined;
}

/** 0 says that the registry does not have them. */
function linkAt(editing: Editing, digit: number): boolean {
  if (digit === 0 && !unresolved(editing)) return false;
  const entity = digit === 0 ? null : entityOffers(editing)[digit - 1];
  if (entity !== undefined) linkTo(editing, entity);
  return entity !== undefined;
}

function claimLetter(editing: Editing, key: string, digit: number | undefined): boolean {
  const { step, scheme } = editing;
  if (step?.kind === 'link' && digit !== undefined) return linkAt(editing, digit);
  if (step?.kind === 'attribute') {
    const choice = digit === undefined ? step.attribute.choices.find((one) => one.key === key) : step.attribute.choices[digit - 1];
    if (choice) {
      editing.value(step.attribute, valueOf(step.attribute, choice.value));
      return true;
    }
  }
  const offer = digit === undefined ? undefined : offersOf(editing)[digit - 1];
  if (offer) {
    take(editing, offer);
    return true;
  }
  const role = scheme.claim?.roles.find((one) => one.key === key);
  const attribute = scheme.claim?.attributes.find((one) => one.key === key);
  if (role) editing.goTo({ kind: 'role', role });
  else if (attribute) editing.goTo({ kind: 'attribute', attribute });
  // with a claim made, the next one may begin at once
  else if (key === scheme.claim?.key && !step) startClaim(editing);
  return role !== undefined || attribute !== undefined || (key === scheme.claim?.key && !step);
}

function chooseRelationAt(editing: Editing, index: number): boolean {
  const type = relationTypes(editing.scheme, editing.focused)[index];
  if (type) chooseRelation(editing, type.id);
  return type !== undefined;
}

function takeEndAt(editing: Editing, index: number): boolean {
  const end = nearEnds(editing)[index];
  return end !== undefined && takeEnd(editing, end.value.id);
}

/** A flag's choices are words; its value is not. */
export function valueOf(attribute: Attribute, choice: string): string | boolean {
  return attribute.type === 'flag' ? choice === 'yes' : choice;
}
