/** What travels between the decision desk and the server, one to one. Offsets are half-open code points. */
import type { Claim, Mention, Relation, Span } from '../span-editor/protocol.js';

/** A disagreement in the queue, before it is opened. */
export interface Entry {
  readonly id: string;
  readonly document: string;
  readonly cause: string;
  readonly words: string;
  /** How many one decision could settle, this one included. */
  readonly alike: number;
  readonly state: 'open' | 'waiting' | 'decided';
}

export interface QueueAnswer {
  /** The first of those asked for. */
  readonly items: readonly Entry[];
  readonly matching: number;
  readonly open: number;
  readonly decided: number;
  readonly errorsLeft: { readonly estimate: number; readonly low: number; readonly high: number };
  /** While fewer documents were looked at than there are, and they fit, there is more to come. */
  readonly looked: number;
  readonly documents: number;
  /** Whether the others do not fit into the server's memory. */
  readonly full: boolean;
}

export interface Line {
  /** Such as `label`, `source` or `attribute:level`. */
  readonly aspect: string;
  readonly name: string;
  readonly value: string;
  readonly differs: boolean;
}

export type Kind = 'mention' | 'claim' | 'relation';

/** One version; without an annotation it is "nothing here". */
export interface Side {
  readonly annotators: readonly string[];
  readonly kind: Kind | null;
  readonly annotation: Mention | Claim | Relation | null;
  readonly mentions: readonly Mention[];
  readonly claims: readonly Claim[];
  readonly lines: readonly Line[];
}

export interface Answer {
  readonly annotator: string;
  readonly choice: 'keep' | 'change' | 'none' | null;
  readonly version: number | null;
  readonly reason: string | null;
}

export interface Question {
  readonly text: string;
  readonly answered: boolean;
  readonly answers: readonly Answer[];
}

export interface Alternative {
  readonly name: string;
  readonly annotation: Mention | Claim | Relation;
}

/** One disagreement with all that is needed to settle it. */
export interface Case {
  readonly id: string;
  readonly project: string;
  readonly document: string;
  readonly documentTitle: string;
  readonly cause: string;
  readonly title: string;
  readonly layer: string;
  /** What the versions differ in, with the words for it. */
  readonly aspects: Readonly<Record<string, string>>;
  /** What nobody said and may be said instead, by aspect: whole versions. */
  readonly alternatives: Readonly<Record<string, readonly Alternative[]>>;
  readonly about: Span;
  readonly sides: readonly Side[];
  /** What annotators are called, by the names the sides have for them. */
  readonly people: Readonly<Record<string, string>>;
  readonly guideline: { readonly version: number; readonly title: string; readonly anchor: string; readonly html: string } | null;
  readonly question: Question | null;
  readonly state: 'open' | 'waiting' | 'decided';
}

export type Ruling =
  | { readonly outcome: 'version'; readonly version: number }
  | { readonly outcome: 'own'; readonly annotation: Mention | Claim | Relation }
  | { readonly outcome: 'none' };

/** What people wrote to each other about a disagreement. */
export interface Thread {
  readonly id: string;
  readonly state: string;
  readonly comments: readonly { readonly id: string; readonly authorName: string; readonly text: string }[];
}
