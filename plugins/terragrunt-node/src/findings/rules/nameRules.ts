import {
  iamRoleNameRule,
  namespaceNameRule,
  NameRule,
  nameProblem,
  quoteValue,
  serviceAccountNameRule,
  workloadNameRule,
  workloadRoleName,
} from '@ml-platform/plugin-ml-platform-common';
import { environmentsByName, nameOf, otherWorkloads } from '../others';
import { WorkloadRule, WorkloadRuleContext } from '../WorkloadRule';

type NameField = 'name' | 'namespace' | 'serviceAccount';

function nameRule(options: {
  id: string;
  field: NameField;
  title: string;
  rule: NameRule;
  bad: string;
  good: string;
}): WorkloadRule {
  const { id, field, title, rule, bad, good } = options;
  return {
    id,
    severity: 'error',
    kinds: ['workload'],
    title,
    reason: `It ${rule.message}; at most ${rule.maxLength} characters. The form refuses it as well.`,
    source: rule.source,
    failing: { title: bad, request: { [field]: bad } },
    passing: { title: good, request: { [field]: good } },
    check: ({ workload }) => {
      const value = workload.request[field];
      const problem = nameProblem(rule, value);
      return problem
        ? [
            {
              field,
              message: `${title}: ${quoteValue(value)} ${problem}.`,
              fix: `Choose a name such as ${good}.`,
            },
          ]
        : [];
    },
  };
}

const roleNameLength: WorkloadRule = {
  id: 'role-name-length',
  severity: 'error',
  kinds: ['workload'],
  title: 'The name of the IAM role is one IAM allows',
  reason:
    'The module names the role `<environment>-<name>-irsa`; IAM allows 64 characters. It is refused and not cut, because a cut name could meet another one.',
  source: iamRoleNameRule.source,
  failing: {
    title: 'a name of 60 characters in dev',
    request: { name: 'a'.repeat(60) },
  },
  passing: {
    title: 'a name of 55 characters in dev',
    request: { name: 'a'.repeat(55) },
  },
  check: ({ workload, environment }) => {
    const problem = nameProblem(iamRoleNameRule, workload.roleName);
    const room =
      iamRoleNameRule.maxLength -
      workloadRoleName(environment.label, '').length;
    return problem
      ? [
          {
            field: 'name',
            message: `The IAM role would be named ${quoteValue(
              workload.roleName,
            )}, which ${problem}.`,
            fix: `Choose a name of at most ${Math.max(room, 0)} characters.`,
          },
        ]
      : [];
  },
};

const roleNameTaken: WorkloadRule = {
  id: 'role-name-taken',
  severity: 'error',
  kinds: ['workload'],
  title: 'No other workload of the account has the same role name',
  reason:
    'Role names are unique in an account, upper and lower case alike. Environment and name are joined by a dash, so dev-a with b and dev with a-b meet.',
  source: iamRoleNameRule.source,
  failing: {
    title: 'workload a-b in dev beside workload b in dev-a',
    request: { name: 'a-b' },
    environments: [{ name: 'dev-a', label: 'dev-a' }],
    declared: [{ environment: 'dev-a', name: 'b' }],
  },
  passing: {
    title: 'the same in two accounts',
    request: { name: 'a-b' },
    environments: [
      { name: 'dev-a', label: 'dev-a', accountId: '210987654321' },
    ],
    declared: [{ environment: 'dev-a', name: 'b' }],
  },
  check: context => {
    const { workload, environment } = context;
    const facts = environmentsByName(context);
    return otherWorkloads(context)
      .filter(other => {
        const place = facts.get(other.environment);
        const role = workloadRoleName(
          place?.label ?? other.environment,
          other.name,
        );
        return (
          role.toLowerCase() === workload.roleName.toLowerCase() &&
          !differ(place?.accountId, environment.accountId)
        );
      })
      .map(other => ({
        field: 'name',
        file: other.file,
        line: other.line,
        message: `The IAM role ${workload.roleName} is the one of ${nameOf(
          other,
        )} already.`,
        fix: 'Choose another name.',
      }));
  },
};

