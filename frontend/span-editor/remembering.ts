/** What this browser remembers of how somebody likes to work. */

export type Preference = 'names' | 'hides-inspector';

const passing = new Map<Preference, boolean>();

export function remembered(name: Preference): boolean {
  try {
    return localStorage.getItem(`parley-editor-${name}`) === 'yes';
  } catch {
    // storage may be switched off; then it lasts as long as the page
    return passing.get(name) ?? false;
  }
}

export function remember(name: Preference, value: boolean): void {
  passing.set(name, value);
  try {
    localStorage.setItem(`parley-editor-${name}`, value ? 'yes' : 'no');
  } catch {
    // remembered for this page only
  }
}
