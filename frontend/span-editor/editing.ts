/** What a person is doing at the moment - what is in focus, what is being asked for - and the edits that come of it. */
import {
  type Proposal,
  type Step,
  emptyClaim,
  guessedForm,
  isPartyRole,
  isWordRole,
  nextOpen,
  proposals,
  stepId,
  stepsOf,
  withAttribute,
  withParty,
  withQuotationMarks,
  withWords,
} from './claims.js';
import { Conditions } from './conditions.js';
import type { DocumentText } from './document-text.js';
import type { Annotation, AttributeValue, Claim, Mention, Relation, Span, WordRole } from './protocol.js';
import { Reading } from './reading.js';
import { relabelled, withMovedBorder, withStretch } from './reshaping.js';
import type { Attribute, Label, Role, Scheme } from './scheme.js';
import { settled } from './selection.js';
import { contains, hull, sameSpans } from './spans.js';
import type { Store } from './store.js';
import { strings } from './strings.js';
import { uuid7 } from './uuid7.js';

/** Where edits go. */
export interface EditTaker {
  put(annotation: Annotation): void;
  delete(annotation: Annotation, cascade: boolean): void;
}

/** The page around: what is selected in it, and what it must show. */
export interface Surface {
  /** As selected, in code points; `start === end` is a cursor. */
  selection(): Span | undefined;
  /** Leaves a cursor behind what was just marked. */
  collapse(position: number): void;
  reveal(span: Span): void;
  announce(sentence: string): void;
  /** Focus or questions have changed. */
  refresh(): void;
}

/** A relation in the making: its start, then its type, then the other claim. */
export interface Relating {
  readonly from: string;
  readonly type?: string;
  readonly candidate?: string;
}

export class Editing extends Reading {
  isReadOnly = false;
  /** Id of the annotation in focus. */
  focus: string | undefined;
  /** The part of the claim in focus that keys are for. */
  step: Step | undefined;
  relating: Relating | undefined;
  /** Words that will fill a role once they have a label. */
  naming: { readonly role: Role; readonly span: Span } | undefined;
  /** Id of the annotation about to be deleted although others use it. */
  deleting: string | undefined;

  constructor(
    scheme: Scheme,
    text: DocumentText,
    store: Store,
    private readonly edits: EditTaker,
    private readonly surface: Surface,
  ) {
    super(scheme, text, store);
  }

  get focused(): Annotation | undefined {
    return this.focus === undefined ? undefined : this.store.find(this.focus);
  }

  get claim(): Claim | undefined {
    return this.focus === undefined ? undefined : this.store.claim(this.focus);
  }

  get mention(): Mention | undefined {
    return this.focus === undefined ? undefined : this.store.mention(this.focus);
  }

  /** The selected words, settled; undefined if there are none. */
  selected(snap = true): Span | undefined {
    const selection = this.surface.selection();
    return selection && selection.start < selection.end ? settled(this.text, selection, snap) : undefined;
  }

  focusOn(id: string | undefined): void {
    const relating = this.relating;
    if (relating?.type && id !== undefined && id !== relating.from && this.store.claim(id)) {
      this.#relate(relating.from, relating.type, id);
      return;
    }
    this.focus = id;
    this.naming = undefined;
    this.relating = undefined;
    this.deleting = undefined;
    this.step = this.claim && this.scheme.claim && !this.isReadOnly ? nextOpen(this.scheme.claim, this.claim) : undefined;
    if (this.focused) {
      this.surface.reveal(this.placeOf(this.focused));
      this.surface.announce(strings.focused(this.nameOf(this.focused), this.wordsOf(this.focused)));
    }
    this.surface.refresh();
  }

  /** One step out: from a question, from a part, from the focus. Returns false if there was nothing to leave. */
  back(): boolean {
    if (this.deleting !== undefined) this.deleting = undefined;
    else if (this.naming) this.naming = undefined;
    else if (this.relating) this.relating = undefined;
    else if (this.step) this.step = undefined;
    else if (this.focus !== undefined) this.focus = undefined;
    else return false;
    this.surface.refresh();
    return true;
  }

  /** Marks the selected words, or gives the mark in focus or under the cursor another label. */
  label(label: Label): void {
    if (this.naming) {
      const { role, span } = this.naming;
      this.naming = undefined;
      this.#fillWithMention(role, this.#mark(label, span));
      return;
    }
    const span = this.selected(this.scheme.snapsToWords(label.id));
    if (!span) {
      this.#relabel(label);
      return;
    }
    const mention = this.#mark(label, span);
    const role = this.step?.kind === 'role' ? this.step.role : undefined;
    if (this.claim && role && isPartyRole(role.id) && accepts(role, label.id)) this.#fillWithMention(role, mention);
    else this.#show(mention.id, span);
  }

