/**
 * A user profile that the repository declares already. Values made by
 * expressions are absent; `expressions` names them.
 *
 * @public
 */
export interface DeclaredProfile {
  environment: string;
  /** Key of the entry; its place in a list. */
  key: string;
  username: string;
  email?: string;
  /** As it is written, which may be no role of the module. */
  role?: string;
  createAccessKey: boolean;
  /** Attributes whose values are expressions. */
  expressions: string[];
  file: string;
  /** Line of the entry, from 1. */
  line?: number;
}

/**
 * An entry of the profiles that is no literal object, so that nothing is known
 * about it.
 *
 * @public
 */
export interface OpaqueProfile {
  environment: string;
  key: string;
  file: string;
  line?: number;
  /** The entry as it stands in the file. */
  source: string;
}
