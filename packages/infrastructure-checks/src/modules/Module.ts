import { Block, HclFile, Value } from '../hcl';

/** A Terraform module as its files declare it. */
export interface Module {
  /** Folder below `modules/`, for example `platform/mlflow`. */
  name: string;
  /** Its `.tf` files, without tests. */
  files: HclFile[];
  variables: Variable[];
  outputs: Output[];
  calls: Located<Block>[];
  /** `resource`, `data` and `ephemeral` blocks. */
  resources: Located<Block>[];
  /** Name of a provider to its source and the versions that serve. */
  providers: ReadonlyMap<string, { source?: string; version?: string }>;
}

/** Something with the file that it stands in. */
export type Located<T> = T & { file: string };

/** `variable "name" { ... }` */
export interface Variable {
  name: string;
  file: string;
  line: number;
  /** As the file has it; `any` where it says none. */
  type: string;
  /** Absent where a value must be given. */
  default?: Value;
  sensitive: boolean;
  nullable: boolean;
  description?: string;
  validated: boolean;
}

/** `output "name" { ... }` */
export interface Output {
  name: string;
  file: string;
  line: number;
  sensitive: boolean;
  description?: string;
}
