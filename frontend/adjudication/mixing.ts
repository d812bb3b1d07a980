/** Puts an own version together from parts of several: this one's speaker, that one's words. Never touches the DOM. */
import type { Attributes, Claim, Mention, Relation } from '../span-editor/protocol.js';
import { uuid7 } from '../span-editor/uuid7.js';
import type { Case, Side } from './protocol.js';

const ATTRIBUTE = 'attribute:';

/** Sides that have something to take a part from. */
export function donors(shown: Case): readonly Side[] {
  return shown.sides.filter((side) => side.annotation !== null);
}

/** Whether there is more than one thing to choose: otherwise whole versions say it all. */
export function canMix(shown: Case): boolean {
  return donors(shown).length > 1 && Object.keys(shown.aspects).length > 1;
}

/**
 * The first version with every aspect in question taken from the version chosen for it.
 *
 * @param choices for an aspect the number of the side, from 0; what is not chosen stays as the first version has it
 */
export function mixed(shown: Case, choices: ReadonlyMap<string, number>): Mention | Claim | Relation | undefined {
  const base = donors(shown)[0]?.annotation;
  if (!base) return undefined;
  let own: Mention | Claim | Relation = { ...base, id: uuid7() };
  for (const [aspect, number] of choices) {
    const donor = shown.sides[number]?.annotation;
    if (donor) own = withPart(own, donor, aspect);
  }
  return own;
}

/** Whether an own version is chosen from a list; else its words are selected in the passage. */
export function isChosen(shown: Case): boolean {
  return !('boundary' in shown.aspects) && Object.keys(shown.alternatives).length > 0;
}

function withPart<T extends Mention | Claim | Relation>(own: T, donor: Mention | Claim | Relation, aspect: string): T {
  if (aspect.startsWith(ATTRIBUTE)) return withAttribute(own, donor, aspect.slice(ATTRIBUTE.length));
  const fields = fieldsOf(aspect).filter((field) => field in donor);
  return { ...own, ...Object.fromEntries(Object.entries(donor).filter(([field]) => fields.includes(field))) };
}

/** What an aspect is called in an annotation. */
function fieldsOf(aspect: string): readonly string[] {
  switch (aspect) {
    case 'boundary':
      return ['spans', 'content', 'implicit'];
    case 'direction':
      return ['from', 'to'];
    default:
      return [aspect];
  }
}

function withAttribute<T extends Mention | Claim | Relation>(own: T, donor: Mention | Claim | Relation, attribute: string): T {
  if (attribute === 'implicit') return 'implicit' in donor ? { ...own, implicit: donor.implicit } : own;
  if (!('attributes' in own) || !('attributes' in donor)) return own;
  const value = donor.attributes[attribute];
  const rest: Attributes = Object.fromEntries(Object.entries(own.attributes).filter(([id]) => id !== attribute));
  return { ...own, attributes: value === undefined ? rest : { ...rest, [attribute]: value } };
}
