/** What a person is doing at the moment - what is in focus, what is being asked for - and the edits that come of it. */
import { type Step, nextOpen, stepId, stepsOf, withAttribute } from './claims.js';
import { Conditions } from './conditions.js';
import { cuesNear } from './cues.js';
import type { DocumentText } from './document-text.js';
import type { Annotation, AttributeValue, Claim, Entity, Mention, Span, WordRole } from './protocol.js';
import { type Far, NOTHING_FAR } from './far-ends.js';
import { Reading } from './reading.js';
import { LearnedCues } from './learned-cues.js';
import { type Relating, takeEnd } from './relating.js';
import { MarkedWords } from './marked-words.js';
import { offersFor } from './resolving.js';
import type { SameWords } from './same-words.js';
import type { Attribute, Label, Role, Scheme } from './scheme.js';
import { settled } from './selection.js';
import type { Store } from './store.js';
import { strings } from './strings.js';

/** Where edits go. */
export interface EditTaker {
  /** Several at once are one step for undo. */
  put(...annotations: Annotation[]): void;
  /** @param first put before as part of the same step */
  delete(annotation: Annotation, cascade: boolean, ...first: Annotation[]): void;
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

/** Those of the registry that this page has heard of. */
export interface Known {
  readonly entities: readonly Entity[];
  find(id: string): Entity | undefined;
  /** Those the server has found for a mention's words so far; asks it if nobody did. */
  found(mention: Mention, words: string): readonly Entity[];
}

const NOBODY: Known = { entities: [], find: () => undefined, found: () => [] };

export class Editing extends Reading {
  isReadOnly = false;
  /** Id of the annotation in focus. */
  focus: string | undefined;
  /** The part of the annotation in focus that keys are for. */
  step: Step | undefined;
  relating: Relating | undefined;
  /** Words that will fill a role once they have a label. */
  naming: { readonly role: Role; readonly span: Span } | undefined;
  /** Id of the annotation about to be deleted although others use it. */
  deleting: string | undefined;
  /** Places about to be marked like the one in focus. */
  same: SameWords | undefined;
  /** The label that every selection gets until it is let go. */
  sticky: Label | undefined;
  readonly marked: MarkedWords;
  readonly #cues: LearnedCues;
  /** The label given last. */
  last: Label | undefined;

