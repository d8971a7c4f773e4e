/** What an expression that is no literal gives, as far as its form tells. */
export type Kind = 'string' | 'list' | 'object' | 'bool' | 'number';

/** A value that only Terraform or Terragrunt can compute. */
export class Computed {
  constructor(readonly source: string, readonly kind?: Kind) {}
}

/** An object whose entries are known, perhaps beside others. */
export class ObjectValue {
  constructor(
    readonly entries: ReadonlyMap<string, { value: Value; line: number }>,
    /** Whether it may have entries that the text does not show. */
    readonly open: boolean,
  ) {}
}

/** A value as far as the text tells it. */
export type Value =
  | string
  | number
  | boolean
  | null
  | Computed
  | ObjectValue
  | readonly Value[];

/** `dependency.eks.outputs.cluster_name` taken apart; it ends before an index or splat that is computed. */
export interface Reference {
  steps: string[];
  /** Whether it stands in a `try` or `can`, where what is missing does no harm. */
  guarded: boolean;
  /** From 1. */
  line: number;
}

/** `name = value` in a body. */
export interface Attribute {
  name: string;
  value: Value;
  /** The expression as it stands in the file. */
  source: string;
  /** From 1. */
  line: number;
}

/** `type "label" { ... }` */
export interface Block {
  type: string;
  labels: string[];
  body: Body;
  /** From 1. */
  line: number;
}

/** What stands in a file or block. */
export interface Body {
  attributes: Attribute[];
  blocks: Block[];
}

/** A file as the checks see it. */
export interface HclFile extends Body {
  path: string;
  text: string;
  references: Reference[];
}
