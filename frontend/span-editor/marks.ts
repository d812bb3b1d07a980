/** From annotations to what is drawn along the words. Never touches the DOM. */
import { isPartyRole, isWordRole } from './claims.js';
import type { Light, PaintedMark } from './painter.js';
import type { Claim, Mention, Party, PartyRole, Span, Version } from './protocol.js';
import type { Scheme } from './scheme.js';
import { overlap } from './spans.js';

const CONTENT_HUE = 9;
const CUE_HUE = 10;
const PARTY_ROLES: readonly PartyRole[] = ['source', 'addressee', 'target', 'via'];

/** Distinguishes the marks of several versions; empty for a single set. */
export interface Owner {
  readonly prefix: string;
  readonly version?: { readonly index: number; readonly initial: string; readonly differs: ReadonlySet<string> };
}

const OWN: Owner = { prefix: '' };

export function marksOf(
  scheme: Scheme,
  annotations: { readonly mentions: readonly Mention[]; readonly claims: readonly Claim[] },
  within: Span,
  owner: Owner = OWN,
): PaintedMark[] {
  const reaches = (spans: readonly Span[]): boolean => spans.some((span) => overlap(span, within));
  const marks: PaintedMark[] = [];
  const { version } = owner;
  const shared = (id: string): Pick<PaintedMark, 'initial' | 'differs' | 'version'> =>
    version ? { initial: version.initial, differs: version.differs.has(id), version: version.index } : {};
  for (const mention of annotations.mentions) {
    if (!reaches(mention.spans)) continue;
    const label = scheme.label(mention.label);
    const name = label?.name ?? mention.label;
    marks.push({ key: owner.prefix + mention.id, id: mention.id, kind: 'mention', spans: mention.spans, hue: label?.hue ?? 12, name, description: name, ...shared(mention.id) });
  }
  for (const claim of annotations.claims) {
    const parts: readonly { kind: 'content' | 'cue'; hue: number }[] = [
      { kind: 'content', hue: CONTENT_HUE },
      { kind: 'cue', hue: CUE_HUE },
    ];
    for (const { kind, hue } of parts) {
      const spans = claim[kind];
      if (!reaches(spans)) continue;
      const name = scheme.claim?.roles.find((role) => role.id === kind)?.name ?? kind;
      marks.push({ key: partKey(owner.prefix + claim.id, kind), id: claim.id, kind, spans, hue, name, description: name, ...shared(claim.id) });
    }
  }
  return marks;
}

export function marksOfVersions(scheme: Scheme, versions: readonly Version[], within: Span): PaintedMark[] {
  return versions.flatMap((version, index) =>
    marksOf(scheme, version.annotations, within, {
      prefix: `${index}/`,
      version: { index, initial: initials(version.name), differs: new Set(version.differs) },
    }),
  );
}

/** `ada, ben` gives `AB`. */
function initials(names: string): string {
  return names.split(', ').map((name) => name.charAt(0).toUpperCase()).join('');
}

export function partKey(claim: string, kind: 'content' | 'cue'): string {
  return `${claim}#${kind}`;
}

/** What stands out when an annotation is in focus. */
export function lightsOf(scheme: Scheme, focus: Mention | Claim | undefined): Map<string, Light> {
  const lights = new Map<string, Light>();
  if (!focus) return lights;
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
