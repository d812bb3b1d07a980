/**
 * What travels between the browser and the server: the shapes of the HTTP contract, one to one.
 * Offsets are half-open Unicode code points of the document text.
 */

/** Half-open stretch of the text, in code points. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type AttributeValue = string | number | boolean | readonly string[];
export type Attributes = Readonly<Record<string, AttributeValue>>;

export type Confidence = 'certain' | 'likely' | 'possible';

export interface Link {
  /** Looked for and not in the registry if null. */
  readonly entity: string | null;
  readonly confidence: Confidence;
}

/** Somebody or something the project knows. */
export interface Entity {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly aliases: readonly { readonly form: string }[];
  /** Made by an annotator and not confirmed yet. */
  readonly provisional?: boolean;
  /** The one that stands for it now. */
  readonly mergedInto?: string | null;
  /** Why it is offered, in a sentence; only where words were asked about. */
  readonly why?: string;
  /** What it is known for, to tell namesakes apart. */
  readonly roles?: readonly string[];
}

export interface EntitiesAnswer {
  readonly items: readonly Entity[];
  readonly next?: string | null;
}

export interface Mention {
  readonly id: string;
  readonly label: string;
  readonly spans: readonly Span[];
  readonly attributes: Attributes;
  readonly link: Link | null;
  readonly flags?: readonly string[];
}

/** Somebody who stands nowhere in the text. */
export type Constant = 'author' | 'outlet' | 'unspecified' | 'uncertain';

export type Party = { readonly mention: string } | { readonly constant: Constant };

/** The parts of a claim that are filled by words. */
export type WordRole = 'content' | 'cue';
/** The parts of a claim that are filled by somebody. */
export type PartyRole = 'source' | 'addressee' | 'target' | 'via';

export interface Claim {
  readonly id: string;
  readonly content: readonly Span[];
  readonly cue: readonly Span[];
  readonly source: readonly Party[];
  readonly addressee: readonly Party[];
  readonly target: readonly Party[];
  readonly via: readonly Party[];
  /** The claim inside whose content this one stands. */
  readonly parent: string | null;
  readonly attributes: Attributes;
  readonly implicit: boolean;
  readonly flags?: readonly string[];
}

export type End =
  | { readonly mention: string; readonly document?: string }
  | { readonly claim: string; readonly document?: string };

export interface Relation {
  readonly id: string;
  readonly type: string;
  readonly from: End;
  readonly to: End;
}

export type Kind = 'mention' | 'claim' | 'relation';

/** One annotation together with its kind, so that a closed switch can tell them apart. */
export type Annotation =
  | { readonly kind: 'mention'; readonly value: Mention }
  | { readonly kind: 'claim'; readonly value: Claim }
  | { readonly kind: 'relation'; readonly value: Relation };

/** An annotation of the contract, which says its kind beside it. */
export function annotationOf(kind: Kind, value: Mention | Claim | Relation): Annotation {
  // the server answers for what it says
  return { kind, value } as Annotation;
}

/** One annotation before and after; absent where it does not exist. */
export interface Change {
  readonly id: string;
  readonly before: Annotation | undefined;
  readonly after: Annotation | undefined;
}

export type Reverting = 'undo' | 'redo';

/**
 * A command with an id of its own: applied twice is the same as once. Edits of one request with the same `group` are one
 * step for undo. An undo or redo names any edit of the step; what that changes is kept here and not sent, because the
 * server finds it in its log.
 */
export type Edit = { readonly id: string; readonly group?: string } & (
  | ({ readonly op: 'put'; readonly revision?: number } & Annotation)
  | { readonly op: 'delete'; readonly kind: Kind; readonly target: string; readonly cascade?: boolean }
  | { readonly op: Reverting; readonly target: string; readonly changes: readonly Change[] }
);

export function isReverting(edit: Edit): edit is Extract<Edit, { readonly op: Reverting }> {
  return edit.op === 'undo' || edit.op === 'redo';
}

