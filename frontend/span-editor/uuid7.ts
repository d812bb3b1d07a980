/** Ids that sort by the time they were made (RFC 9562, version 7). */

let lastMillisecond = 0;
let counter = 0;

/**
 * A fresh id. Ids made in one page ascend even within a millisecond: the twelve bits behind the time count up.
 *
 * @param now milliseconds since 1970
 * @param random ten bytes
 */
export function uuid7(now = Date.now(), random = crypto.getRandomValues(new Uint8Array(10))): string {
  if (now > lastMillisecond) {
    lastMillisecond = now;
    counter = ((random[0] ?? 0) << 2) & 0x3ff;
  } else {
    counter += 1;
    if (counter > 0xfff) {
      lastMillisecond += 1;
      counter = 0;
    }
  }
  const time = lastMillisecond.toString(16).padStart(12, '0');
  const variant = 0x8000 | ((((random[2] ?? 0) << 8) | (random[3] ?? 0)) & 0x3fff);
  const tail = Array.from(random.slice(4, 10), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [
    time.slice(0, 8),
    time.slice(8),
    `7${counter.toString(16).padStart(3, '0')}`,
    variant.toString(16),
    tail,
  ].join('-');
}

/** When an id of version 7 was made, in words; undefined for other ids. */
export function madeAt(id: string): string | undefined {
  const parts = /^([0-9a-f]{8})-([0-9a-f]{4})-7[0-9a-f]{3}-/i.exec(id);
  if (!parts) return undefined;
  const time = new Date(Number.parseInt(`${parts[1]}${parts[2]}`, 16));
  return time.toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
}
