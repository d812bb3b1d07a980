/** One paragraph with its marks in the page. What stays the same keeps its elements, so that an edit among many marks touches few. */
import { bits } from './direction.js';
import type { Stretch } from './document-text.js';
import { nameLevels } from './lanes.js';
import type { Light, PaintedMark } from './marks.js';
import { strings } from './strings.js';
import { type Piece, weave } from './weave.js';

/** A mark with the height at which its line and its name are drawn, 0 nearest to the words. */
export interface Drawn {
  readonly mark: PaintedMark;
  readonly lane: number;
  readonly level: number;
}

/** A piece as it stands in the page. */
interface Shown {
  readonly piece: Piece<PaintedMark>;
  /** One element for a piece of a mark; for words as many as their unseen characters ask for. */
  readonly nodes: readonly ChildNode[];
  readonly inner: readonly Shown[];
  readonly height: Drawn | undefined;
}

/** Lines further down than this share the last lane, and names further up are only written on demand: two hundred marks on one word stay readable. */
const LAST_LANE = 7;
const LAST_LEVEL = 3;
/** The same where each of several people has a name over the same words. */
const LAST_LEVEL_OF_VERSIONS = 7;

export class ParagraphDrawing {
  readonly element = document.createElement('div');
  #drawn: readonly Drawn[] = [];
  #shown: readonly Shown[] = [];
  #lanes = 0;
  #levels = 0;
  /** Elements by mark key; made when somebody asks. */
  #pieces: Map<string, HTMLElement[]> | undefined;

  /**
   * @param stretch what it shows
   * @param index its place in the section
   * @param wordsOf the string of a stretch
   */
  constructor(
    readonly stretch: Stretch,
    index: number,
    private readonly wordsOf: (piece: { readonly start: number; readonly end: number }) => string,
  ) {
    this.element.className = 'paragraph';
    this.element.dir = stretch.direction;
    this.element.dataset['line'] = String(index);
    this.#shown = this.#update(this.element, [], weave(stretch, []), new Map());
  }

  /** @returns whether anything had to change */
  draw(drawn: readonly Drawn[]): boolean {
    if (sameDrawing(this.#drawn, drawn)) return false;
    this.#drawn = drawn;
    this.#pieces = undefined;
    const heights = new Map(drawn.map((one) => [one.mark, one]));
    this.#shown = this.#update(this.element, this.#shown, weave(this.stretch, drawn.map((one) => one.mark)), heights);
    this.element.classList.toggle('marked', drawn.length > 0);
    this.#makeRoom(highest(drawn, ({ lane }) => Math.min(LAST_LANE, lane)), highest(drawn, ({ mark, level }) => Math.min(lastLevel(mark), level)));
    return true;
  }

  light(lights: ReadonlyMap<string, Light>): void {
    const lit = this.#drawn.flatMap(({ mark }) => {
      const light = lights.get(mark.key);
      return light ? [{ key: mark.key, spans: mark.spans, light, name: light.name }] : [];
    });
    const levels = nameLevels(lit);
    for (const { key, light } of lit) {
      for (const piece of this.#piecesOf(key)) {
        piece.dataset['lit'] = light.role;
        if (light.role === 'focus' || light.role === 'content') piece.setAttribute('aria-current', 'true');
        if (piece.classList.contains('begun')) continue;
        piece.dataset['litName'] = light.name;
        piece.style.setProperty('--lit-level', String(levels.get(key) ?? 0));
      }
    }
  }

  dim(keys: Iterable<string>): void {
    for (const key of keys) {
      for (const piece of this.#piecesOf(key)) {
        delete piece.dataset['lit'];
        piece.removeAttribute('aria-current');
        delete piece.dataset['litName'];
        piece.style.removeProperty('--lit-level');
      }
    }
  }

  /** Lines grow with what is drawn between them. They shrink only when the section is built anew: no words jump because a mark goes. */
  #makeRoom(lanes: number, levels: number): void {
    const before = { lanes: this.#lanes, levels: this.#levels };
    this.#lanes = Math.max(before.lanes, lanes);
    this.#levels = Math.max(before.levels, levels);
    if (this.#lanes > before.lanes) this.element.style.setProperty('--lanes', String(this.#lanes));
    if (this.#levels > before.levels) this.element.style.setProperty('--levels', String(this.#levels));
  }

  #piecesOf(key: string): readonly HTMLElement[] {
    if (!this.#pieces) {
      this.#pieces = new Map();
      this.#collect(this.#shown, this.#pieces);
    }
    return this.#pieces.get(key) ?? [];
  }

  #collect(shown: readonly Shown[], into: Map<string, HTMLElement[]>): void {
    for (const { piece, nodes, inner } of shown) {
      const [element] = nodes;
      if (!piece.mark || !(element instanceof HTMLElement)) continue;
      const others = into.get(piece.mark.key);
      if (others) others.push(element);
      else into.set(piece.mark.key, [element]);
      this.#collect(inner, into);
    }
  }

