/** Flags: what somebody wants to be known about the words, beyond what the scheme asks. Never touches the DOM. */
import type { Editing } from './editing.js';
import type { Annotation } from './protocol.js';

/** `text-error`: the text itself is wrong here, and stays as it is. */
export const FLAGS = ['text-error', 'unsure'] as const;

export type Flag = (typeof FLAGS)[number];

export function flagsOf(one: Annotation | undefined): readonly string[] {
  return one && one.kind !== 'relation' ? (one.value.flags ?? []) : [];
}

/** Sets a flag of the annotation in focus, or takes it away. */
export function toggleFlag(editing: Editing, flag: Flag): void {
  const one = editing.focused;
  if (!one || one.kind === 'relation') return;
  const others = flagsOf(one).filter((other) => other !== flag);
  const flags = others.length < flagsOf(one).length ? others : [...others, flag];
  editing.change(one.kind === 'mention' ? { kind: 'mention', value: { ...one.value, flags } } : { kind: 'claim', value: { ...one.value, flags } });
}
