import { RuleSet } from '../findings/Rule';
import {
  RemovalRule,
  RemovalRuleContext,
  RemovalRuleExample,
} from './RemovalRule';
import { dependentRules } from './rules/dependentRules';
import { entityRules } from './rules/entityRules';
import { subjectRules } from './rules/subjectRules';
import { toolRules } from './rules/toolRules';

const rules: RemovalRule[] = [
  ...subjectRules,
  ...dependentRules,
  ...toolRules,
  ...entityRules,
];

/**
 * The rules about removals.
 *
 * @public
 */
export const removalRuleSet: RuleSet<RemovalRuleContext, RemovalRuleExample> = {
  kind: 'removal',
  rules,
  exampleContext,
};

const FILE = 'env/dev/aws/irsa-ml-workloads/terragrunt.hcl';

function exampleContext(example: RemovalRuleExample): RemovalRuleContext {
  return {
    request: {
      repository: 'ml-infra',
      environment: 'dev',
      kind: 'workload',
      name: 'mlflow',
      ...example.request,
    },
    environment: { name: 'dev', file: 'env/dev/env.yaml', label: 'dev' },
    file: FILE,
    found: [{ file: FILE, line: 12 }],
    names: ['feast', 'mlflow'],
    opaque: [],
    neighbours: (example.neighbours ?? []).map(workload => ({
      environment: 'dev',
      name: 'nightly-eval',
      namespace: 'mlops',
      serviceAccount: 'nightly-eval',
      createNamespace: false,
      createServiceAccount: true,
      access: {},
      expressions: [],
      file: FILE,
      line: 30,
      ...workload,
    })),
    dependents: [],
    references: [],
    sharedWith: [],
    first: [],
    ...example.context,
  };
}
