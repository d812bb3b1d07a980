/** All keys, as the tables have them. */
import { type TemplateResult, html } from 'lit';
import { BINDINGS } from './keys.js';
import type { Scheme } from './scheme.js';
import { strings } from './strings.js';

export function keyHelp(scheme: Scheme, close: () => void): TemplateResult {
  const claim = scheme.claim;
  const parts = claim ? [...claim.roles, ...claim.attributes].filter((one) => one.key !== '') : [];
  const labels = [...scheme.labels.map((label) => ({ key: label.key ?? '', name: label.name })), ...(claim ? [{ key: claim.key, name: claim.name }] : [])];
  return html`
    <header>
      <h2>${strings.helpTitle}</h2>
      <button type="button" class="plain" @click=${close}>${strings.helpClose}<kbd>Esc</kbd></button>
    </header>
    <p class="quiet">${strings.helpText}</p>
    <div class="key-columns">
      ${column(strings.helpLabels, labels.filter((one) => one.key !== ''))} ${column(strings.helpRoles, parts)}
      ${column(
        strings.helpActions,
        BINDINGS.map((binding) => ({ key: binding.key.replaceAll('Arrow', ''), name: strings.actions[binding.action] })),
      )}
    </div>
  `;
}

function column(title: string, rows: readonly { readonly key: string; readonly name: string }[]): TemplateResult {
  return html`
    <section>
      <h3>${title}</h3>
      <dl>${rows.map((row) => html`<div><dt><kbd>${row.key}</kbd></dt><dd>${row.name}</dd></div>`)}</dl>
    </section>
  `;
}
