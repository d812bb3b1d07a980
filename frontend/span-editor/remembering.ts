/** What this browser remembers of how somebody likes to work. */
export type Preference = 'names' | 'hides-inspector';

/** Storage may be switched off; then things last as long as the page. */
const passing = new Map<string, string>();

export function remembered(name: Preference): boolean {
  return recall(name) === 'yes';
}

export function remember(name: Preference, value: boolean): void {
  retain(name, value ? 'yes' : 'no');
}

/** What was kept under a name; null if nothing was. */
export function recall(name: string): string | null {
  const kept = passing.get(name);
  if (kept !== undefined) return kept;
  try {
    return localStorage.getItem(`parley-editor-${name}`);
  } catch {
    return null;
  }
}

export function retain(name: string, value: string): void {
  try {
    localStorage.setItem(`parley-editor-${name}`, value);
  } catch {
    passing.set(name, value);
  }
}
