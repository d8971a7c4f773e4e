import { posix } from 'node:path';
import { RepositoryLayout } from '../config';

const PLACEHOLDER = '{module}';
const ROOT = /^\$\{get_repo_root\(\)\}\/([^$]*)$/;

/**
 * The `source` of a Terraform module as `layout.modules` says, for a text
 * between quotes in HCL.
 *
 * @param module - path of the module below the folder of modules: `aws/eks`
 */
export function moduleSource(
  { modules }: Pick<RepositoryLayout, 'modules'>,
  module: string,
): string {
  return modules.includes(PLACEHOLDER)
    ? modules.split(PLACEHOLDER).join(module)
    : `${modules}${module}`;
}

/**
 * The folder of a module in the repository itself, from its root; undefined when
 * `layout.modules` names another place, which is not ours to look into.
 */
export function localModuleFolder(
  layout: Pick<RepositoryLayout, 'modules'>,
  module: string,
): string | undefined {
  const [path] = moduleSource(layout, module).split('?');
  const folder = ROOT.exec(path)?.[1];
  return folder && posix.normalize(folder).replace(/\/$/, '');
}