  /** Makes the children of an element show these pieces; what is the same at both ends stays. */
  #update(parent: Element, before: readonly Shown[], now: readonly Piece<PaintedMark>[], heights: ReadonlyMap<PaintedMark, Drawn>): Shown[] {
    const most = Math.min(before.length, now.length);
    let first = 0;
    while (first < most && samePiece(before[first]?.piece, now[first])) first++;
    let last = 0;
    while (last < most - first && samePiece(before[before.length - 1 - last]?.piece, now[now.length - 1 - last])) last++;
    const kept = (shown: Shown | undefined, piece: Piece<PaintedMark> | undefined): Shown[] => (shown && piece ? [this.#keep(shown, piece, heights)] : []);
    const head = before.slice(0, first).flatMap((shown, index) => kept(shown, now[index]));
    const tail = before.slice(before.length - last).flatMap((shown, index) => kept(shown, now[now.length - last + index]));
    for (const gone of before.slice(first, before.length - last)) for (const node of gone.nodes) node.remove();
    const fresh = now.slice(first, now.length - last).map((piece) => this.#show(piece, heights));
    const nodes = fresh.flatMap((one) => one.nodes);
    const next = tail[0]?.nodes[0];
    if (next) next.before(...nodes);
    else parent.append(...nodes);
    return [...head, ...fresh, ...tail];
  }

  #keep(shown: Shown, piece: Piece<PaintedMark>, heights: ReadonlyMap<PaintedMark, Drawn>): Shown {
    const [element] = shown.nodes;
    if (!piece.mark || !(element instanceof HTMLElement)) return shown;
    const height = heights.get(piece.mark);
    if (height?.lane !== shown.height?.lane || height?.level !== shown.height?.level) this.#dress(element, piece, height);
    return { piece, nodes: shown.nodes, inner: this.#update(element, shown.inner, piece.inner, heights), height };
  }

  #show(piece: Piece<PaintedMark>, heights: ReadonlyMap<PaintedMark, Drawn>): Shown {
    if (!piece.mark) return { piece, nodes: wordNodes(this.wordsOf(piece)), inner: [], height: undefined };
    const { mark } = piece;
    const element = document.createElement('span');
    element.dataset['key'] = mark.key;
    element.dataset['id'] = mark.id;
    element.setAttribute('role', 'mark');
    element.setAttribute('aria-description', piece.begun ? strings.continued(mark.description) : mark.description);
    element.dataset['name'] = mark.initial ? `${mark.initial} ${mark.name}` : mark.name;
    const height = heights.get(mark);
    this.#dress(element, piece, height);
    return { piece, nodes: [element], inner: this.#update(element, [], piece.inner, heights), height };
  }

  /** Everything about its looks, as far as it changed. */
  #dress(element: HTMLElement, piece: Piece<PaintedMark> & { readonly mark: PaintedMark }, drawn: Drawn | undefined): void {
    const { mark } = piece;
    const { lane = 0, level = 0 } = drawn ?? {};
    const classes = [
      'mark',
      mark.kind,
      piece.begun ? 'begun' : '',
      piece.begun && mark.spans.some((span) => span.start === piece.start) ? 'apart' : '',
      piece.open ? 'open' : '',
      mark.differs ? 'differs' : '',
      mark.isUnknown ? 'unknown' : '',
      lane > LAST_LANE ? 'deep' : '',
      level > lastLevel(mark) ? 'crowded' : '',
    ]
      .filter((name) => name !== '')
      .join(' ');
    if (element.className !== classes) element.className = classes;
    const version = mark.version === undefined ? '' : ` --version: ${mark.version};`;
    const style = `--hue: var(--parley-hue-${mark.hue}); --lane: ${Math.min(lane, LAST_LANE)}; --level: ${level};${version}`;
    if (element.style.cssText !== style) element.style.cssText = style;
  }
}

function wordNodes(words: string): ChildNode[] {
  return bits(words).map(({ text, unseen }) => {
    const node = document.createTextNode(text);
    if (!unseen) return node;
    const element = document.createElement('span');
    // isolated, a turning character has nothing left to turn
    element.className = unseen.turns ? 'unseen turning' : 'unseen';
    element.dataset['unseen'] = unseen.name;
    element.append(node);
    return element;
  });
}

function samePiece(before: Piece<PaintedMark> | undefined, now: Piece<PaintedMark> | undefined): boolean {
  if (!before || !now || before.mark !== now.mark || before.start !== now.start || before.end !== now.end) return false;
  return !before.mark || !now.mark || (before.begun === now.begun && before.open === now.open);
}

function highest(drawn: readonly Drawn[], height: (one: Drawn) => number): number {
  return drawn.reduce((most, one) => Math.max(most, height(one)), 0);
}

function lastLevel(mark: PaintedMark): number {
  return mark.version === undefined ? LAST_LEVEL : LAST_LEVEL_OF_VERSIONS;
}

function sameDrawing(before: readonly Drawn[], now: readonly Drawn[]): boolean {
  return before.length === now.length && before.every((one, index) => one.mark === now[index]?.mark && one.lane === now[index]?.lane && one.level === now[index]?.level);
}
