/** Follows the set of somebody else while it is being read, where the project lets people see each other work. */
import { type Present, hear } from './hearing.js';
import type { Server } from './server.js';
import type { Change, Store } from './store.js';

/**
 * @param who whose set it is
 * @param changed called with what that person did meanwhile
 * @param present called with those who have the document open as well
 * @param registry called with the ids of entities that changed
 * @returns stops following
 */
export function follow(
  server: Server,
  store: Store,
  document: string,
  who: string,
  changed: (changes: readonly Change[]) => void,
  present: (others: readonly Present[]) => void,
  registry: (entities: readonly string[]) => void,
): () => void {
  let isFetching = false;
  let isStopped = false;
  let latest = store.sequence;
  const fetch = async (): Promise<void> => {
    if (isFetching) return;
    isFetching = true;
    const outcome = await server.set(document, who, store.sequence);
    isFetching = false;
    if (isStopped || outcome.kind !== 'done') return;
    changed(store.receive(outcome.value));
    // more came while this was under way
    if (latest > store.sequence) void fetch();
  };
  const stop = hear(
    server.eventsUrl(document),
    who,
    (sequence) => {
      latest = Math.max(latest, sequence);
      if (sequence > store.sequence) void fetch();
    },
    () => void fetch(),
    present,
    registry,
  );
  return () => {
    isStopped = true;
    stop();
  };
}