  startClaim(): void {
    const layer = this.scheme.claim;
    const selected = this.selected();
    if (!layer || !selected) {
      this.surface.announce(strings.selectFirst);
      return;
    }
    const span = withQuotationMarks(this.text, selected);
    const form = guessedForm(this.text, span, layer.attributes.find((one) => one.id === 'form'));
    const claim = emptyClaim(uuid7(), [span], { ...this.scheme.defaults(layer.attributes), ...(form ? { form } : {}) });
    this.#put({ kind: 'claim', value: claim }, 'created');
    this.#show(claim.id, span);
    this.step = nextOpen(layer, claim, 'content');
    this.surface.refresh();
  }

  /** Fills a part with the selected words; without a selection the part becomes what keys are for. */
  role(role: Role): void {
    const claim = this.claim;
    if (!claim) return;
    const span = this.selected();
    if (!span) {
      this.goTo({ kind: 'role', role });
    } else if (isWordRole(role.id)) {
      this.#advance(withWords(claim, role.id, span), role.id);
      this.surface.collapse(span.end);
    } else if (isPartyRole(role.id)) {
      this.#fillWithWords(role, span);
    } else {
      this.goTo({ kind: 'role', role });
    }
  }

  goTo(step: Step | undefined): void {
    this.step = step;
    this.surface.refresh();
  }

  /** To the part after or before the one that keys are for. */
  walk(direction: 1 | -1): void {
    if (!this.scheme.claim) return;
    const steps = stepsOf(this.scheme.claim);
    const at = this.step ? steps.findIndex((step) => this.step && stepId(step) === stepId(this.step)) : direction > 0 ? -1 : steps.length;
    this.goTo(steps[at + direction]);
  }

  /** What digits choose at the moment. */
  get offers(): readonly Proposal[] {
    return this.claim && this.step?.kind === 'role' ? proposals(this.claim, this.step.role, this.store.mentions, this.store.claims) : [];
  }

  take(proposal: Proposal): void {
    const claim = this.claim;
    if (!claim || this.step?.kind !== 'role') return;
    const next = proposal.kind === 'party' ? withParty(claim, this.step.role, proposal.party) : { ...claim, parent: proposal.claim };
    this.#advance(next, stepId(this.step));
  }

  /** Gives an attribute of the annotation in focus a value; null takes it away. */
  value(attribute: Attribute, value: AttributeValue | null): void {
    if (this.claim) this.#advance(withAttribute(this.claim, attribute.id, value), attribute.id);
    else if (this.mention) this.change({ kind: 'mention', value: withAttribute(this.mention, attribute.id, value) });
  }

  /** Attributes asked of the annotation in focus. */
  get attributes(): readonly Attribute[] {
    if (!this.focused) return [];
    const conditions = new Conditions(this.scheme, this.text, this.store, this.focused);
    return conditions.attributes.filter((attribute) => conditions.shows(attribute));
  }

