import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HclPath } from '../HclPath';

/** A file written as real repositories write them. */
export interface Sample {
  file: string;
  /** Path of the list of workloads. */
  list: HclPath;
  /** The list stands inside a call, which the second parser gives as one expression. */
  inCall?: boolean;
  /** Lines other than the new ones have to change, because the list stands within a line. */
  withinLine?: boolean;
}

const INPUTS: HclPath = ['inputs', 'workloads'];

export const CORPUS: Sample[] = [
  { file: 'seed-module.tf', list: ['module', 'ml_workloads', 'workloads'] },
  { file: 'empty-list.hcl', list: INPUTS, withinLine: true },
  { file: 'empty-list-comment.hcl', list: INPUTS },
  { file: 'empty-list-open.hcl', list: INPUTS },
  { file: 'trailing-commas.hcl', list: INPUTS },
  { file: 'no-trailing-commas-comments.hcl', list: INPUTS },
  { file: 'tabs.hcl', list: INPUTS },
  { file: 'four-spaces.hcl', list: INPUTS },
  { file: 'crlf.hcl', list: INPUTS },
  { file: 'crlf-no-eol.hcl', list: INPUTS, withinLine: true },
  { file: 'bom.hcl', list: INPUTS, withinLine: true },
  { file: 'bom-crlf.hcl', list: INPUTS },
  { file: 'no-eol.hcl', list: INPUTS },
  { file: 'one-line-objects.hcl', list: INPUTS },
  { file: 'one-line-list.hcl', list: INPUTS, withinLine: true },
  { file: 'one-line-empty.hcl', list: INPUTS, withinLine: true },
  {
    file: 'one-line-locals.hcl',
    list: ['locals', 'workloads'],
    withinLine: true,
  },
  { file: 'hugging.hcl', list: INPUTS, withinLine: true },
  { file: 'hugging-unformatted.hcl', list: INPUTS, withinLine: true },
  { file: 'hugging-single.hcl', list: INPUTS, withinLine: true },
  { file: 'colons.hcl', list: INPUTS },
  { file: 'quoted-keys-commas.hcl', list: INPUTS },
  { file: 'parenthesised-keys.hcl', list: INPUTS },
  { file: 'heredocs.hcl', list: INPUTS },
  { file: 'heredoc-elements.hcl', list: INPUTS },
  { file: 'concat.hcl', list: ['inputs', 'workloads', 1], inCall: true },
  { file: 'merge.hcl', list: ['inputs', 1, 'workloads'], inCall: true },
  { file: 'local.tf', list: ['locals', 'workloads'] },
  {
    file: 'stack.terragrunt.stack.hcl',
    list: ['unit', 'irsa', 'values', 'workloads'],
  },
  { file: 'unaligned.hcl', list: INPUTS },
  { file: 'blank-lines.hcl', list: INPUTS },
  { file: 'unicode.hcl', list: INPUTS },
  { file: 'comments-everywhere.hcl', list: INPUTS },
  { file: 'sorted.hcl', list: INPUTS },
  { file: 'expressions.hcl', list: INPUTS },
  {
    file: 'element-per-line-brackets.hcl',
    list: INPUTS,
    withinLine: true,
  },
  { file: 'bare-include-old-root.hcl', list: INPUTS },
];

export function readSample({ file }: Sample): string {
  return readFileSync(join(__dirname, '../__fixtures__', file), 'utf8');
}
