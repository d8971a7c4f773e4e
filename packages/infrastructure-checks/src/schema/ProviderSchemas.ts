/** What the providers say of the resources that the modules use. */
export interface ProviderSchemas {
  /** By name, `aws`. */
  providers: Record<string, ProviderOrigin>;
  /** Arguments of the provider blocks themselves, by provider. */
  provider: Record<string, Arguments>;
  /** By type, `aws_iam_role`. */
  resource: Record<string, Arguments>;
  data: Record<string, Arguments>;
  ephemeral: Record<string, Arguments>;
}

/** Kinds of blocks that a provider describes. */
export type SchemaKind = 'provider' | 'resource' | 'data' | 'ephemeral';

/** Which release a description is of, and who gave it. */
export interface ProviderOrigin {
  version: string;
  /** `@cdktn/provider-aws 25.7.0` or `terraform providers schema`. */
  from: string;
}

/**
 * Arguments and exported attributes of a block by name. A plain one is written
 * as words before its type: `required string`, `optional computed list(string)`,
 * `optional write-only string`, `optional deprecated bool`.
 */
export interface Arguments {
  [name: string]: string | NestedArguments;
}

/** An argument that has arguments of its own. */
export interface NestedArguments {
  /** How it is written; `either` where the source does not tell. */
  as: 'block' | 'attribute' | 'either';
  nesting: 'single' | 'list' | 'set' | 'map';
  presence: 'required' | 'optional' | 'computed';
  /** Least and greatest number of blocks, where limited. */
  min?: number;
  max?: number;
  arguments: Arguments;
}
