/** Beginning a claim. Never touches the DOM. */
import { emptyClaim, guessedForm, withQuotationMarks } from './claims.js';
import { saidIn } from './cues.js';
import type { Editing } from './editing.js';
import type { Span } from './protocol.js';
import { sentenceAt } from './sentences.js';
import { strings } from './strings.js';
import { uuid7 } from './uuid7.js';

/** Makes a claim of the selected words; without a selection of what is said in the sentence at the cursor. */
export function startClaim(editing: Editing): void {
  const { scheme, text } = editing;
  const layer = scheme.claim;
  const selected = editing.selected() ?? saidHere(editing);
  if (!layer || !selected) {
    editing.say(strings.selectFirst);
    return;
  }
  const span = withQuotationMarks(text, selected);
  const form = guessedForm(text, span, layer.attributes.find((one) => one.id === 'form'));
  const claim = emptyClaim(uuid7(), [span], { ...scheme.defaults(layer.attributes), ...(form ? { form } : {}) });
  editing.create({ kind: 'claim', value: claim });
  editing.show(claim.id, span);
  editing.goTo(editing.nextOf(claim, 'content'));
}

function saidHere({ position, text }: Editing): Span | undefined {
  const sentence = position === undefined ? undefined : sentenceAt(text, position);
  return sentence && (saidIn(text, sentence, position ?? 0) ?? sentence);
}
