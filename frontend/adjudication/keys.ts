/** Whose a key is that was pressed somewhere on the page. */

/** The passage is editable only to have a caret; nothing can be typed there. */
function isTypedInto(path: readonly EventTarget[]): boolean {
  return path.some(
    (target) =>
      (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type))
      || target instanceof HTMLTextAreaElement
      || target instanceof HTMLSelectElement
      || (target instanceof HTMLElement && ['listbox', 'menu', 'dialog'].includes(target.getAttribute('role') ?? '')),
  );
}

/** The passage moves its own caret. */
function isReadWithArrows(path: readonly EventTarget[]): boolean {
  return path.some((target) => target instanceof HTMLElement && target.localName === 'parley-span-editor');
}

/** Whether a key may mean an answer: nobody else has taken it, and nobody is typing or reading with it. */
export function isForDesk(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.repeat || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return false;
  const path = event.composedPath();
  return !isTypedInto(path) && !(event.key.startsWith('Arrow') && isReadWithArrows(path));
}
