/** The same work done by Parley's surface, by CodeMirror and by Recogito. */
import { EditorState, RangeSet, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';
import { createTextAnnotator } from '@recogito/text-annotator';
import { DocumentText } from '../../../frontend/span-editor/document-text.js';
import { MarkMaker } from '../../../frontend/span-editor/marks.js';
import { wordsOf } from '../../../frontend/span-editor/places.js';
import { Reading } from '../../../frontend/span-editor/reading.js';
import { Scheme } from '../../../frontend/span-editor/scheme.js';
import { Sheet } from '../../../frontend/span-editor/sheet.js';
import { type Change, Store, deleteOf, putOf } from '../../../frontend/span-editor/store.js';
import { scheme as schemeAnswer } from '../../test/frontend/scheme.js';
import { type BenchDocument, type FlatMark, flatMarks } from './documents.js';

/** One way of showing a document with its marks. */
export interface Contestant {
  /** What is scrolled. */
  readonly scroller: HTMLElement;
  add(mark: FlatMark): void;
  relabel(mark: FlatMark, label: string): void;
  remove(mark: FlatMark): void;
  /** Where in the text a point of the window is. */
  positionAt(x: number, y: number): number | undefined;
  /** Whether this mark is drawn; without one, whether any is. */
  shows(mark?: FlatMark): boolean;
}

export type Opener = (host: HTMLElement, document: BenchDocument) => Contestant;

export const contestants: Readonly<Record<string, Opener>> = { Parley: parley, CodeMirror: codeMirror, Recogito: recogito };

function caret(x: number, y: number): CaretPosition | null {
  return document.caretPositionFromPoint(x, y);
}

/** Store, places and sheet as the Annotate screen has them: label names, nesting, claim parts and roles on. */
function parley(host: HTMLElement, { text: value, set }: BenchDocument): Contestant {
  const editor = document.createElement('parley-span-editor');
  editor.className = 'names';
  const text = new DocumentText(value, 'en');
  const scheme = new Scheme(schemeAnswer, 'en');
  const store = new Store();
  store.receive(set);
  const reading = new Reading(scheme, text, store);
  const marks = new MarkMaker(scheme);
  const sheet = new Sheet({
    about: { id: 'bench', projectId: 'bench', title: 'Bench', sha256: '', length: { codePoints: text.length, utf16: value.length } },
    text,
    scheme,
    sections: text.sections,
    marksIn: (section) => marks.within(reading.places.inSection(section.index), section),
    specksIn: (section) => marks.specks(reading.places.inSection(section.index)),
    mention: (id) => store.mention(id),
    picked: () => undefined,
  });
  const desk = document.createElement('div');
  desk.className = 'desk';
  desk.append(sheet.element);
  editor.append(desk);
  host.append(editor);
  let edits = 0;
  const redraw = (changes: readonly Change[]): void =>
    sheet.redraw(changes.flatMap((change) => [change.before, change.after].flatMap((one) => (one ? wordsOf(one) : []))));
  const put = (mark: FlatMark, label: string): void =>
    redraw(store.apply(putOf(`e${edits++}`, { kind: 'mention', value: { id: mark.id, label, spans: [{ start: mark.start, end: mark.end }], attributes: {}, link: null } })));
  return {
    scroller: sheet.scroller,
    add: (mark) => put(mark, mark.label),
    relabel: put,
    remove: (mark) => redraw(store.apply(deleteOf(`e${edits++}`, 'mention', mark.id, false))),
    positionAt: (x, y) => {
      const point = caret(x, y);
      return point ? sheet.positionOf(point.offsetNode, point.offset) : undefined;
    },
    shows: (mark) => editor.querySelector(mark ? `.mark[data-id="${mark.id}"]` : '.mark') !== null,
  };
}

/** Decorations in a state field, as CodeMirror's own examples keep them. No names, no claim parts, no roles. */
function codeMirror(host: HTMLElement, bench: BenchDocument): Contestant {
  const decorations = new Map<string, Decoration>();
  const decorationOf = (mark: FlatMark): Decoration => {
    const decoration = Decoration.mark({ class: `cm-mark ${mark.label}`, attributes: { 'data-id': mark.id } });
    decorations.set(mark.id, decoration);
    return decoration;
  };
  const put = StateEffect.define<FlatMark>();
  const cut = StateEffect.define<FlatMark>();
  const field = StateField.define<DecorationSet>({
    create: () => RangeSet.of(flatMarks(bench).map((mark) => decorationOf(mark).range(mark.start, mark.end)), true),
    update: (value, transaction) => {
      let set = value.map(transaction.changes);
      for (const effect of transaction.effects) {
        if (effect.is(cut)) {
          const gone = decorations.get(effect.value.id);
          set = set.update({ filterFrom: effect.value.start, filterTo: effect.value.end, filter: (_from, _to, one) => one !== gone });
        } else if (effect.is(put)) {
          set = set.update({ add: [decorationOf(effect.value).range(effect.value.start, effect.value.end)] });
        }
      }
      return set;
    },
    provide: (from) => EditorView.decorations.from(from),
  });
  const theme = EditorView.theme({ '&': { height: '100%', fontSize: '18px' }, '.cm-content': { maxWidth: '39em', margin: '0 auto', lineHeight: '2.3' }, '.cm-scroller': { fontFamily: 'serif' } });
  const view = new EditorView({
    parent: host,
    state: EditorState.create({ doc: bench.text, extensions: [field, EditorView.lineWrapping, EditorState.readOnly.of(true), theme] }),
  });
  return {
    scroller: view.scrollDOM,
    add: (mark) => view.dispatch({ effects: put.of(mark) }),
    relabel: (mark, label) => view.dispatch({ effects: [cut.of(mark), put.of({ ...mark, label })] }),
    remove: (mark) => view.dispatch({ effects: cut.of(mark) }),
    positionAt: (x, y) => view.posAtCoords({ x, y }) ?? undefined,
    shows: (mark) => host.querySelector(mark ? `[data-id="${mark.id}"]` : '.cm-mark') !== null,
  };
}

/** Its renderer with elements over the text, the quicker of the two it has. No names, no claim parts, no roles. */
function recogito(host: HTMLElement, bench: BenchDocument): Contestant {
  const scroller = document.createElement('div');
  scroller.className = 'recogito-scroller';
  const content = document.createElement('div');
  content.className = 'recogito-text';
  const starts = new Map<Node | null, number>();
  let at = 0;
  for (const line of bench.text.split(/(?<=\n)/u)) {
    const element = Object.assign(document.createElement('div'), { textContent: line });
    starts.set(element.firstChild, at);
    at += line.length;
    content.append(element);
  }
  scroller.append(content);
  host.append(scroller);
  const annotationOf = (mark: FlatMark, label = mark.label): object => ({
    id: mark.id,
    bodies: [{ id: `${mark.id}-body`, annotation: mark.id, purpose: 'tagging', value: label }],
    target: { annotation: mark.id, selector: [{ quote: bench.text.slice(mark.start, mark.end), start: mark.start, end: mark.end }] },
  });
  const annotator = createTextAnnotator<any, any>(content, {
    renderer: 'SPANS',
    annotatingEnabled: false,
    style: (annotation) => ({ fill: COLOURS[annotation.bodies[0]?.value ?? ''] ?? '#888888', fillOpacity: 0.25 }),
  });
  annotator.setAnnotations(flatMarks(bench).map((mark) => annotationOf(mark)));
  return {
    scroller,
    add: (mark) => annotator.addAnnotation(annotationOf(mark)),
    relabel: (mark, label) => annotator.updateAnnotation(annotationOf(mark, label)),
    remove: (mark) => annotator.removeAnnotation(mark.id),
    positionAt: (x, y) => {
      const point = caret(x, y);
      const start = starts.get(point?.offsetNode ?? null);
      return point && start !== undefined ? start + point.offset : undefined;
    },
    shows: (mark) => host.querySelector(mark ? `[data-annotation="${mark.id}"]` : '[data-annotation]') !== null,
  };
}

const COLOURS: Readonly<Record<string, `#${string}`>> = {
  PERSON: '#3366cc',
  ORG: '#aa7700',
  GPE: '#aa3377',
  NORP: '#338822',
  ROLE: '#993399',
  EVENT: '#006666',
  DOC: '#aa3333',
  DATE: '#006633',
  QUANTITY: '#666600',
  MEDIA: '#aa5500',
  CONTENT: '#aa5500',
  CUE: '#666600',
};
