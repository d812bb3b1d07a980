/** Listens to what other tabs, people and undo elsewhere do: the server says how far each set has gone. */

/** Milliseconds until a stream that was refused is asked for once more. */
const AGAIN = 20_000;

/** Somebody else who has the document open. */
export interface Present {
  readonly name: string;
  readonly displayName: string;
}

/**
 * @param moved called with whose set moved on, and its new sequence
 * @param back called when the stream was lost and is there again: something may have been missed
 * @param present called with those who have the document open as well, where the project lets people see each other
 * @param registry called with the ids of entities that changed
 * @returns stops listening
 */
export function hear(
  url: string,
  moved: (annotator: string, sequence: number) => void,
  back: () => void,
  present: (others: readonly Present[]) => void,
  registry: (entities: readonly string[]) => void,
): () => void {
  let events: EventSource;
  let isLost = false;
  let again: ReturnType<typeof setTimeout> | undefined;
  const take = (event: MessageEvent<string>): void => {
    const heard: { readonly set?: string; readonly sequence?: number } = JSON.parse(event.data);
    if (heard.set !== undefined && heard.sequence !== undefined) moved(heard.set, heard.sequence);
  };
  const open = (): void => {
    events = new EventSource(url);
    events.onmessage = take;
    events.addEventListener('presence', (event: MessageEvent<string>) => {
      const { present: others }: { readonly present: readonly Present[] } = JSON.parse(event.data);
      present(others);
    });
    events.addEventListener('entities', (event: MessageEvent<string>) => {
      const { entities }: { readonly entities: readonly string[] } = JSON.parse(event.data);
      registry(entities);
    });
    events.onopen = () => {
      if (isLost) back();
      isLost = false;
    };
    events.onerror = () => {
      isLost = true;
      present([]);
      // the browser tries again after a lost connection, but gives up after an answer such as "not signed in"
      if (events.readyState === EventSource.CLOSED) again = setTimeout(open, AGAIN);
    };
  };
  open();
  return () => {
    clearTimeout(again);
    events.close();
  };
}
