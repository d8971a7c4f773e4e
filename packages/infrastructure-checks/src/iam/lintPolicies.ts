import { Files, filesIn } from '../files';
import { Problem } from '../Problem';
import { lintAttachedPolicies } from './attachedPolicies';
import { lintStatement } from './lintStatement';
import { isPolicy, readJsonPolicy } from './readJsonPolicy';
import { readTerraformPolicies } from './readTerraformPolicies';
import { Statement } from './Statement';

/** What the policies of a repository are like. */
export interface PolicyReport {
  problems: Problem[];
  /** Statements that were read, in JSON files and in Terraform code. */
  statements: Statement[];
  /** Those whose actions or resources the code alone does not tell. */
  unread: Statement[];
}

/**
 * Looks at every IAM policy of a repository's files: JSON files with
 * statements, statements in `.tf` files, and policies of AWS that are attached.
 */
export async function lintPolicies(files: Files): Promise<PolicyReport> {
  const report: PolicyReport = { problems: [], statements: [], unread: [] };
  const folders = new Set<string>();
  for (const [path, text] of files) {
    if (path.endsWith('.json') && isPolicy(text)) {
      report.statements.push(...readJsonPolicy(path, text));
    } else if (path.endsWith('.tf')) {
      folders.add(path.slice(0, path.lastIndexOf('/')));
      report.problems.push(...lintAttachedPolicies(path, text));
      report.problems.push(...unreadableDocuments(path, text));
    }
  }
  for (const folder of folders) {
    const module = [...filesIn(files, folder)].filter(([path]) =>
      path.endsWith('.tf'),
    );
    report.statements.push(...(await readTerraformPolicies(new Map(module))));
  }
  for (const statement of report.statements) {
    report.problems.push(...(await lintStatement(statement)));
  }
  report.unread = report.statements.filter(
    ({ actions, resources }) => !actions.complete || !resources.complete,
  );
  return report;
}

/** A mocked test does not see what that data source would give. */
function unreadableDocuments(file: string, text: string): Problem[] {
  return text.split('\n').flatMap((line, index) =>
    /^\s*data\s+"aws_iam_policy_document"/.test(line)
      ? [
          {
            file,
            line: index + 1,
            message:
              'write the policy with jsonencode(...): a mocked test sees that, and not what aws_iam_policy_document gives',
          },
        ]
      : [],
  );
}
