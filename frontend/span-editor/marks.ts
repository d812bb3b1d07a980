/** From annotations to what is drawn along the words. Never touches the DOM. */
import { isPartyRole, isWordRole } from './claims.js';
import type { Placed } from './places.js';
import type { Annotation, Claim, DocumentAnswer, Mention, Party, PartyRole, Span, Version } from './protocol.js';
import type { Scheme } from './scheme.js';
import { overlap } from './spans.js';
import { strings } from './strings.js';
import type { Mark } from './weave.js';

const CONTENT_HUE = 9;
/** Of labels that the scheme does not have. */
const UNKNOWN_HUE = 12;
const WORD_ROLES = [
  { kind: 'content', hue: CONTENT_HUE },
  { kind: 'cue', hue: 10 },
] as const;
const PARTY_ROLES: readonly PartyRole[] = ['source', 'addressee', 'target', 'via'];

/** As much of a mark as can be seen from afar. */
export interface Speck {
  readonly kind: 'mention' | 'content' | 'cue' | 'segment';
  /** 1 to 12. */
  readonly hue: number;
  /** Ascending, without overlap. */
  readonly spans: readonly Span[];
  /** In a comparison: the others have it otherwise. */
  readonly differs?: boolean;
}

export interface PaintedMark extends Mark, Speck {
  /** Of the annotation it belongs to; empty for a segment. */
  readonly id: string;
  readonly name: string;
  /** What is read out with the words. */
  readonly description: string;
  /** Its label is not in the scheme. */
  readonly isUnknown?: boolean;
  /** In a comparison: whose it is, as an initial. */
  readonly initial?: string;
  /** Which version it is, from 0. */
  readonly version?: number;
}

/** How a mark stands out: as the focus itself, or as a part of the claim in focus. */
export interface Light {
  readonly role: string;
  /** Written at its start. */
  readonly name: string;
}

/** Distinguishes the marks of several versions. */
interface Owner {
  readonly prefix: string;
  readonly index: number;
  readonly name: string;
  readonly initial: string;
  readonly differs: ReadonlySet<string>;
}

/** Makes marks of annotations, once for each: an annotation that stays the same keeps its marks. */
export class MarkMaker {
  readonly #made = new WeakMap<Annotation['value'], readonly PaintedMark[]>();

  constructor(private readonly scheme: Scheme) {}

  of(one: Placed): readonly PaintedMark[] {
    let marks = this.#made.get(one.value);
    if (!marks) {
      marks = marksOf(this.scheme, one);
      this.#made.set(one.value, marks);
    }
    return marks;
  }

  /** What can be seen of annotations from afar; much less than their marks, for all that are not in view. */
  specks(annotations: readonly Placed[]): Speck[] {
    return annotations.flatMap((one): Speck[] =>
      one.kind === 'mention'
        ? [{ kind: 'mention', hue: this.scheme.label(one.value.label)?.hue ?? UNKNOWN_HUE, spans: one.value.spans }]
        : [{ kind: 'content', hue: CONTENT_HUE, spans: one.value.content }],
    );
  }

  /** The marks with which these annotations, all of which reach into a stretch, reach into it: of a claim perhaps only one. */
  within(annotations: readonly Placed[], stretch: Span): PaintedMark[] {
    const marks: PaintedMark[] = [];
    for (const one of annotations) {
      for (const mark of this.of(one)) if (one.kind === 'mention' || mark.spans.some((span) => overlap(span, stretch))) marks.push(mark);
    }
    return marks;
  }
}

