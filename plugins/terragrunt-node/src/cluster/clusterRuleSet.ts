import { shippedVersionCatalog } from '@ml-platform/plugin-ml-platform-common';
import { RuleSet } from '../findings/Rule';
import {
  ClusterRule,
  ClusterRuleContext,
  ClusterRuleExample,
} from './ClusterRule';
import { DeclaredCluster } from './DeclaredCluster';
import { accessRules } from './rules/accessRules';
import { nameRules } from './rules/nameRules';
import { networkRules } from './rules/networkRules';
import { nodeGroupRules } from './rules/nodeGroupRules';
import { policyRules } from './rules/policyRules';
import { unitRules } from './rules/unitRules';
import { versionRules } from './rules/versionRules';

const rules: ClusterRule[] = [
  ...nameRules,
  ...networkRules,
  ...versionRules,
  ...nodeGroupRules,
  ...accessRules,
  ...policyRules,
  ...unitRules,
];

/**
 * The rules about clusters.
 *
 * @public
 */
export const clusterRuleSet: RuleSet<ClusterRuleContext, ClusterRuleExample> = {
  kind: 'cluster',
  rules,
  exampleContext,
};

const CLUSTER: DeclaredCluster = {
  environment: 'staging',
  file: 'env/staging/env.yaml',
  project: 'mlops',
  region: 'eu-west-2',
  accountId: '111122223333',
  availabilityZones: ['eu-west-2a', 'eu-west-2b'],
  cidrBlock: '10.155.80.0/20',
  clusterName: 'mlops-staging-cluster',
  kubernetesVersion: '1.35',
  nodeGroups: [
    {
      name: 'gpu',
      instanceTypes: ['g4dn.xlarge'],
      amiType: 'AL2023_x86_64_NVIDIA',
      capacityType: 'SPOT',
      minSize: 0,
      desiredSize: 0,
      maxSize: 5,
      taints: [{ key: 'nvidia.com/gpu', value: 'true', effect: 'NO_SCHEDULE' }],
    },
  ],
};

const OTHER: DeclaredCluster = {
  ...CLUSTER,
  environment: 'dev',
  file: 'env/dev/env.yaml',
  cidrBlock: '10.155.48.0/20',
  cidrLine: 8,
  clusterName: 'mlops-dev-cluster',
};

function exampleContext(example: ClusterRuleExample): ClusterRuleContext {
  return {
    request: {
      repository: 'ml-infra',
      environment: 'staging',
      intent: 'new-environment',
      ...example.request,
    },
    cluster: { ...CLUSTER, ...example.cluster },
    existing: example.existing && { ...CLUSTER, ...example.existing },
    others: (example.others ?? [{}]).map(other => ({ ...OTHER, ...other })),
    unreadable: [],
    unread: [],
    lacking: [],
    staying: [],
    vocabulary: 'own',
    leftNames: [],
    policy: { allowedRepositories: [], reservedNamespaces: [] },
    versions: shippedVersionCatalog,
    day: '2026-07-01',
    ...example.context,
  };
}
