import { uuidOf } from './random';
import { DAY_MS, HOUR_MS, epochSeconds } from './times';
import { FleetCluster, Json } from './types';

const KINDS = {
  'kubelet-skew': {
    name: 'Kubelet version skew',
    description:
      'Checks for kubelet versions of worker nodes in the cluster to see if upgrade would cause noncompliance with supported Kubernetes kubelet version skew policy.',
    recommendation:
      'Upgrade your worker nodes to the version of your control plane before you upgrade it again.',
  },
  'deprecated-apis': {
    name: 'Deprecated APIs removed in Kubernetes v1.32',
    description:
      'Checks for usage of deprecated APIs that are scheduled for removal in Kubernetes v1.32. Upgrading your cluster before migrating to the updated APIs supported by v1.32 could cause application impact.',
    recommendation:
      'Update manifests and API clients to use newer Kubernetes APIs if applicable before upgrading to Kubernetes v1.32.',
  },
  'addon-compatibility': {
    name: 'EKS add-on version compatibility',
    description:
      'Checks version of installed EKS add-ons to ensure compatibility with the next version of Kubernetes.',
    recommendation:
      'Upgrade the add-ons to a version that fits the next Kubernetes version.',
  },
};

const REASONS = {
  PASSING: 'No problems were detected.',
  WARNING:
    'Some nodes will fall outside the supported skew at the next upgrade.',
  ERROR: 'Something that is in use is gone in the next version.',
  UNKNOWN: 'EKS could not determine the state.',
};

/** `insight` of DescribeInsight. */
export function buildInsight(
  cluster: FleetCluster,
  kind: keyof typeof KINDS,
  status: 'PASSING' | 'WARNING' | 'ERROR' | 'UNKNOWN',
  now: Date,
  reason?: string,
): Json {
  const { name, description, recommendation } = KINDS[kind];
  return {
    id: uuidOf(`${cluster.arn} ${kind}`),
    name,
    category: 'UPGRADE_READINESS',
    kubernetesVersion: nextVersion(cluster.eks.version),
    lastRefreshTime: epochSeconds(now.getTime() - 5 * HOUR_MS),
    lastTransitionTime: epochSeconds(now.getTime() - 12 * DAY_MS),
    description,
    insightStatus: { status, reason: reason ?? REASONS[status] },
    recommendation,
    additionalInfo: {
      'EKS update cluster documentation':
        'https://docs.aws.amazon.com/eks/latest/userguide/update-cluster.html',
    },
    resources: [],
    categorySpecificSummary:
      kind === 'deprecated-apis' && status !== 'PASSING'
        ? {
            deprecationDetails: [
              {
                usage: '/apis/flowcontrol.apiserver.k8s.io/v1beta3/flowschemas',
                replacedWith:
                  '/apis/flowcontrol.apiserver.k8s.io/v1/flowschemas',
                stopServingVersion: '1.32',
                startServingReplacementVersion: '1.29',
                clientStats: [
                  {
                    userAgent: 'legacy-operator/0.9',
                    numberOfRequestsLast30Days: 4183,
                    lastRequestTime: epochSeconds(now.getTime() - 3 * HOUR_MS),
                  },
                ],
              },
            ],
          }
        : {},
  };
}

function nextVersion(version: string): string {
  const [major, minor] = version.split('.').map(Number);
  return `${major}.${minor + 1}`;
}