  constructor(
    scheme: Scheme,
    text: DocumentText,
    store: Store,
    private readonly edits: EditTaker,
    private readonly surface: Surface,
    readonly known: Known = NOBODY,
    far: Far = NOTHING_FAR,
  ) {
    super(scheme, text, store, far);
    this.marked = new MarkedWords(text, store);
    this.#cues = new LearnedCues(text, store, scheme.claim?.cues);
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

  /** Where the cursor is, or where the selection begins. */
  get position(): number | undefined {
    return this.surface.selection()?.start;
  }

  /** Mentions that share words with a stretch. */
  mentionsOn(span: Span): Mention[] {
    return this.places.touching(span).flatMap((one) => (one.kind === 'mention' ? [one.value] : []));
  }

  /** The words of a claim that border keys and further stretches are about. */
  get wordRole(): WordRole {
    return this.step && stepId(this.step) === 'cue' ? 'cue' : 'content';
  }

  /** Attributes asked of the annotation in focus. */
  get attributes(): readonly Attribute[] {
    if (!this.focused) return [];
    const conditions = new Conditions(this.scheme, this.text, this.store, this.focused);
    return conditions.attributes.filter((attribute) => conditions.shows(attribute));
  }

  /** What the scheme says of cues, and what has been one in this document. */
  get cues(): ReadonlyMap<string, string | undefined> {
    return this.#cues.known;
  }

  focusOn(id: string | undefined): void {
    if (this.relating?.type && id !== undefined && takeEnd(this, id)) return;
    this.focus = id;
    this.#ask(undefined);
    this.step = this.claim && this.scheme.claim && !this.isReadOnly ? this.nextOf(this.claim) : undefined;
    if (this.focused) {
      this.surface.reveal(this.placeOf(this.focused));
      this.surface.announce(strings.focused(this.nameOf(this.focused), this.wordsOf(this.focused)));
    }
    this.surface.refresh();
  }

  /** One step out: from a question, from a part, from the focus, from the label that sticks. Returns false if there was nothing to leave. */
  back(): boolean {
    if (this.deleting !== undefined) this.deleting = undefined;
    else if (this.same) this.same = undefined;
    else if (this.naming) this.naming = undefined;
    else if (this.relating) this.relating = undefined;
    else if (this.step) this.step = undefined;
    else if (this.focus !== undefined) this.focus = undefined;
    else if (this.sticky) this.stick(this.sticky);
    else return false;
    this.surface.refresh();
    return true;
  }

  goTo(step: Step | undefined): void {
    this.step = step;
    this.surface.refresh();
  }

  /** To the next part that is open, or else to the one after the one that keys are for. */
  goOn(): void {
    const { claim, step } = this;
    const open = claim && step && this.nextOf(claim, stepId(step));
    const order = this.scheme.claim ? stepsOf(this.scheme.claim).map(stepId) : [];
    if (open && step && order.indexOf(stepId(open)) > order.indexOf(stepId(step))) this.goTo(open);
    else this.walk(1);
  }

  /** To the part after or before the one that keys are for. */
  walk(direction: 1 | -1): void {
    if (!this.scheme.claim) return;
    const steps = stepsOf(this.scheme.claim);
    const at = this.step ? steps.findIndex((step) => this.step && stepId(step) === stepId(this.step)) : direction > 0 ? -1 : steps.length;
    this.goTo(steps[at + direction]);
  }

  /** Lets a label stay with every selection, or lets go of it. */
  stick(label: Label): void {
    this.sticky = this.sticky === label ? undefined : label;
    this.surface.announce(this.sticky ? strings.sticks(label.name) : strings.sticksNoMore);
    this.surface.refresh();
  }

  /** Gives an attribute of the annotation in focus a value; null takes it away. */
  value(attribute: Attribute, value: AttributeValue | null): void {
    if (this.claim) this.advance(withAttribute(this.claim, attribute.id, value), attribute.id);
    else if (this.mention) this.change({ kind: 'mention', value: withAttribute(this.mention, attribute.id, value) });
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
    this.focus = undefined;
    this.#ask(undefined);
    this.remove(one, users.length > 0);
  }

  /**
   * Deletes an annotation whatever is in focus.
   *
   * @param first put before as part of the same step
   */
  remove(one: Annotation, cascade = false, ...first: Annotation[]): void {
    const words = this.wordsOf(one);
    this.edits.delete(one, cascade, ...first);
    this.surface.announce(strings.removed(this.nameOf(one), words));
    this.surface.refresh();
  }

  create(...annotations: Annotation[]): void {
    this.#put('created', annotations);
  }

  change(...annotations: Annotation[]): void {
    if (!this.isReadOnly) this.#put('changed', annotations);
    this.surface.refresh();
  }

  /** Stores the claim in focus and goes on to the next part that is open. */
  advance(claim: Claim, from: string): void {
    if (this.isReadOnly) return;
    this.#put('changed', [{ kind: 'claim', value: claim }]);
    this.step = this.nextOf(claim, from);
    this.surface.refresh();
  }

  /** Makes an annotation the focus after it was made, with what it is asked first. */
  show(id: string, span: Span): void {
    this.focus = id;
    this.#ask(undefined);
    const mention = this.mention;
    this.step = mention && this.#isUnknown(mention) ? { kind: 'link', mention: mention.id } : undefined;
    this.surface.collapse(span.end);
    this.surface.refresh();
  }

  /** Puts a question in place of whatever was asked before. */
  ask(question: Partial<Pick<Editing, 'relating' | 'naming' | 'same'>>, sentence?: string): void {
    this.#ask(question);
    if (sentence !== undefined) this.surface.announce(sentence);
    this.surface.refresh();
  }

  say(sentence: string): void {
    this.surface.announce(sentence);
  }

  collapse(position: number): void {
    this.surface.collapse(position);
  }

  reveal(span: Span): void {
    this.surface.reveal(span);
  }

  refresh(): void {
    this.surface.refresh();
  }

  /** The next part that a claim asks for; after the last one, who its speaker is. */
  nextOf(claim: Claim, after?: string): Step | undefined {
    const hasCues = claim.source.some((party) => 'mention' in party) && cuesNear(this.text, claim.content, this.cues).length > 0;
    const open = this.scheme.claim && nextOpen(this.scheme.claim, claim, after, hasCues);
    if (open || after === 'link') return open;
    const unknown = claim.source
      .flatMap((party) => ('mention' in party ? (this.store.mention(party.mention) ?? []) : []))
      .find((mention) => this.#isUnknown(mention));
    return unknown && { kind: 'link', mention: unknown.id };
  }

  #ask(question: Partial<Pick<Editing, 'relating' | 'naming' | 'same'>> | undefined): void {
    this.relating = question?.relating;
    this.naming = question?.naming;
    this.same = question?.same;
    this.deleting = undefined;
  }

  /** Whether it is worth asking whom a mention names: nobody said, and there are some on offer. */
  #isUnknown(mention: Mention): boolean {
    return mention.link === null && this.scheme.hasLinks(mention.label) && offersFor(this, mention).length > 0;
  }

  #put(event: 'created' | 'changed', annotations: readonly Annotation[]): void {
    const first = annotations[0];
    if (!first) return;
    this.edits.put(...annotations);
    this.surface.announce(annotations.length > 1 ? strings.several[event](annotations.length) : strings[event](this.nameOf(first), this.wordsOf(first)));
  }
}

