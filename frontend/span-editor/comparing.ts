/** Versions of one decision beside each other in their text, for the one who settles them. */
import { render } from 'lit';
import { emptyClaim } from './claims.js';
import type { DocumentText, Section } from './document-text.js';
import { Editing, type Surface } from './editing.js';
import { keepSelection, labelBar } from './label-bar.js';
import type { Loaded } from './loading.js';
import { giveLabel } from './marking.js';
import { marksOfVersions } from './marks.js';
import type { Annotation, Claim, Mention, Span, Version } from './protocol.js';
import { hull, overlap } from './spans.js';
import { Sheet } from './sheet.js';
import { Store } from './store.js';
import { strings } from './strings.js';
import { plainKey } from './keys.js';
import { uuid7 } from './uuid7.js';

/** Code points shown before and after what the decision is about, grown to whole paragraphs. */
const AROUND = 600;
/** What stands above the place grows as it is drawn; after so many frames it has. */
const FRAMES_TO_SETTLE = 6;

export class Comparing implements Surface {
  readonly #editing: Editing;
  readonly #sheet: Sheet;
  readonly #bar = document.createElement('div');
  readonly #note = document.createElement('p');
  readonly #leaving = new AbortController();

  constructor(
    private readonly host: HTMLElement,
    loaded: Loaded,
    private readonly versions: readonly Version[],
    focusSpan: Span | undefined,
  ) {
    const { text, scheme, document: about } = loaded;
    // an own version is a proposal: it goes to the page around, not to a set
    const offer = (annotation: Annotation): void => this.#offer(annotation);
    this.#editing = new Editing(scheme, text, new Store(), { put: offer, delete: () => undefined }, this);
    this.#bar.className = 'bar';
    this.#note.className = 'note';
    this.#note.setAttribute('aria-live', 'polite');
    this.#note.textContent = strings.ownVersionHint;
    const place = focusSpan ?? placeOf(versions);
    const marks = marksOfVersions(scheme, versions);
    this.#sheet = new Sheet({
      about,
      text,
      scheme,
      sections: [excerpt(text, place)],
      marksIn: (section) => marks.filter((mark) => mark.spans.some((span) => overlap(span, section))),
      mention: () => undefined,
      picked: () => undefined,
    });
    this.host.replaceChildren(this.#bar, this.#sheet.element, this.#note);
    this.host.style.setProperty('--versions', String(versions.length));
    this.#sheet.textArea.addEventListener('keydown', (event) => this.#keyed(event), { signal: this.#leaving.signal });
    this.#sheet.textArea.addEventListener('begin-own', () => this.#beginOwn(), { signal: this.#leaving.signal });
    this.#sheet.textArea.addEventListener('shown', () => this.#keepInView(place), { signal: this.#leaving.signal });
    this.refresh();
    this.#keepInView(place);
    this.host.dataset['sync'] = 'idle';
  }

  #keepInView(place: Span, frames = FRAMES_TO_SETTLE): void {
    if (this.#leaving.signal.aborted) return;
    this.reveal(place);
    if (frames > 0) requestAnimationFrame(() => this.#keepInView(place, frames - 1));
  }

  close(): void {
    this.#leaving.abort();
    this.#sheet.close();
  }

  selection(): Span | undefined {
    return this.#sheet.selection();
  }

  collapse(): void {
    // what was selected stays, so that another label is one key away
  }

  reveal(span: Span): void {
    this.#sheet.reveal(span);
  }

  announce(sentence: string): void {
    this.#note.textContent = sentence;
  }

  refresh(): void {
    render(
      labelBar(
        this.#editing,
        { canLabel: this.#isAboutMentions(), canClaim: !this.#isAboutMentions() },
        { label: (label) => giveLabel(this.#editing, label), claim: () => this.#ownClaim() },
      ),
      this.#bar,
    );
    this.#bar.onmousedown = keepSelection;
  }

  /** What the versions differ in; what else is drawn is there to make them understood. */
  #isAboutMentions(): boolean {
    return this.#inQuestion((version) => version.annotations.mentions).length > 0;
  }

  #inQuestion<T extends { readonly id: string }>(of: (version: Version) => readonly T[]): T[] {
    return this.versions.flatMap((version) => of(version).filter((one) => version.differs.includes(one.id)));
  }

  /** Begins with the words of the first version, which are then made longer or shorter. */
  #beginOwn(): void {
    this.#sheet.textArea.focus();
    const first = this.#inQuestion((version) => version.annotations.mentions)[0]?.spans[0] ?? this.#inQuestion((version) => version.annotations.claims)[0]?.[this.#part()][0];
    if (first) this.#sheet.select(first);
  }

  /** The words selected, with the first version's label. */
  #keepLabel(): void {
    const model = this.#inQuestion((version) => version.annotations.mentions)[0];
    const label = model && this.#editing.scheme.label(model.label);
    if (label) giveLabel(this.#editing, label);
    else if (!this.#isAboutMentions()) this.#ownClaim();
  }

  #keyed(event: KeyboardEvent): void {
    if (event.key === 'Enter' && this.#editing.selected()) {
      this.#keepLabel();
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    const key = plainKey(event);
    // other keys belong to the page around: one for each version
    if (key === undefined || !this.#editing.selected()) return;
    const label = this.#isAboutMentions() ? this.#editing.scheme.labelByKey(key) : undefined;
    if (label) giveLabel(this.#editing, label);
    else if (key === this.#editing.scheme.claim?.key && !this.#isAboutMentions()) this.#ownClaim();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #part(): 'content' | 'cue' {
    return this.versions.find((version) => version.part !== undefined)?.part ?? 'content';
  }

  /** The first version's claim with other words for what is in question. */
  #ownClaim(): void {
    const span = this.#editing.selected();
    if (!span) {
      this.announce(strings.selectFirst);
      return;
    }
    const model = this.#inQuestion((version) => version.annotations.claims)[0];
    const value: Claim = { ...(model ?? emptyClaim('', [], {})), id: uuid7(), [this.#part()]: [span] };
    this.#offer({ kind: 'claim', value });
  }

  /** A version of one's own keeps what was said about the annotation otherwise. */
  #offer(annotation: Annotation): void {
    const model = this.#inQuestion((version) => version.annotations.mentions)[0];
    const value: Mention | Claim | undefined =
      annotation.kind === 'mention' ? { ...annotation.value, attributes: model?.attributes ?? annotation.value.attributes, link: model?.link ?? null } : annotation.kind === 'claim' ? annotation.value : undefined;
    if (value) this.host.dispatchEvent(new CustomEvent('own-version', { detail: { annotation: value } }));
  }
}

function placeOf(versions: readonly Version[]): Span {
  const spans = versions.flatMap(({ annotations }) => [...annotations.mentions.flatMap((one) => one.spans), ...annotations.claims.flatMap((one) => one.content)]);
  return spans.length > 0 ? hull(spans) : { start: 0, end: 1 };
}

/** The paragraphs around a place as one section. */
function excerpt(text: DocumentText, place: Span): Section {
  const window = { start: Math.max(0, place.start - AROUND), end: Math.min(text.length, place.end + AROUND) };
  const paragraphs = text.sections.flatMap((section) => (overlap(section, window) ? section.paragraphs.filter((one) => overlap(one, window)) : []));
  return { index: 0, start: paragraphs[0]?.start ?? 0, end: paragraphs.at(-1)?.end ?? text.length, paragraphs };
}