/** One line of the server's log. */
export interface LoggedEdit {
  /** The set's sequence after it. */
  readonly sequence: number;
  readonly id: string;
  readonly kind: Kind;
  /** Id of the annotation. */
  readonly target: string;
  readonly before?: Mention | Claim | Relation | null;
  readonly after?: Mention | Claim | Relation | null;
  readonly reason: 'edit' | Reverting;
  /** The sequence of the first edit of the same step. */
  readonly command: number;
  /** The step that an undo took back or a redo brought back. */
  readonly reverts?: number | null;
}

/** The log, newest first. */
export interface HistoryAnswer {
  readonly items: readonly LoggedEdit[];
  /** Where to go on further back; null if there is nothing. */
  readonly next: string | null;
}

export type SetState = 'draft' | 'submitted' | 'locked';

/** An annotation set, or with `since` what changed in it. */
export interface SetAnswer {
  readonly annotator: string;
  readonly state: SetState;
  readonly sequence: number;
  readonly schemeVersion?: number;
  /** The document's text that the marks stand in. */
  readonly revision?: number;
  readonly mentions: readonly Mention[];
  readonly claims: readonly Claim[];
  readonly relations: readonly Relation[];
  readonly deleted?: readonly string[];
}

export interface EditResult {
  readonly id: string;
  readonly status: 'applied' | 'repeated' | 'rejected';
  readonly reason?: string | null;
  readonly problem?: string | Problem | null;
}

export interface EditAnswer {
  readonly sequence: number;
  readonly results: readonly EditResult[];
}

/** Something in a set that is not as it should be. */
export interface OpenCheck {
  /** Only an error keeps the set from being handed in. */
  readonly severity: 'error' | 'warn' | 'hint';
  /** Id of the annotation. */
  readonly annotation: string;
  readonly message: string;
}

export interface ChecksAnswer {
  readonly items: readonly OpenCheck[];
}

/** What undo and redo would do now, in words; null where there is nothing to do. */
export interface Reversals {
  readonly undo: string | null;
  readonly redo: string | null;
}

/** What people said about one thing of a document. */
export interface NoteThread {
  readonly id: string;
  readonly subject?: string;
  readonly state: 'open' | 'resolved';
  readonly comments: readonly { readonly id: string; readonly authorName: string; readonly text: string; readonly at: string }[];
}

/** A mention or claim that somebody made in another document of the project. */
export interface FarAnnotation {
  readonly document: string;
  /** Of the document. */
  readonly title: string;
  readonly kind: 'mention' | 'claim';
  readonly id: string;
  readonly label?: string | null;
  readonly words: string;
}

/** A relation between this document and another; `in` if it is kept there and leads here. */
export interface FarTie {
  readonly relation: Relation;
  readonly direction: 'in' | 'out';
  readonly there: FarAnnotation;
}

/** RFC 9457. */
export interface Problem {
  readonly type?: string;
  readonly title?: string;
  readonly status?: number;
  readonly detail?: string;
  readonly errors?: readonly { readonly field?: string; readonly message?: string }[];
}

export interface Me {
  readonly name: string;
  readonly displayName: string;
  /** For callers with a session: what a changing request must carry. */
  readonly csrf?: { readonly header: string; readonly token: string } | null;
}

export interface DocumentAnswer {
  readonly id: string;
  readonly projectId: string;
  readonly title: string;
  readonly language?: string | null;
  readonly sha256: string;
  /** From 1; it grows when the text is corrected. */
  readonly revision?: number;
  readonly length: { readonly codePoints: number; readonly utf16: number };
  readonly states?: Readonly<Record<string, string>>;
  /** What a stretch is, such as boilerplate; ascending. */
  readonly segments?: readonly (Span & { readonly type: string })[];
}

/** One person's annotations beside another's, in one decision. */
export interface Version {
  readonly name: string;
  readonly annotations: Pick<SetAnswer, 'mentions' | 'claims' | 'relations'>;
  /** Ids of the annotations that the others do not have in the same way. */
  readonly differs: readonly string[];
  /** Which words of a claim are in question; its content if absent. */
  readonly part?: 'content' | 'cue';
}

/** The most edits that one request may carry. */
export const BATCH_LIMIT = 500;
