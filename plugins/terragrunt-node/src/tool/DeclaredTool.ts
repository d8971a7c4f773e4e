import { HclObject } from '../workload/attributeValues';

/**
 * A unit at the place of the platform's tools, whoever wrote it.
 *
 * @public
 */
export interface DeclaredTool {
  environment: string;
  /** Name of the unit's folder, which is that of the tool. */
  name: string;
  file: string;
  /** Folder of the unit, where Terragrunt is run. */
  unit: string;
  /** Source of its module, as it stands in the file. */
  source?: string;
  /** Its module's path below the folder of modules, as far as the source tells: `platform/mlflow`. */
  module?: string;
  namespace?: string;
  /** Domain and path of its address, where they are literal. */
  domain?: string;
  path?: string;
  /** Why the file cannot be read; nothing else is known then. */
  problem?: string;
}

/** A declared tool with what its unit says. */
export interface ToolUnit extends DeclaredTool {
  text: string;
  inputs: HclObject;
}
