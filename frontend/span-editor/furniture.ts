/** What stands around the text: labels above it, the inspector beside it, the line of state below. */
import { nothing, render } from 'lit';
import { startClaim } from './claiming.js';
import type { Editing } from './editing.js';
import type { HandingIn } from './handing-in.js';
import { inspector } from './inspector.js';
import type { Keyboard } from './keyboard.js';
import { labelBar } from './label-bar.js';
import { giveLabel } from './marking.js';
import type { Notes } from './notes.js';
import type { Problems } from './problems.js';
import type { Reversals } from './protocol.js';
import { type Preference, remembered } from './remembering.js';
import { type StatusActions, type StatusState, statusLine } from './status-line.js';
import { strings } from './strings.js';

/** What it shows besides the marks. */
export interface FurnitureState extends Omit<StatusState, 'progress' | 'problems'> {
  /** Whose marks these are. */
  readonly who: string;
  readonly reversals: Reversals;
}

export interface FurnitureActions extends Omit<StatusActions, 'nextProblem'> {
  revert(direction: 'undo' | 'redo'): void;
  toggle(name: Preference): void;
  submitAnyway(): void;
}

export class Furniture {
  readonly bar = area('bar');
  readonly inspector = area('inspector', 'section');
  readonly status = area('status');

  constructor(
    private readonly editing: Editing,
    private readonly keyboard: () => Keyboard,
    private readonly handingIn: HandingIn,
    private readonly problems: Problems,
    private readonly notes: Notes | undefined,
    private readonly actions: FurnitureActions,
  ) {
    this.inspector.setAttribute('aria-label', strings.inspector);
  }

  draw(state: FurnitureState): void {
    this.#drawLabels(state);
    this.#drawInspector(state);
    this.#drawStatus(state);
  }

  #drawLabels({ reversals }: FurnitureState): void {
    const { editing, actions } = this;
    const canEdit = !editing.isReadOnly;
    const views = { showsNames: remembered('names'), hidesInspector: remembered('hides-inspector'), reversals: canEdit ? reversals : undefined };
    render(
      labelBar(editing, { canLabel: canEdit, canClaim: canEdit, views }, {
        label: (label) => giveLabel(editing, label),
        claim: () => startClaim(editing),
        toggleNames: () => actions.toggle('names'),
        help: () => this.keyboard().do('help'),
        palette: () => this.keyboard().do('palette'),
        undo: () => actions.revert('undo'),
        redo: () => actions.revert('redo'),
        toggleInspector: () => actions.toggle('hides-inspector'),
      }),
      this.bar,
    );
  }

  #drawInspector({ who }: FurnitureState): void {
    const content = inspector(this.editing, who, this.handingIn.question, (id) => this.problems.of(id), this.notes, {
      search: () => this.keyboard().search(),
      submitAnyway: () => this.actions.submitAnyway(),
      cancelSubmission: () => this.handingIn.cancel(),
    });
    render(remembered('hides-inspector') ? nothing : content, this.inspector);
  }

  #drawStatus(state: FurnitureState): void {
    const { store, isReadOnly } = this.editing;
    const problems = isReadOnly ? 0 : this.problems.all((id) => store.find(id) !== undefined).length;
    const progress = strings.progress(store.mentions.length, store.claims.length, store.relations.length);
    render(statusLine({ ...state, progress, problems }, { ...this.actions, nextProblem: () => void this.keyboard().do('next-problem') }), this.status);
  }
}

export function area(name: string, tag: 'div' | 'section' = 'div'): HTMLElement {
  const element = document.createElement(tag);
  element.className = name;
  return element;
}
