/** What annotators are called. */
import type { Case } from './protocol.js';

export function called(shown: Case, annotator: string): string {
  return shown.people[annotator] ?? annotator;
}

/** Several of them in one line. */
export function calledAll(shown: Case, annotators: readonly string[], joint = ', '): string {
  return annotators.map((annotator) => called(shown, annotator)).join(joint);
}
