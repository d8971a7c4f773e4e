import { nameOf } from '../../findings/others';
import { RemovalRule } from '../RemovalRule';

const NAMESPACES =
  'https://kubernetes.io/docs/tasks/administer-cluster/namespaces/#deleting-a-namespace';

const namespaceInUse: RemovalRule = {
  id: 'removal-namespace-in-use',
  severity: 'error',
  kinds: ['removal'],
  title: 'A namespace is not removed under other workloads',
  reason:
    'The entry creates the namespace, so its removal destroys the namespace with everything in it, the pods of other workloads included.',
  source: NAMESPACES,
  failing: {
    title: 'nightly-eval runs in the namespace that mlflow creates',
    context: { namespace: 'mlops' },
    neighbours: [{ name: 'nightly-eval' }],
  },
  passing: {
    title: 'a namespace of its own',
    context: { namespace: 'mlops' },
  },
  check: ({ request, namespace, neighbours }) =>
    namespace !== undefined && neighbours.length > 0
      ? [
          {
            field: 'name',
            file: neighbours[0].file,
            line: neighbours[0].line,
            message: `Workload ${
              request.name
            } creates the namespace ${namespace}, in which ${neighbours
              .map(nameOf)
              .join(', ')} ${
              neighbours.length === 1 ? 'runs' : 'run'
            } too; removing it would destroy the namespace with all of them.`,
            fix: `Move create_namespace = true (and namespace_labels) from ${
              request.name
            } to ${
              neighbours[0].name
            } first, and look in its plan that the namespace stays. Or remove ${
              neighbours.length === 1 ? 'that workload' : 'those workloads'
            } before.`,
          },
        ]
      : [],
};

const namespaceDestroyed: RemovalRule = {
  id: 'removal-namespace-destroyed',
  severity: 'warning',
  kinds: ['removal'],
  title: 'Said when a namespace goes with its workload',
  reason:
    'Everything in a namespace goes with it: pods, secrets, and the volumes of claims whose storage class says Delete.',
  source: NAMESPACES,
  failing: {
    title: 'mlflow, which creates its namespace',
    context: { namespace: 'mlops' },
  },
  passing: { title: 'a workload in a namespace made elsewhere' },
  check: ({ namespace, found, neighbours }) =>
    namespace !== undefined && neighbours.length === 0
      ? [
          {
            ...found[0],
            message: `The namespace ${namespace} is destroyed with everything in it, also what the repository does not declare.`,
            fix: `Look before the merge: kubectl get all,pvc,secret -n ${namespace}. Back up the volumes that are needed.`,
          },
        ]
      : [],
};

const unitDependedOn: RemovalRule = {
  id: 'removal-unit-depended-on',
  severity: 'warning',
  kinds: ['removal'],
  title: 'Said when other units depend on a unit that becomes empty',
  reason:
    'It is the last entry of its unit, whose outputs are empty from then on; units that read them may fail to plan.',
  source: 'https://developer.hashicorp.com/terraform/language/values/outputs',
  failing: {
    title: 'a unit with dependency "irsa"',
    context: {
      dependents: [
        {
          file: 'env/dev/platform/mlflow/terragrunt.hcl',
          line: 14,
          unit: 'env/dev/aws/irsa-ml-workloads',
          block: 'dependency "irsa"',
        },
      ],
    },
  },
  passing: { title: 'a unit that nobody names' },
  check: ({ request, dependents }) =>
    dependents.map(({ file, line, unit, block }) => ({
      file,
      line,
      message: `${file} names ${unit} in ${block}; ${request.name} is the last ${request.kind} there, so its outputs become empty.`,
      fix: `Plan that unit as well before the merge, and take out what it read of ${request.name}.`,
    })),
};

export const dependentRules: RemovalRule[] = [
  namespaceInUse,
  namespaceDestroyed,
  unitDependedOn,
];
