/** What a click in the text means. */
import { acceptsLabel, isPartyRole } from './claims.js';
import type { Editing } from './editing.js';
import { take } from './filling.js';
import { takeEnd } from './relating.js';

/**
 * A click focuses the innermost mark under the pointer; again, the one around it. While a claim asks for somebody, a click
 * on a mention gives the answer. A click on bare text leaves the focus.
 */
export function pointedAt(editing: Editing, target: Element | undefined, root: Element): void {
  const ids: string[] = [];
  for (let mark = target?.closest<HTMLElement>('.mark'); mark && root.contains(mark); mark = mark.parentElement?.closest<HTMLElement>('.mark')) {
    const { id } = mark.dataset;
    if (id !== undefined && !ids.includes(id)) ids.push(id);
  }
  const first = ids[0];
  if (first === undefined) {
    // with a claim half made, a click places the cursor for the next part
    if (!editing.step && !editing.relating) editing.focusOn(undefined);
    return;
  }
  const role = editing.step?.kind === 'role' ? editing.step.role : undefined;
  const mention = ids.map((id) => editing.store.mention(id)).find((one) => one && role && acceptsLabel(role, one.label));
  if (editing.claim && role && isPartyRole(role.id) && mention) {
    take(editing, { kind: 'party', party: { mention: mention.id } });
    return;
  }
  if (editing.relating?.type && ids.some((id) => takeEnd(editing, id))) return;
  editing.focusOn(ids[(ids.indexOf(editing.focus ?? '') + 1) % ids.length] ?? first);
}
