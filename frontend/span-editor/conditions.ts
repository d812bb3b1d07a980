/** Conditions of the scheme, such as when an attribute is asked for at all. Never touches the DOM. */
import { isPartyRole, isWordRole } from './claims.js';
import type { DocumentText } from './document-text.js';
import type { Annotation, AttributeValue, Claim } from './protocol.js';
import type { Attribute, Scheme } from './scheme.js';
import type { SchemeCondition } from './scheme-answer.js';
import type { Store } from './store.js';

const QUOTE_MARKS = '"\'“‘„‚«‹「『〝＂＇';

/** Evaluates the scheme's conditions on one annotation; the server's `annotation.Conditions` says the same. */
export class Conditions {
  readonly attributes: readonly Attribute[];

  constructor(
    private readonly scheme: Scheme,
    private readonly text: DocumentText,
    private readonly store: Store,
    private readonly annotation: Annotation,
  ) {
    this.attributes =
      annotation.kind === 'mention' ? scheme.mentionAttributes(annotation.value.label) : annotation.kind === 'claim' ? (scheme.claim?.attributes ?? []) : [];
  }

  shows(attribute: Attribute): boolean {
    return !attribute.showWhen || this.holds(attribute.showWhen);
  }

  /** An attribute's value, else its default. */
  said(attribute: Attribute): AttributeValue | undefined {
    return this.annotation.kind === 'relation' ? undefined : (this.annotation.value.attributes[attribute.id] ?? attribute.default);
  }

  holds(condition: SchemeCondition): boolean {
    if (condition.all) return condition.all.every((one) => this.holds(one));
    if (condition.any) return condition.any.some((one) => this.holds(one));
    if (condition.not) return !this.holds(condition.not);
    const field = this.#field(condition.field);
    if (!field) return false;
    const { is, in: wanted, exists, min } = condition;
    const prefix = condition['starts-with'];
    const values = this.#values(field);
    if (is !== undefined) return values.includes(is);
    if (wanted) return values.some((value) => wanted.includes(value));
    if (exists !== undefined) return this.#exists(field) === exists;
    if (min !== undefined) return this.#fillers(field) >= min;
    if (prefix !== undefined) return this.#startsWith(field, prefix);
    return true;
  }

  /** Whether the annotation has all fields that a condition asks about. */
  concerns(condition: SchemeCondition): boolean {
    const parts = [...(condition.all ?? []), ...(condition.any ?? []), ...(condition.not ? [condition.not] : [])];
    return parts.length > 0 ? parts.every((one) => this.concerns(one)) : this.#field(condition.field) !== undefined;
  }

  /** The field's name without its layer, if the annotation has such a field. */
  #field(name: string | undefined): string | undefined {
    if (!name) return undefined;
    const layer = this.annotation.kind === 'mention' ? this.scheme.label(this.annotation.value.label)?.layer : this.scheme.claim?.id;
    const [first, ...rest] = name.split('.');
    const own = first === layer ? rest : this.scheme.hasLayer(first ?? '') && rest.length > 0 ? [] : [first, ...rest];
    const field = own[0];
    if (!field) return undefined;
    const builtIn = this.annotation.kind === 'mention' ? ['label', 'link'].includes(field) : field === 'implicit';
    const known = builtIn || this.attributes.some((one) => one.id === field) || (this.annotation.kind === 'claim' && this.scheme.claim?.roles.some((role) => role.id === field));
    return known ? own.join('.') : undefined;
  }

  #values(field: string): AttributeValue[] {
    const { annotation } = this;
    if (annotation.kind === 'mention' && field === 'label') return [annotation.value.label];
    if (annotation.kind === 'mention' && field === 'link') return annotation.value.link ? [annotation.value.link.entity ?? ''] : [];
    if (annotation.kind === 'claim' && field === 'implicit') return [annotation.value.implicit];
    if (annotation.kind === 'claim') {
      const words = this.#words(annotation.value, field);
      if (words) return words;
    }
    const attribute = this.attributes.find((one) => one.id === field);
    const value = attribute && this.shows(attribute) ? this.said(attribute) : undefined;
    return value === undefined ? [] : typeof value === 'object' ? [...value] : [value];
  }

  #words(claim: Claim, field: string): string[] | undefined {
    if (isWordRole(field)) return claim[field].map((span) => this.text.slice(span));
    if (isPartyRole(field)) {
      return claim[field].map((party) => ('constant' in party ? party.constant : (this.store.mention(party.mention)?.label ?? '')));
    }
    return field === 'parent' ? (claim.parent ? [claim.parent] : []) : undefined;
  }

  #exists(field: string): boolean {
    const [role, link] = field.split('.');
    if (this.annotation.kind === 'claim' && link === 'link' && role && isPartyRole(role)) {
      return this.annotation.value[role].every((party) => 'constant' in party || this.store.mention(party.mention)?.link);
    }
    return this.#values(field).length > 0;
  }

  #fillers(field: string): number {
    return this.#values(field).length;
  }

  #startsWith(field: string, prefix: string): boolean {
    const words = String(this.#values(field)[0] ?? '');
    return prefix === 'quote-mark' ? words !== '' && QUOTE_MARKS.includes(words.charAt(0)) : words.startsWith(prefix);
  }
}