  /** Adds the selected words to the annotation in focus as a stretch of their own. */
  addStretch(): void {
    const span = this.selected();
    if (!span) {
      this.surface.announce(strings.selectFirst);
      return;
    }
    const one = this.focused;
    const changed = one && withStretch(this.scheme, one, span, this.#wordRole);
    if (changed) this.change(changed);
    this.surface.collapse(span.end);
  }

  moveBorder(border: 'start' | 'end', direction: 1 | -1): void {
    const one = this.focused;
    const changed = one && withMovedBorder(this.text, one, border, direction, this.#wordRole);
    if (changed) this.change(changed);
  }

  /** Deletes the annotation in focus; asks first, once, if others use it. */
  delete(isSure = false): void {
    const one = this.focused;
    if (!one) return;
    const users = this.store.usersOf(one.value.id);
    if (users.length > 0 && !isSure) {
      this.deleting = one.value.id;
      this.surface.announce(strings.deleteUsed(users.length));
      this.surface.refresh();
      return;
    }
    const words = this.wordsOf(one);
    const name = this.nameOf(one);
    this.focus = undefined;
    this.step = undefined;
    this.deleting = undefined;
    this.edits.delete(one, users.length > 0);
    this.surface.announce(strings.removed(name, words));
    this.surface.refresh();
  }

  deleteRelation(relation: Relation): void {
    const one: Annotation = { kind: 'relation', value: relation };
    this.edits.delete(one, false);
    this.surface.announce(strings.removed(this.nameOf(one), this.wordsOf(one)));
    this.surface.refresh();
  }

  startRelation(): void {
    if (this.claim) this.relating = { from: this.claim.id };
    this.surface.refresh();
  }

  chooseRelation(type: string): void {
    if (this.relating) this.relating = { from: this.relating.from, type };
    this.surface.refresh();
  }

  /** Looks at another claim as the possible end of the relation in the making. */
  consider(id: string): void {
    if (!this.relating) return;
    this.relating = { ...this.relating, candidate: id };
    const candidate = this.store.find(id);
    if (candidate) {
      this.surface.reveal(this.placeOf(candidate));
      this.surface.announce(strings.focused(this.nameOf(candidate), this.wordsOf(candidate)));
    }
    this.surface.refresh();
  }

  change(annotation: Annotation): void {
    if (!this.isReadOnly) this.#put(annotation, 'changed');
    this.surface.refresh();
  }

  /** Where the cursor is, or where the selection begins. */
  get position(): number | undefined {
    return this.surface.selection()?.start;
  }

  /** Relation types that may start at the claim in focus. */
  get relationTypes(): Scheme['relations'] {
    return this.scheme.relations.filter((type) => type.from === this.scheme.claim?.id && type.to === this.scheme.claim.id);
  }

  /** The words of a claim that border keys and further stretches are about. */
  get #wordRole(): WordRole {
    return this.step && stepId(this.step) === 'cue' ? 'cue' : 'content';
  }

  #mark(label: Label, span: Span): Mention {
    const same = this.store.mentions.find((mention) => mention.label === label.id && sameSpans(mention.spans, [span]));
    if (same) {
      this.surface.announce(strings.alreadyMarked);
      return same;
    }
    const attributes = this.scheme.defaults(this.scheme.mentionAttributes(label.id));
    const mention: Mention = { id: uuid7(), label: label.id, spans: [span], attributes, link: null };
    this.#put({ kind: 'mention', value: mention }, 'created');
    return mention;
  }

  #relabel(label: Label): void {
    const { position } = this;
    const under = position === undefined || this.claim ? undefined : this.annotationsAt(position)[0];
    const mention = this.mention ?? (under?.kind === 'mention' ? under.value : undefined);
    if (!mention) {
      this.surface.announce(strings.selectFirst);
    } else if (mention.label !== label.id) {
      this.change({ kind: 'mention', value: relabelled(this.scheme, mention, label) });
    }
  }

  #fillWithWords(role: Role, span: Span): void {
    const here = this.store.mentions.filter((mention) => accepts(role, mention.label));
    const same = here.find((mention) => sameSpans(mention.spans, [span])) ?? here.find((mention) => contains(span, hull(mention.spans)) && mention.spans.some((own) => own.end === span.end));
    if (same) {
      this.#fillWithMention(role, same);
      this.surface.collapse(span.end);
    } else {
      this.naming = { role, span };
      this.surface.announce(strings.whichLabel(role.name));
      this.surface.refresh();
    }
  }

  #fillWithMention(role: Role, mention: Mention): void {
    if (this.claim) this.#advance(withParty(this.claim, role, { mention: mention.id }), role.id);
    this.surface.collapse(hull(mention.spans).end);
  }

  #advance(claim: Claim, from: string): void {
    if (this.isReadOnly) return;
    this.#put({ kind: 'claim', value: claim }, 'changed');
    this.step = this.scheme.claim && nextOpen(this.scheme.claim, claim, from);
    this.surface.refresh();
  }

  #relate(from: string, type: string, to: string): void {
    this.relating = undefined;
    this.#put({ kind: 'relation', value: { id: uuid7(), type, from: { claim: from }, to: { claim: to } } }, 'created');
    this.surface.refresh();
  }

  #put(annotation: Annotation, event: 'created' | 'changed'): void {
    this.edits.put(annotation);
    this.surface.announce(strings[event](this.nameOf(annotation), this.wordsOf(annotation)));
  }

  #show(id: string, span: Span): void {
    this.focus = id;
    this.relating = undefined;
    this.naming = undefined;
    this.deleting = undefined;
    this.step = undefined;
    this.surface.collapse(span.end);
    this.surface.refresh();
  }
}

function accepts(role: Role, label: string): boolean {
  return role.labels.length === 0 || role.labels.includes(label);
}
