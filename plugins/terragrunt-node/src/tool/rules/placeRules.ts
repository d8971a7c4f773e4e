import { quoteValue } from '@ml-platform/plugin-ml-platform-common';
import { EnvironmentFacts } from '../../environment/EnvironmentFacts';
import { nameOf, shareCluster } from '../../findings/others';
import { DeclaredTool } from '../DeclaredTool';
import { ToolRule, ToolRuleContext } from '../ToolRule';

const INGRESS =
  'https://kubernetes.io/docs/concepts/services-networking/ingress/#multiple-matches';
const NAMESPACES =
  'https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/';

function toolName({ name, environment }: DeclaredTool): string {
  return `${name} of ${environment}`;
}

/** Whether something of another environment is in the cluster of this one. */
function isNeighbour(
  { environment, environments }: ToolRuleContext,
  other: { environment: string },
): boolean {
  const facts: EnvironmentFacts | undefined = environments.find(
    ({ name }) => name === other.environment,
  );
  return (
    other.environment === environment.name ||
    (facts !== undefined && shareCluster(environment, facts))
  );
}

const pathTaken: ToolRule = {
  id: 'tool-path-taken',
  severity: 'error',
  kinds: ['tool'],
  title: 'Each tool of a domain has a path of its own',
  reason:
    'Of two ingresses with one name and path, one gets all requests, and which one is not said.',
  source: INGRESS,
  failing: {
    title: 'Airflow below the path of MLflow',
    others: [{ name: 'airflow', domain: 'ml.acme.example', path: 'mlflow' }],
  },
  passing: {
    title: 'Airflow below a path of its own',
    others: [{ name: 'airflow', domain: 'ml.acme.example', path: 'airflow' }],
  },
  check: ({ place, others }) =>
    others
      .filter(
        ({ domain, path }) =>
          domain !== undefined &&
          domain === place.domain &&
          path !== undefined &&
          path === place.path,
      )
      .map(other => ({
        field: 'answers.domainSuffix',
        file: other.file,
        message: `${quoteValue(
          `${place.domain}/${place.path}`,
        )} is the address of ${toolName(other)} already.`,
        fix: 'Give another path, or another domain.',
      })),
};

const namespaceReserved: ToolRule = {
  id: 'tool-namespace-reserved',
  severity: 'error',
  kinds: ['tool'],
  title: 'A tool keeps out of reserved namespaces',
  reason:
    'The module creates the namespace, and destroys it with everything in it when the tool is removed.',
  source: NAMESPACES,
  failing: {
    title: 'MLflow in kube-system',
    context: { place: { namespace: 'kube-system' } },
  },
  passing: {
    title: 'MLflow in a namespace of its own',
    context: { place: { namespace: 'mlflow' } },
  },
  check: ({ place, policy, definition }) =>
    place.namespace !== undefined &&
    policy.reservedNamespaces.includes(place.namespace)
      ? [
          {
            field: 'answers.namespace',
            message: `${definition.title} would create the namespace ${place.namespace}, which is reserved.`,
            fix: 'Leave the namespace to the module, or give one that is the tool’s own.',
          },
        ]
      : [],
};

const namespaceOfTool: ToolRule = {
  id: 'tool-namespace-of-tool',
  severity: 'error',
  kinds: ['tool'],
  title: 'Each tool of a cluster has a namespace of its own',
  reason:
    'Every module creates the namespace of its tool, so that the second apply fails; and the removal of one tool would destroy the other.',
  source: NAMESPACES,
  failing: {
    title: 'Airflow is in the namespace of MLflow',
    others: [{ name: 'airflow', namespace: 'mlflow' }],
  },
  passing: {
    title: 'Airflow is in a namespace of its own',
    others: [{ name: 'airflow', namespace: 'airflow' }],
  },
  check: context =>
    context.others
      .filter(
        other =>
          other.namespace !== undefined &&
          other.namespace === context.place.namespace &&
          isNeighbour(context, other),
      )
      .map(other => ({
        field: 'answers.namespace',
        file: other.file,
        message: `The namespace ${other.namespace} is that of ${toolName(
          other,
        )}.`,
        fix: 'Give another namespace.',
      })),
};

const namespaceOfWorkload: ToolRule = {
  id: 'tool-namespace-of-workload',
  severity: 'error',
  kinds: ['tool'],
  title: 'A namespace is created in one place',
  reason:
    'The workload’s unit and the tool’s would both create it, so that the second apply fails.',
  source: NAMESPACES,
  failing: {
    title: 'the workload mlflow creates the namespace mlflow',
    workloads: [{ namespace: 'mlflow', createNamespace: true }],
  },
  passing: {
    title: 'a workload runs in the namespace of the tool without creating it',
    workloads: [{ namespace: 'mlflow', createNamespace: false }],
  },
  check: context =>
    context.workloads
      .filter(
        workload =>
          workload.createNamespace &&
          workload.namespace === context.place.namespace &&
          isNeighbour(context, workload),
      )
      .map(workload => ({
        field: 'answers.namespace',
        file: workload.file,
        line: workload.line,
        message: `The namespace ${workload.namespace} is created for ${nameOf(
          workload,
        )} already.`,
        fix: `Give ${context.definition.title} another namespace, or take create_namespace from that workload first.`,
      })),
};

export const placeRules: ToolRule[] = [
  pathTaken,
  namespaceReserved,
  namespaceOfTool,
  namespaceOfWorkload,
];