function marksOf(scheme: Scheme, one: Placed, owner?: Owner): PaintedMark[] {
  const { id } = one.value;
  const prefix = owner?.prefix ?? '';
  const differs = owner?.differs.has(id) ?? false;
  const shared = owner ? { initial: owner.initial, differs, version: owner.index } : {};
  const described = (description: string): string => (owner ? strings.markOf(description, owner.name, differs) : description);
  if (one.kind === 'mention') {
    const label = scheme.label(one.value.label);
    const name = label?.name ?? one.value.label;
    const known = label ? { hue: label.hue, description: described(name) } : { hue: UNKNOWN_HUE, description: described(strings.unknownLabel(name)), isUnknown: true };
    return [{ key: prefix + id, id, kind: 'mention', spans: one.value.spans, name, ...known, ...shared }];
  }
  return WORD_ROLES.flatMap(({ kind, hue }) => {
    const spans = one.value[kind];
    if (spans.length === 0) return [];
    const name = scheme.claim?.roles.find((role) => role.id === kind)?.name ?? kind;
    const description = described(`${scheme.claim?.name ?? strings.claim}, ${name}`);
    return [{ key: partKey(prefix + id, kind), id, kind, spans, hue, name, description, ...shared }];
  });
}

export function marksOfVersions(scheme: Scheme, versions: readonly Version[]): PaintedMark[] {
  return versions.flatMap((version, index) => {
    const owner: Owner = { prefix: `${index}/`, index, name: version.name, initial: initials(version.name), differs: new Set(version.differs) };
    const { mentions, claims } = version.annotations;
    return [...mentions.map((value): Placed => ({ kind: 'mention', value })), ...claims.map((value): Placed => ({ kind: 'claim', value }))].flatMap((one) =>
      marksOf(scheme, one, owner),
    );
  });
}

/** What nobody needs to mark, with the word why. */
export function segmentMarks(segments: DocumentAnswer['segments']): PaintedMark[] {
  return (segments ?? []).flatMap((segment, index) => {
    const name = strings.segments[segment.type];
    const { start, end } = segment;
    return name ? [{ key: `segment/${index}`, id: '', kind: 'segment', spans: [{ start, end }], hue: 12, name, description: name } as const] : [];
  });
}

/** `ada, ben` gives `AB`. */
function initials(names: string): string {
  return names.split(', ').map((name) => name.charAt(0).toUpperCase()).join('');
}

export function partKey(claim: string, kind: 'content' | 'cue'): string {
  return `${claim}#${kind}`;
}

/** What the annotation in focus is tied to by a relation. */
export interface Tie {
  /** Of the relation. */
  readonly name: string;
  /** Whether the relation starts at the focus. */
  readonly isOutward: boolean;
  /** The other end. */
  readonly id: string;
  /** Where the other end stands; undefined if it is not in this text. */
  readonly place: Span | undefined;
  /** The document it is in, if that is another. */
  readonly document: string | undefined;
  /** What it says there. */
  readonly words: string | undefined;
}

/** What stands out when an annotation is in focus. */
export function lightsOf(scheme: Scheme, focus: Mention | Claim | undefined, ties: readonly Tie[] = []): Map<string, Light> {
  const lights = new Map<string, Light>();
  if (!focus) return lights;
  for (const tie of ties) {
    const light = { role: 'tied', name: tie.isOutward ? `→ ${tie.name}` : `← ${tie.name}` };
    for (const key of [tie.id, partKey(tie.id, 'content')]) lights.set(key, light);
  }
  if ('label' in focus) {
    lights.set(focus.id, { role: 'focus', name: scheme.label(focus.label)?.name ?? focus.label });
    return lights;
  }
  for (const role of scheme.claim?.roles ?? []) {
    const { id, name } = role;
    if (isWordRole(id)) lights.set(partKey(focus.id, id), { role: id, name });
    else if (isPartyRole(id)) mentionsIn(focus[id]).forEach((mention) => lights.set(mention, { role: id, name }));
  }
  return lights;
}

/** Where a claim's parts stand: who, with which words, what, to whom. */
export function partsOf(claim: Claim, placeOf: (mention: string) => Span | undefined): Span[] {
  const first = (spans: readonly Span[]): Span[] => spans.slice(0, 1);
  const places = (role: PartyRole): Span[] => mentionsIn(claim[role]).flatMap((id) => placeOf(id) ?? []);
  return [...places('source'), ...first(claim.cue), ...first(claim.content), ...PARTY_ROLES.slice(1).flatMap(places)];
}

function mentionsIn(parties: readonly Party[]): string[] {
  return parties.flatMap((party) => ('mention' in party ? [party.mention] : []));
}
