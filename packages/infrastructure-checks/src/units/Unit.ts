import { HclFile, ObjectValue } from '../hcl';

/** A Terragrunt unit with what it takes over from the files that it includes. */
export interface Unit {
  /** Path of its terragrunt.hcl. */
  file: string;
  /** Its own file first, then the included ones. */
  files: HclFile[];
  /** Module below `modules/`; undefined when the source is elsewhere. */
  module?: string;
  /** As written. */
  source?: string;
  inputs: ObjectValue;
  /** Line of the attribute `inputs`. */
  inputsLine?: number;
  /** Inputs that are no object in the text, so that nothing can be said of them. */
  unreadableInputs?: string;
  dependencies: Dependency[];
  /** Keys of the environment's variables; undefined without such a file. */
  variables?: ReadonlySet<string>;
  /** Path of the environment's variables. */
  variablesFile?: string;
}

/** `dependency "eks" { ... }` */
export interface Dependency {
  name: string;
  file: string;
  line: number;
  /** Folder of the unit; undefined when the path is computed in a way unknown here. */
  folder?: string;
  /** Names that `mock_outputs` gives; undefined without it. */
  mocks?: ReadonlySet<string>;
  /** Whether it may be switched off. */
  optional: boolean;
}
