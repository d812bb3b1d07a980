/** What somebody does at the desk: the step behind each key and button, and what they are in the middle of. */
import type { Claim, Mention } from '../span-editor/protocol.js';
import { uuid7 } from '../span-editor/uuid7.js';
import type { Steps } from './desk-keys.js';
import { CHOICE_KEYS, carryOut } from './desk-keys.js';
import type { Panel } from './desk-panels.js';
import type { Actions } from './desk-view.js';
import type { DeskWork } from './desk-work.js';
import { canMix, isChosen, mixed } from './mixing.js';
import type { Case, Ruling } from './protocol.js';
import type { Queue } from './queue.js';
import { strings } from './strings.js';

const NO_PANEL: Panel = { kind: 'none' };

/** The desk as the steps see it. */
export interface Place {
  readonly shown: Case | undefined;
  /** When it was shown, as `performance.now()` counts. */
  readonly shownAt: number;
  readonly queue: Queue;
  readonly work: Pick<DeskWork, keyof DeskWork> | undefined;
  /** The project's own reasons. */
  readonly reasons: readonly string[];
  readonly isAnswering: boolean;
  turn(): void;
  /** The one on the screen is to come last. */
  putOff(): void;
  /** Selects the words of the first version in the passage. */
  beginOwn(): void;
  /** Draws what is open over the versions. @param withField whether somebody is about to write */
  draw(withField: boolean): void;
  say(note: string): void;
  /** Puts the focus where keys are answers again. */
  rest(): void;
}

export class DeskSteps implements Steps, Actions {
  #panel: Panel = NO_PANEL;
  #reason = '';
  /** An answer of an annotator that waits for its reason. */
  #answer: number | null | undefined;

  constructor(private readonly place: Place) {}

  get isAnswering(): boolean {
    return this.place.isAnswering;
  }

  /** What is open over the versions. */
  get panel(): Panel {
    return this.#panel;
  }

  /** Goes with the next answer. */
  get givenReason(): string {
    return this.#reason;
  }

  /** Another decision is about to be shown: what was open for the last one is not for this one. */
  begin(): void {
    this.#panel = NO_PANEL;
    this.#answer = undefined;
  }

  press(key: string): boolean {
    const { shown } = this.place;
    if (shown && this.#panel.kind === 'own' && this.#choose(shown, this.#panel.aspect, key)) return true;
    return carryOut(key, this);
  }

  close(): void {
    this.#answer = undefined;
    this.#open(NO_PANEL);
  }

  #open(panel: Panel, withField = false): void {
    this.#panel = panel;
    this.place.draw(withField);
  }

  next(): void {
    this.place.queue.next();
    this.place.turn();
  }

  previous(): void {
    this.place.queue.previous();
    this.place.turn();
  }

  later(): void {
    this.place.putOff();
    this.place.turn();
  }

  undo(): void {
    void this.place.work?.undo();
  }

  own(): void {
    const { shown } = this.place;
    if (!shown) return;
    const [first, ...more] = Object.keys(shown.alternatives);
    if (isChosen(shown)) this.#open({ kind: 'own', aspect: more.length === 0 ? first : undefined });
    else this.place.beginOwn();
  }

  version(number: number): void {
    if (this.#panel.kind === 'own') this.begin();
    this.digit(number);
  }

  /** First what is different, then what it is. @return whether the key is one of the choices */
  #choose(shown: Case, aspect: string | undefined, key: string): boolean {
    const place = CHOICE_KEYS.indexOf(key);
    if (key.length !== 1 || place < 0) return false;
    if (aspect === undefined) {
      const chosen = Object.keys(shown.alternatives)[place];
      if (chosen !== undefined) this.#open({ kind: 'own', aspect: chosen });
    } else {
      const own = shown.alternatives[aspect]?.[place]?.annotation;
      if (own) this.#decide({ outcome: 'own', annotation: { ...own, id: uuid7() } }, strings.takenOwn);
    }
    return true;
  }

  mix(): void {
    if (this.place.shown && canMix(this.place.shown)) this.#open({ kind: 'mix', choices: new Map() });
  }

  beginReason(): void {
    this.#open({ kind: 'reason' }, this.place.reasons.length === 0);
  }

  beginAsking(): void {
    this.#open({ kind: 'ask' }, true);
  }

  beginGuideline(): void {
    this.#open({ kind: 'guideline' }, true);
  }

  beginDiscussing(): void {
    void this.place.work?.threads().then((threads) => {
      if (threads) this.#open({ kind: 'discuss', threads }, true);
    });
  }

  alike(): void {
    if (this.#panel.kind === 'alike') {
      this.close();
      return;
    }
    void this.place.work?.alike().then((items) => {
      if (items) this.#open({ kind: 'alike', items });
    });
  }

  digit(number: number): boolean {
    const { shown } = this.place;
    if (!shown) return false;
    if (this.#panel.kind === 'reason') {
      const reason = this.place.reasons[number - 1];
      if (reason !== undefined && this.#answer === undefined) this.reason(reason);
      return true;
    }
    if (number > shown.sides.length) return false;
    if (this.#panel.kind === 'mix') {
      this.#mixIn(shown, this.#panel.choices, number - 1);
    } else if (this.isAnswering) {
      this.#answerWith(number - 1);
    } else {
      this.#decide({ outcome: 'version', version: number - 1 }, strings.version(number));
    }
    return true;
  }

  none(): boolean {
    if (!this.place.shown) return false;
    if (this.isAnswering) this.#answerWith(null);
    else this.#decide({ outcome: 'none' }, strings.takenNone);
    return true;
  }

  /** One part more of an own version. */
  #mixIn(shown: Case, before: ReadonlyMap<string, number>, side: number): void {
    const aspects = Object.keys(shown.aspects);
    const choices = new Map(before).set(aspects[before.size] ?? '', side);
    const own = choices.size < aspects.length ? undefined : mixed(shown, choices);
    if (own) this.#decide({ outcome: 'own', annotation: own }, strings.takenOwn);
    else this.#open({ kind: 'mix', choices });
  }

  /** What the adjudicator would rather say. */
  takeOwn(annotation: Mention | Claim): void {
    this.#decide({ outcome: 'own', annotation }, strings.takenOwn);
  }

  #decide(ruling: Ruling, what: string): void {
    const alike = this.#panel.kind === 'alike' ? this.#panel.items : [];
    const reason = this.#reason;
    this.#reason = '';
    this.place.work?.decide(ruling, what, alike, reason, performance.now() - this.place.shownAt);
  }

  /** Keeping to one's own needs no word; another answer needs its reason. */
  #answerWith(version: number | null): void {
    const isOwn = version !== null && (this.place.shown?.sides[version]?.annotators.includes('You') ?? false);
    if (isOwn) {
      this.place.work?.answer(version, '');
      return;
    }
    this.#answer = version;
    this.#open({ kind: 'reason' }, true);
    this.place.say(strings.changeNeedsReason);
  }

  /** A reason for the next answer; for an annotator who changes their mind, the end of the answer. */
  reason(text: string): void {
    if (this.#answer !== undefined) {
      this.place.work?.answer(this.#answer, text);
      return;
    }
    this.#reason = text.trim();
    this.close();
    this.place.rest();
  }

  discuss(text: string): void {
    this.place.work?.discuss(text);
  }

  ask(text: string): void {
    this.place.work?.ask(text);
  }

  addToGuidelines(section: string, paragraph: string): void {
    this.place.work?.addToGuidelines(section, paragraph);
  }
}
