import { posix } from 'node:path';

/** How a change of a file reaches AWS after the merge, by the tool that reads the file. */
export function applyStep(file: string): string {
  const directory = posix.dirname(file);
  const where = directory === '.' ? "the repository's root" : directory;
  if (/\.tf(?:vars)?(?:\.json)?$/.test(file)) {
    return `Apply the root module: run terraform apply in ${where}, unless a pipeline does it.`;
  }
  return file.endsWith('.stack.hcl')
    ? `Apply the stack: run terragrunt stack run apply in ${where}, unless a pipeline does it.`
    : `Apply the unit: run terragrunt apply in ${where}, unless a pipeline does it.`;
}
