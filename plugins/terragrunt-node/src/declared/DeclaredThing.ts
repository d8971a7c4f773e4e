/**
 * Kinds of things that a repository declares.
 *
 * @public
 */
export type DeclaredKind = 'workload' | 'profile' | 'cluster' | 'tool';

/**
 * One thing that a repository declares, at one commit.
 *
 * @public
 */
export interface RepositoryThing {
  kind: DeclaredKind;
  environment: string;
  name: string;
  /** As the entity's file has it. */
  owner?: string;
  /** Entity in the catalog, where the repository describes one. */
  entityRef?: string;
  /** File that declares it. */
  file: string;
  /** From 1. */
  line?: number;
  /** The day until which it is meant to exist, `YYYY-MM-DD`. */
  expires?: string;
}

/**
 * An environment of which nothing can be listed, and why.
 *
 * @public
 */
export interface UnreadableEnvironment {
  environment: string;
  problem: string;
}

/**
 * A value of an entry that a form does not show as a value.
 *
 * @public
 */
export interface UnshownValue {
  /** In the module's spelling: `s3_access.bucket_arns[1]`. */
  attribute: string;
  /** As it stands in the file. */
  source: string;
  line?: number;
  /** False: the form asks for a value, which takes its place. */
  kept: boolean;
}

/**
 * The present values of a thing, as its template's form takes them.
 *
 * @public
 */
export interface PresentValues {
  thing: RepositoryThing;
  /** Values of the template's fields. */
  formData: { [field: string]: unknown };
  /** What the form cannot show. */
  unshown: UnshownValue[];
}
