/** Fetches what the editor shows. Nothing of it goes through element properties. */
import { DocumentText } from './document-text.js';
import type { DocumentAnswer, Me, SetAnswer } from './protocol.js';
import { Scheme } from './scheme.js';
import { type Outcome, type Server, reasonOf } from './server.js';
import { strings } from './strings.js';

export interface Loaded {
  readonly me: Me;
  readonly document: DocumentAnswer;
  readonly text: DocumentText;
  readonly scheme: Scheme;
  /** Absent in a comparison, which brings its own versions. */
  readonly set: SetAnswer | undefined;
}

/** Why a document could not be opened, as a sentence. */
export class CannotLoad extends Error {}

/** @throws CannotLoad if any part is refused or out of reach */
export async function load(server: Server, documentId: string, who: string | undefined): Promise<Loaded> {
  const [me, document, text, set] = await Promise.all([
    server.me().then(valueOf),
    server.document(documentId).then(valueOf),
    server.text(documentId).then(valueOf),
    who === undefined ? undefined : server.set(documentId, who).then(valueOf),
  ]);
  const isCorrected = (document.revision ?? 1) > 1;
  const current = isCorrected ? valueOf(await server.text(documentId, document.sha256)) : text;
  const scheme = valueOf(await server.scheme(document.projectId));
  return {
    me,
    document,
    text: new DocumentText(current, document.language ?? undefined),
    scheme: new Scheme(scheme, navigator.language.split('-')[0] ?? 'en'),
    set,
  };
}

/** @throws CannotLoad if it was refused or out of reach */
export function valueOf<T>(outcome: Outcome<T>): T {
  if (outcome.kind === 'done') return outcome.value;
  if (outcome.kind === 'refused') throw new CannotLoad(reasonOf(outcome.problem));
  throw new CannotLoad(outcome.kind === 'offline' ? strings.offline(0) : strings.signedOut(0));
}
