/** The project's scheme as the server answers it: the structure of its YAML as JSON, names of fields included. */
import type { AttributeValue, Constant } from './protocol.js';

export type Names = Readonly<Record<string, string>>;

export interface SchemeLabel {
  readonly id: string;
  readonly name?: Names;
  readonly key?: string | null;
  readonly colour?: number | null;
  readonly hint?: Names;
}

/** A condition of the scheme; exactly one of the shapes, told apart by the properties present. */
export interface SchemeCondition {
  readonly field?: string;
  readonly is?: AttributeValue;
  readonly in?: readonly AttributeValue[];
  readonly exists?: boolean;
  readonly min?: number;
  readonly 'starts-with'?: string;
  readonly all?: readonly SchemeCondition[];
  readonly any?: readonly SchemeCondition[];
  readonly not?: SchemeCondition;
}

export interface SchemeAttribute {
  readonly id: string;
  readonly name?: Names;
  readonly type: 'choice' | 'choices' | 'scale' | 'text' | 'number' | 'flag';
  readonly values?: readonly string[];
  readonly default?: AttributeValue | null;
  readonly required?: boolean;
  readonly optional?: boolean;
  readonly 'max-length'?: number | null;
  readonly 'show-when'?: SchemeCondition | null;
}

export interface SchemeRole {
  readonly id: string;
  readonly name?: Names;
  readonly type: 'span' | 'mention' | 'frame';
  readonly min?: number;
  readonly max?: number | 'many';
  readonly labels?: readonly string[];
  readonly constants?: readonly Constant[];
  readonly colour?: number | null;
  readonly 'allow-empty-as'?: string | null;
  readonly inside?: string | null;
}

export interface SpanRule {
  readonly discontinuous?: boolean;
  readonly nesting?: boolean;
  readonly crossing?: 'allow' | 'warn' | 'forbid';
  readonly 'same-span'?: 'allow' | 'different-label' | 'forbid';
  readonly snap?: 'word' | 'character';
  readonly trim?: boolean;
}

/** How mentions of a layer are tied to the registry. */
export interface SchemeLink {
  readonly registry?: string;
  readonly confidence?: readonly string[];
  readonly nil?: boolean;
}

export interface SchemeLayer {
  readonly kind: 'span' | 'frame';
  readonly name?: Names;
  readonly key?: string | null;
  readonly span?: SpanRule;
  readonly labels?: readonly SchemeLabel[];
  readonly attributes?: readonly SchemeAttribute[];
  readonly roles?: readonly SchemeRole[];
  readonly link?: SchemeLink | null;
  /** Words that bring a claim, by the act they perform. */
  readonly cues?: Readonly<Record<string, readonly string[]>>;
}

export interface SchemeRelation {
  readonly id: string;
  readonly name?: Names;
  readonly from: string;
  readonly to: string;
  readonly scope?: 'document' | 'project';
  readonly symmetric?: boolean;
}

/** As the server answers it. */
export interface SchemeAnswer {
  readonly id: string;
  readonly version: number;
  readonly language?: string | null;
  readonly layers: Readonly<Record<string, SchemeLayer>>;
  readonly relations?: readonly SchemeRelation[];
}
