/** What the desk's keys mean: which one asks for which step. Never touches the DOM. */

/** In a list of choices, the first has the first. */
export const CHOICE_KEYS = '123456789abcdefghijklmnopqrstuvwxyz';

/** Everything a key can ask the desk for. */
export interface Steps {
  /** An annotator answers here instead of deciding: then there is less to do. */
  readonly isAnswering: boolean;
  /** The version, or whatever else is numbered at the moment. @return whether there is one with this number */
  digit(number: number): boolean;
  none(): boolean;
  next(): void;
  previous(): void;
  later(): void;
  undo(): void;
  own(): void;
  alike(): void;
  mix(): void;
  beginReason(): void;
  beginAsking(): void;
  beginDiscussing(): void;
  beginGuideline(): void;
}

const MOVES: Readonly<Record<string, (desk: Steps) => void>> = {
  ArrowRight: (desk) => desk.next(),
  ArrowLeft: (desk) => desk.previous(),
  s: (desk) => desk.later(),
};

/** For those who decide. */
const TOOLS: Readonly<Record<string, (desk: Steps) => void>> = {
  u: (desk) => desk.undo(),
  o: (desk) => desk.own(),
  a: (desk) => desk.alike(),
  m: (desk) => desk.mix(),
  r: (desk) => desk.beginReason(),
  b: (desk) => desk.beginAsking(),
  d: (desk) => desk.beginDiscussing(),
  g: (desk) => desk.beginGuideline(),
};

/** @return whether the key means anything here */
export function carryOut(key: string, desk: Steps): boolean {
  if (/^[1-9]$/u.test(key)) return desk.digit(Number(key));
  if (key === '0' || key === 'n') return desk.none();
  const step = MOVES[key] ?? (desk.isAnswering ? undefined : TOOLS[key]);
  step?.(desk);
  return step !== undefined;
}