const entityNameTaken: WorkloadRule = {
  id: 'entity-name-taken',
  severity: 'error',
  kinds: ['workload'],
  title: 'No other workload has the same name in the catalog',
  reason:
    'The workload becomes the component `<environment>-<name>`, and names are unique in the catalog, upper and lower case alike.',
  source: 'https://backstage.io/docs/features/software-catalog/references/',
  failing: {
    title: 'workload a-b in dev beside workload b in dev-a',
    request: { name: 'a-b' },
    declared: [{ environment: 'dev-a', name: 'b' }],
  },
  passing: {
    title: 'the same name in two environments',
    request: { name: 'mlflow' },
    declared: [{ environment: 'prod', name: 'mlflow' }],
  },
  check: context => {
    const { environment, workload } = context;
    const entityName = `${environment.name}-${workload.request.name}`;
    return otherWorkloads(context)
      .filter(
        other =>
          `${other.environment}-${other.name}`.toLowerCase() ===
          entityName.toLowerCase(),
      )
      .map(other => ({
        field: 'name',
        file: other.file,
        line: other.line,
        message: `The component ${entityName} of the catalog would be the one of ${nameOf(
          other,
        )} already.`,
        fix: 'Choose another name.',
      }));
  },
};

const defaultServiceAccount: WorkloadRule = {
  id: 'service-account-default',
  severity: 'error',
  kinds: ['workload'],
  title: 'The workload has a service account of its own',
  reason:
    'Every pod that names no service account runs as `default`, and would have the access too.',
  source:
    'https://kubernetes.io/docs/concepts/security/service-accounts/#default-service-accounts',
  failing: { title: 'default', request: { serviceAccount: 'default' } },
  passing: { title: 'ranker', request: { serviceAccount: 'ranker' } },
  check: ({ workload }) =>
    workload.request.serviceAccount === 'default'
      ? [
          {
            field: 'serviceAccount',
            message:
              'The service account "default" is the one of every pod in the namespace that names none.',
            fix: `Choose a service account of the workload's own, such as ${workload.request.name}.`,
          },
        ]
      : [],
};

const reservedNamespace: WorkloadRule = {
  id: 'reserved-namespace',
  severity: 'error',
  kinds: ['workload'],
  title: 'The namespace is not reserved',
  reason:
    'Namespaces in mlPlatform.policy.reservedNamespaces, and all that begin with kube-, belong to the cluster.',
  source:
    'https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/#initial-namespaces',
  failing: { title: 'kube-system', request: { namespace: 'kube-system' } },
  passing: { title: 'inference', request: { namespace: 'inference' } },
  check: ({ workload, policy }: WorkloadRuleContext) => {
    const { namespace } = workload.request;
    return namespace.startsWith('kube-') ||
      policy.reservedNamespaces.includes(namespace)
      ? [
          {
            field: 'namespace',
            message: `The namespace ${quoteValue(
              namespace,
            )} is reserved; workloads may not run there.`,
            fix: 'Choose a namespace for your team or your application.',
          },
        ]
      : [];
  },
};

function differ(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && one !== other;
}

export const nameRules: WorkloadRule[] = [
  nameRule({
    id: 'workload-name',
    field: 'name',
    title: "The workload's name",
    rule: workloadNameRule,
    bad: 'My_Workload',
    good: 'my-workload',
  }),
  nameRule({
    id: 'namespace-name',
    field: 'namespace',
    title: 'The namespace',
    rule: namespaceNameRule,
    bad: 'ML.Ops',
    good: 'mlops',
  }),
  nameRule({
    id: 'service-account-name',
    field: 'serviceAccount',
    title: 'The service account',
    rule: serviceAccountNameRule,
    bad: 'ranker_sa',
    good: 'ranker-sa',
  }),
  roleNameLength,
  roleNameTaken,
  entityNameTaken,
  defaultServiceAccount,
  reservedNamespace,
];
