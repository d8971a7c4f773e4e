import { clusterNeighbours, nameOf } from '../others';
import { WorkloadRule } from '../WorkloadRule';

const NAMESPACES =
  'https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/';

const namespaceCreatedTwice: WorkloadRule = {
  id: 'namespace-created-twice',
  severity: 'warning',
  kinds: ['workload'],
  title: 'One workload creates the namespace',
  reason:
    'Terraform cannot create what exists: the second creation of a namespace in a cluster fails on apply.',
  source: NAMESPACES,
  failing: {
    title: 'a namespace that mlflow creates',
    request: { namespace: 'mlops', createNamespace: true },
    declared: [{ namespace: 'mlops', createNamespace: true }],
  },
  passing: {
    title: 'the same without createNamespace',
    request: { namespace: 'mlops', createNamespace: false },
    declared: [{ namespace: 'mlops', createNamespace: true }],
  },
  check: context => {
    const { namespace, createNamespace } = context.workload.request;
    return clusterNeighbours(context)
      .filter(
        other =>
          createNamespace &&
          other.createNamespace &&
          other.namespace === namespace,
      )
      .map(other => ({
        field: 'createNamespace',
        file: other.file,
        line: other.line,
        message: `Namespace ${namespace} is created by ${nameOf(
          other,
        )} already.`,
        fix: 'Leave the namespace to that workload: untick its creation here.',
      }));
  },
};

const namespaceCreatedByNobody: WorkloadRule = {
  id: 'namespace-created-by-nobody',
  severity: 'warning',
  kinds: ['workload'],
  title: 'Somebody creates the namespace',
  reason:
    'The module takes a namespace it does not create as given. It may come from elsewhere (Flux, a chart), which the repository does not show.',
  source: NAMESPACES,
  failing: {
    title: 'a namespace no workload creates',
    request: { namespace: 'inference', createNamespace: false },
  },
  passing: {
    title: 'a namespace that mlflow creates',
    request: { namespace: 'mlops', createNamespace: false },
    declared: [{ namespace: 'mlops', createNamespace: true }],
  },
  check: context => {
    const { namespace, createNamespace } = context.workload.request;
    const created =
      createNamespace ||
      clusterNeighbours(context).some(
        other => other.createNamespace && other.namespace === namespace,
      );
    return created
      ? []
      : [
          {
            field: 'createNamespace',
            message: `No workload of the cluster creates namespace ${namespace}; apply fails if it does not exist.`,
            fix: 'Check that it exists (kubectl get namespace), or have it created here.',
          },
        ];
  },
};

const namespaceRemoved: WorkloadRule = {
  id: 'namespace-removed',
  severity: 'warning',
  kinds: ['workload'],
  title: 'No namespace is removed unawares',
  reason:
    'A namespace that the workload created and no longer creates is destroyed on apply, with everything that runs in it.',
  source:
    'https://kubernetes.io/docs/tasks/administer-cluster/namespaces/#deleting-a-namespace',
  failing: {
    title: 'the workload no longer creates its namespace',
    request: { createNamespace: false },
    existing: { createNamespace: true },
  },
  passing: {
    title: 'the workload still creates it',
    existing: { createNamespace: true },
  },
  check: ({ existing, workload }) => {
    const { namespace, createNamespace } = workload.request;
    const removed =
      existing?.createNamespace &&
      (!createNamespace || existing.namespace !== namespace);
    return removed
      ? [
          {
            field: 'createNamespace',
            file: existing.file,
            line: existing.line,
            message: `Apply destroys namespace ${
              existing.namespace ?? '(an expression)'
            } with everything in it, because the workload no longer creates it.`,
            fix: 'Keep its creation, or take the namespace out of the Terraform state before (terragrunt state rm).',
          },
        ]
      : [];
  },
};

const labelsUnused: WorkloadRule = {
  id: 'namespace-labels-unused',
  severity: 'warning',
  kinds: ['workload'],
  title: 'Labels belong to a namespace that is created here',
  reason:
    'The module labels the namespace it creates; on a namespace that exists they have no effect.',
  source: NAMESPACES,
  failing: {
    title: 'labels without createNamespace',
    request: { createNamespace: false, namespaceLabels: { team: 'ml' } },
  },
  passing: {
    title: 'labels with createNamespace',
    request: { createNamespace: true, namespaceLabels: { team: 'ml' } },
  },
  check: ({ workload }) => {
    const { createNamespace, namespaceLabels } = workload.request;
    return !createNamespace && Object.keys(namespaceLabels ?? {}).length > 0
      ? [
          {
            field: 'namespaceLabels',
            message:
              'The labels have no effect, because the namespace is not created here.',
            fix: 'Leave them out, or have the namespace created here.',
          },
        ]
      : [];
  },
};

export const namespaceRules: WorkloadRule[] = [
  namespaceCreatedTwice,
  namespaceCreatedByNobody,
  namespaceRemoved,
  labelsUnused,
];
