/** Whose a key is that was pressed somewhere on the page. */

/** The passage is editable only to have a caret; nothing can be typed there. */
export function isTypedInto(path: readonly EventTarget[]): boolean {
  return path.some(
    (target) =>
      (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type))
      || target instanceof HTMLTextAreaElement
      || target instanceof HTMLSelectElement
      || (target instanceof HTMLElement && ['listbox', 'menu', 'dialog'].includes(target.getAttribute('role') ?? '')),
  );
}

/** The passage moves its own caret. */
export function isReadWithArrows(path: readonly EventTarget[]): boolean {
  return path.some((target) => target instanceof HTMLElement && target.localName === 'parley-span-editor');
}
