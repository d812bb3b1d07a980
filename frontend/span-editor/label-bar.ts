/** The labels with their keys, above the text. */
import { type TemplateResult, html, nothing } from 'lit';
import type { Editing } from './editing.js';
import type { Reversals } from './protocol.js';
import type { Label } from './scheme.js';
import { strings } from './strings.js';

export interface BarActions {
  label(label: Label): void;
  claim(): void;
  toggleNames?(): void;
  help?(): void;
  palette?(): void;
  undo?(): void;
  redo?(): void;
  toggleInspector?(): void;
}

export interface BarState {
  readonly canLabel: boolean;
  readonly canClaim: boolean;
  /** Absent where there is nothing to choose. */
  readonly views?: ViewState;
}

export interface ViewState {
  readonly showsNames: boolean;
  readonly hidesInspector: boolean;
  /** What would be taken back or done again, in words; absent where nobody may. */
  readonly reversals: Reversals | undefined;
}

/** A press of the mouse must not take the selection away before the click arrives. */
export function keepSelection(event: Event): void {
  event.preventDefault();
}

export function labelBar(editing: Editing, state: BarState, actions: BarActions): TemplateResult {
  const { labels, claim } = editing.scheme;
  return html`
    <div class="labels" role="toolbar" aria-label=${strings.labels} @mousedown=${keepSelection}>
      ${state.canLabel
        ? labels.map(
            (label) => html`
              <button
                type="button"
                class="label ${editing.sticky === label ? 'sticky' : ''}"
                data-label=${label.id}
                style="--hue: var(--parley-hue-${label.hue})"
                title=${strings.labelHint(label.name, label.key, label.hint)}
                aria-pressed=${editing.mention?.label === label.id || editing.sticky === label}
                @click=${(event: MouseEvent) => (event.shiftKey ? editing.stick(label) : actions.label(label))}
              >
                <span class="name">${label.name}</span>${editing.sticky === label ? html`<span class="stays">${strings.stays}</span>` : nothing}${label.key ? html`<kbd>${label.key}</kbd>` : nothing}
              </button>
            `,
          )
        : nothing}
      ${state.canClaim && claim
        ? html`
            <button type="button" class="label claim" data-label="claim" title=${strings.claimHint(claim.name, claim.key)} @click=${actions.claim}>
              <span class="name">${claim.name}</span><kbd>${claim.key}</kbd>
            </button>
          `
        : nothing}
    </div>
    ${state.views ? viewActions(state.views, actions) : nothing}
  `;
}

function viewActions(state: ViewState, actions: BarActions): TemplateResult {
  return html`
    <div class="view-actions" @mousedown=${keepSelection}>
      ${state.reversals
        ? html`<button type="button" class="plain" title=${strings.undoHint(state.reversals.undo)} aria-label=${strings.undoHint(state.reversals.undo)} ?disabled=${state.reversals.undo === null} @click=${actions.undo}>
              <span aria-hidden="true">↶</span> <span class="word">${strings.undo}</span>
            </button>
            <button type="button" class="plain" title=${strings.redoHint(state.reversals.redo)} aria-label=${strings.redoHint(state.reversals.redo)} ?disabled=${state.reversals.redo === null} @click=${actions.redo}>
              <span aria-hidden="true">↷</span> <span class="word">${strings.redo}</span>
            </button>`
        : nothing}
      <button type="button" class="plain" title=${strings.paletteHint} aria-label=${strings.palette} @click=${actions.palette}><span class="word">${strings.palette}</span><kbd>Ctrl-K</kbd></button>
      <button type="button" class="plain" aria-pressed=${state.showsNames} title=${strings.namesHint} @click=${actions.toggleNames}>
        ${strings.names}<kbd>#</kbd>
      </button>
      <button type="button" class="plain" title=${strings.keysHint} @click=${actions.help}>${strings.keys}<kbd>?</kbd></button>
      <button type="button" class="plain" aria-expanded=${!state.hidesInspector} @click=${actions.toggleInspector}>
        ${state.hidesInspector ? strings.showInspector : strings.hideInspector}
      </button>
    </div>
  `;
}
