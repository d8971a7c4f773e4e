import { quoteValue } from '@ml-platform/plugin-ml-platform-common';
import { clusterNeighbours, nameOf } from '../others';
import { WorkloadRule } from '../WorkloadRule';

const IRSA =
  'https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html';

const duplicateWorkload: WorkloadRule = {
  id: 'duplicate-workload',
  severity: 'error',
  kinds: ['workload'],
  title: 'Each workload is declared once',
  reason:
    'Two entries with one name would make the same role twice; which of them a change is meant for cannot be known.',
  source:
    'https://developer.hashicorp.com/terraform/language/meta-arguments/for_each',
  failing: {
    title: 'mlflow twice in the list',
    declared: [{ name: 'mlflow' }, { name: 'mlflow', line: 30 }],
  },
  passing: {
    title: 'mlflow once in each of two environments',
    declared: [{ name: 'mlflow' }, { name: 'mlflow', environment: 'prod' }],
  },
  check: ({ declared, environment }) => {
    const seen = new Set<string>();
    return declared
      .filter(workload => workload.environment === environment.name)
      .filter(({ name }) => seen.has(name) || !seen.add(name))
      .map(workload => ({
        file: workload.file,
        line: workload.line,
        message: `Workload ${quoteValue(
          workload.name,
        )} is declared more than once in ${environment.name}.`,
        fix: 'Remove or rename one of the entries, then try again.',
      }));
  },
};

const serviceAccountShared: WorkloadRule = {
  id: 'service-account-shared',
  severity: 'error',
  kinds: ['workload'],
  title: 'A service account belongs to one workload',
  reason:
    'A service account carries one role ARN, so the second workload would take the access from the first. Environments that share a cluster share its service accounts.',
  source: IRSA,
  failing: {
    title: 'the service account of mlflow',
    request: { namespace: 'mlops', serviceAccount: 'mlflow' },
    declared: [{ namespace: 'mlops', serviceAccount: 'mlflow' }],
  },
  passing: {
    title: 'a service account of the same name in another namespace',
    request: { namespace: 'ranking', serviceAccount: 'mlflow' },
    declared: [{ namespace: 'mlops', serviceAccount: 'mlflow' }],
  },
  check: context => {
    const { namespace, serviceAccount } = context.workload.request;
    return clusterNeighbours(context)
      .filter(
        other =>
          other.namespace === namespace &&
          other.serviceAccount === serviceAccount,
      )
      .map(other => ({
        field: 'serviceAccount',
        file: other.file,
        line: other.line,
        message: `Service account ${serviceAccount} in namespace ${namespace} belongs to ${nameOf(
          other,
        )} already.`,
        fix: `Choose another service account, or change workload ${other.name} instead of adding one.`,
      }));
  },
};

const trustChanged: WorkloadRule = {
  id: 'trust-changed',
  severity: 'warning',
  kinds: ['workload'],
  title: "A change of namespace or service account changes the role's trust",
  reason:
    'The role lets in the new service account only; pods that run as the old one lose their access on apply.',
  source:
    'https://docs.aws.amazon.com/eks/latest/userguide/iam-roles-for-service-accounts.html',
  failing: {
    title: 'the workload moves to namespace ranking',
    existing: { namespace: 'inference' },
  },
  passing: { title: 'the workload stays where it is', existing: {} },
  check: ({ existing, workload }) => {
    const { namespace, serviceAccount } = workload.request;
    if (
      !existing ||
      (existing.namespace === namespace &&
        existing.serviceAccount === serviceAccount)
    ) {
      return [];
    }
    const before = `${existing.namespace ?? '?'}/${
      existing.serviceAccount ?? '?'
    }`;
    return [
      {
        field:
          existing.namespace === namespace ? 'serviceAccount' : 'namespace',
        file: existing.file,
        line: existing.line,
        message: `The role ${workload.roleName} trusts ${before} now and will trust ${namespace}/${serviceAccount} instead.`,
        fix: 'Stop the pods of the old service account first, or add a workload with another name.',
      },
    ];
  },
};

const serviceAccountByHand: WorkloadRule = {
  id: 'service-account-by-hand',
  severity: 'info',
  kinds: ['workload'],
  title: 'A service account that is not created here needs its annotation',
  reason:
    'Only a service account that the module creates carries the role; another one has to be annotated where it is made.',
  source: IRSA,
  failing: {
    title: 'without createServiceAccount',
    request: { createServiceAccount: false },
  },
  passing: {
    title: 'with createServiceAccount',
    request: { createServiceAccount: true },
  },
  check: ({ workload, environment }) => {
    const { createServiceAccount, serviceAccount, namespace } =
      workload.request;
    const arn = `arn:${environment.partition ?? 'aws'}:iam::${
      environment.accountId ?? '<account id>'
    }:role/${workload.roleName}`;
    return createServiceAccount
      ? []
      : [
          {
            field: 'createServiceAccount',
            message: `Service account ${serviceAccount} is not created here; it gets the access when it is annotated.`,
            fix: `kubectl annotate serviceaccount -n ${namespace} ${serviceAccount} eks.amazonaws.com/role-arn=${arn}`,
          },
        ];
  },
};

export const workloadRules: WorkloadRule[] = [
  duplicateWorkload,
  serviceAccountShared,
  trustChanged,
  serviceAccountByHand,
];
