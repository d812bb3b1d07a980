/** What this browser remembers of how somebody likes to work. */
import { type OwnKeys, readOwnKeys } from './key-map.js';

export type Preference = 'names' | 'hides-inspector';

/** Storage may be switched off; then things last as long as the page. */
const passing = new Map<string, string>();

export function remembered(name: Preference): boolean {
  return read(name) === 'yes';
}

export function remember(name: Preference, value: boolean): void {
  write(name, value ? 'yes' : 'no');
}

export function storedKeys(): OwnKeys {
  return readOwnKeys(read('keys'));
}

export function storeKeys(keys: OwnKeys): void {
  write('keys', JSON.stringify(keys));
}

function read(name: string): string | null {
  const kept = passing.get(name);
  if (kept !== undefined) return kept;
  try {
    return localStorage.getItem(`parley-editor-${name}`);
  } catch {
    return null;
  }
}

function write(name: string, value: string): void {
  try {
    localStorage.setItem(`parley-editor-${name}`, value);
  } catch {
    passing.set(name, value);
  }
}
