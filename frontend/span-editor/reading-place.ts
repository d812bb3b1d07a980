/** Where somebody was reading each article, so that it opens there again. Never touches the DOM. */

/** More articles than this are forgotten, the longest unread first. */
const MOST = 200;
const KEY = 'parley-editor-places';

/** By document, the code point at the top of the window; the one read last is last. */
export type ReadingPlaces = readonly (readonly [document: string, position: number])[];

export function placesFrom(json: string | null): ReadingPlaces {
  try {
    const stored: unknown = JSON.parse(json ?? '[]');
    return Array.isArray(stored) ? stored.filter((one): one is [string, number] => Array.isArray(one) && typeof one[0] === 'string' && Number.isInteger(one[1])) : [];
  } catch {
    return [];
  }
}

export function withPlace(places: ReadingPlaces, document: string, position: number): ReadingPlaces {
  const others = places.filter(([other]) => other !== document);
  // the beginning need not be remembered
  return position <= 0 ? others : [...others, [document, position] as const].slice(-MOST);
}

export function rememberedPlace(document: string): number {
  return placesFrom(read()).find(([other]) => other === document)?.[1] ?? 0;
}

export function rememberPlace(document: string, position: number): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(withPlace(placesFrom(read()), document, position)));
  } catch {
    // storage may be switched off; then articles open at the beginning
  }
}

function read(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
