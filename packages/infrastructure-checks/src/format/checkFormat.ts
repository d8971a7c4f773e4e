import { format } from '@cdktn/hcl-tools';
import { parse } from '@cdktn/hcl2json';
import {
  HclDocument,
  loadHclParser,
} from '@ml-platform/plugin-terragrunt-node';
import { messageOf, Problem } from '../Problem';

/**
 * Whether `terraform fmt` would leave a text as it is, and whether both parsers
 * read it: HashiCorp's own and the one that this product edits files with.
 */
export async function checkFormat(
  file: string,
  text: string,
): Promise<Problem[]> {
  await loadHclParser();
  const problems: Problem[] = [];
  try {
    HclDocument.parse(text, { file });
  } catch (error) {
    problems.push({ file, message: `our parser: ${messageOf(error)}` });
  }
  try {
    await parse(file, text);
  } catch (error) {
    problems.push({ file, message: `HashiCorp's parser: ${messageOf(error)}` });
    return problems;
  }
  const formatted = await format(text);
  if (formatted !== text) {
    const before = text.split('\n');
    const line = formatted
      .split('\n')
      .findIndex((other, index) => other !== before[index]);
    problems.push({
      file,
      line: line + 1,
      message: 'terraform fmt would write this line otherwise',
    });
  }
  return problems;
}

/** The files that `terraform fmt` and `terragrunt hcl fmt` see to. */
export function isHcl(path: string): boolean {
  return /\.(tf|hcl|tfvars)$/.test(path) && !path.endsWith('.lock.hcl');
}
