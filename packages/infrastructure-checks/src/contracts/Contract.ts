/** What a module promises, as `contracts/<module>.yaml` says it. */
export interface Contract {
  /** Path of the file, from the template's folder. */
  file: string;
  module: string;
  variables: ContractVariable[];
  outputs: ContractOutput[];
}

/** Where a name comes from. */
export interface Origin {
  /** `<document>.md:<line>`, or `ours` where the documents are silent. */
  origin: string;
  /** Why it is there, for ours. */
  why?: string;
}

/** A variable with either a default or the duty to be given. */
export interface ContractVariable extends Origin {
  name: string;
  type: string;
  required?: boolean;
  default?: unknown;
  hasDefault: boolean;
  sensitive: boolean;
}

/** An output. */
export interface ContractOutput extends Origin {
  name: string;
  sensitive: boolean;
}
