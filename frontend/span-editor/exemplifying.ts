/** A marked example in a page of words: drawn like an article, asked of nobody. */
import { DocumentText } from './document-text.js';
import { readExample } from './examples.js';
import { MarkMaker } from './marks.js';
import { Places } from './places.js';
import { Scheme } from './scheme.js';
import type { SchemeAnswer } from './scheme-answer.js';
import { Sheet } from './sheet.js';
import { Store } from './store.js';
import { strings } from './strings.js';

/** What an example is made of. */
export interface Example {
  /** As {@link readExample} reads it. */
  readonly source: string;
  /** The project's, in whose names and hues it is drawn. */
  readonly scheme: SchemeAnswer;
}

export class Exemplifying {
  readonly #sheet: Sheet;

  constructor(
    private readonly host: HTMLElement,
    example: Example,
  ) {
    const { text: words, mentions, claims } = readExample(example.source);
    const text = new DocumentText(words, document.documentElement.lang || undefined);
    const scheme = new Scheme(example.scheme, navigator.language.split('-')[0] ?? 'en');
    const store = new Store();
    store.receive({ annotator: '', state: 'locked', sequence: 0, mentions, claims, relations: [] });
    const places = new Places(text, store);
    const marks = new MarkMaker(scheme);
    this.#sheet = new Sheet({
      about: { id: '', projectId: '', title: strings.example, sha256: '', length: { codePoints: text.length, utf16: words.length } },
      text,
      scheme,
      sections: text.sections,
      isStill: true,
      marksIn: (section) => marks.within(places.inSection(section.index), section),
      mention: (id) => store.mention(id),
      picked: () => undefined,
    });
    host.classList.add('names');
    host.replaceChildren(this.#sheet.element);
    this.#sheet.light(claims[0]);
    host.dataset['sync'] = 'idle';
  }

  close(): void {
    this.host.classList.remove('names');
    this.#sheet.close();
  }
}
