/**
 * The passage of the decision on the screen, and behind it that of the next one, drawn already: turning to it takes no
 * more than showing it.
 */
import '../span-editor/span-editor.js';
import type { SpanEditor } from '../span-editor/span-editor.js';
import type { Claim, Mention, Version } from '../span-editor/protocol.js';
import { calledAll } from './people.js';
import type { Case } from './protocol.js';

const SHOWN = 'desk-passage';
const BEHIND = 'desk-passage desk-passage-behind';

interface Passage {
  readonly id: string;
  readonly editor: SpanEditor;
}

export class Passages {
  #shown: Passage | undefined;
  #behind: Passage | undefined;

  /** @param own called with what the adjudicator would rather say */
  constructor(
    private readonly stage: HTMLElement,
    private readonly own: (annotation: Mention | Claim) => void,
  ) {}

  show(shown: Case): void {
    if (this.#shown?.id === shown.id) return;
    if (this.#behind?.id === shown.id) {
      [this.#shown, this.#behind] = [this.#behind, this.#shown];
    } else {
      // the same document is loaded already there, so the one that is looked at goes on
      this.#shown = this.#draw(this.#shown?.editor, shown);
    }
    this.#arrange();
    this.#tell('shown');
  }

  prepare(next: Case): void {
    if (this.#behind?.id === next.id || this.#shown?.id === next.id) return;
    this.#behind = this.#draw(this.#behind?.editor, next);
    this.#arrange();
  }

  /** Selects the words of the first version, to be made longer or shorter. */
  beginOwn(): void {
    this.#tell('begin-own');
  }

  #tell(event: string): void {
    this.#shown?.editor.querySelector('.text')?.dispatchEvent(new CustomEvent(event));
  }

  clear(): void {
    this.#shown?.editor.remove();
    this.#behind?.editor.remove();
    this.#shown = undefined;
    this.#behind = undefined;
  }

  #draw(used: SpanEditor | undefined, shown: Case): Passage {
    const editor = used ?? this.#make();
    editor.documentId = shown.document;
    editor.mode = 'compare';
    editor.versions = versionsOf(shown);
    editor.focusSpan = shown.about;
    return { id: shown.id, editor };
  }

  #make(): SpanEditor {
    const editor = document.createElement('parley-span-editor') as SpanEditor;
    editor.addEventListener('own-version', (event) => {
      if (event instanceof CustomEvent && editor === this.#shown?.editor) this.own(event.detail.annotation);
    });
    this.stage.append(editor);
    return editor;
  }

  #arrange(): void {
    if (this.#shown) this.#place(this.#shown.editor, SHOWN, false);
    if (this.#behind) this.#place(this.#behind.editor, BEHIND, true);
  }

  #place(editor: SpanEditor, className: string, isBehind: boolean): void {
    editor.className = className;
    editor.inert = isBehind;
  }
}

/** The versions as the editor compares them; the first letter of a name is drawn beside the words, so it is the key. */
export function versionsOf(shown: Case): readonly Version[] {
  return shown.sides.map((side, index) => ({
    name: `${index + 1} ${calledAll(shown, side.annotators, ' and ')}`,
    annotations: {
      mentions: side.kind === 'mention' && side.annotation && 'label' in side.annotation ? [side.annotation] : side.mentions,
      claims: side.kind === 'claim' && side.annotation && 'content' in side.annotation ? [...side.claims, side.annotation] : side.claims,
      relations: [],
    },
    differs: side.annotation ? [side.annotation.id] : [],
    part: 'cue' in shown.aspects && !('boundary' in shown.aspects) ? 'cue' : 'content',
  }));
}
