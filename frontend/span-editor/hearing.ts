/** Listens to what other tabs, people and undo elsewhere do: the server says how far each set has gone. */

/**
 * @param annotator whose set is meant
 * @param moved called with the set's new sequence
 * @param back called when the stream was lost and is there again: something may have been missed
 * @returns stops listening
 */
export function hear(url: string, annotator: string, moved: (sequence: number) => void, back: () => void): () => void {
  const events = new EventSource(url);
  let isLost = false;
  const take = (event: MessageEvent<string>): void => {
    const heard: { readonly set?: string; readonly sequence?: number } = JSON.parse(event.data);
    if (heard.set === annotator && heard.sequence !== undefined) moved(heard.sequence);
  };
  for (const type of ['message', 'set']) events.addEventListener(type, take);
  events.onopen = () => {
    if (isLost) back();
    isLost = false;
  };
  events.onerror = () => (isLost = true);
  return () => events.close();
}
