import { toolDefinitions } from '@ml-platform/plugin-ml-platform-common';
import { Change, RepositoryStory } from './renderRepository';
import { everyAnswer, neededAnswers } from './sampleAnswers';

const WORKLOADS: Change[] = [
  {
    kind: 'workload',
    request: {
      name: 'vllm',
      namespace: 'inference',
      serviceAccount: 'vllm',
      s3Access: { bucketArns: ['arn:aws:s3:::acme-models'], readOnly: true },
    },
  },
  {
    kind: 'workload',
    request: {
      name: 'feast',
      namespace: 'features',
      serviceAccount: 'feast',
      createNamespace: true,
      createServiceAccount: true,
      namespaceLabels: { team: 'ml-research' },
      s3Access: {
        bucketArns: ['arn:aws:s3:::acme-features'],
        kmsKeyArns: [
          'arn:aws:kms:eu-west-2:222233334444:key/01234567-89ab-cdef-0123-456789abcdef',
        ],
      },
      dynamodbAccess: {
        tableArns: [
          'arn:aws:dynamodb:eu-west-2:222233334444:table/feast-online',
        ],
        readOnly: true,
      },
      rdsAccess: { resourceId: 'db-ABCD1234567890', username: 'feast' },
    },
  },
];

const PROFILES: Change[] = [
  {
    kind: 'profile',
    request: {
      username: 'dana.okafor',
      email: 'dana@acme.example',
      role: 'User',
    },
  },
  {
    kind: 'profile',
    request: {
      username: 'piotr.lind',
      email: 'piotr@acme.example',
      role: 'Developer',
      createAccessKey: true,
      reason: 'Runs the platform',
      approver: 'user:default/amara',
    },
  },
];

const tools = (answers: typeof everyAnswer): Change[] =>
  toolDefinitions.map(tool => ({
    kind: 'tool',
    request: { tool: tool.id, answers: answers(tool) },
  }));

/** Repositories as people grow them: with little said, with everything said, with several clusters. */
export const stories: Record<string, RepositoryStory> = {
  'a new repository': { changes: [] },
  'a repository with every tool, little said': {
    changes: [...WORKLOADS, ...PROFILES, ...tools(neededAnswers)],
  },
  'a repository with every tool, everything said': {
    repository: {
      description: 'Infrastructure of the ML platform',
      stage: 'pipeline',
      availabilityZones: ['eu-west-2a', 'eu-west-2b', 'eu-west-2c'],
      profile: 'mlops-dev',
      kubernetesVersion: '1.35',
      codeOwners: ['@acme/ml-platform'],
      planRoleArn: 'arn:aws:iam::222233334444:role/plan',
      applyRoleArn: 'arn:aws:iam::222233334444:role/apply',
    },
    changes: [...WORKLOADS, ...PROFILES, ...tools(everyAnswer)],
  },
  'several environments and clusters': {
    changes: [
      {
        kind: 'cluster',
        request: {
          environment: 'prod',
          intent: 'new-environment',
          accountId: '333344445555',
          region: 'eu-west-1',
          cidrBlock: '10.156.0.0/16',
          kubernetesVersion: '1.35',
          clusterAutoscaler: true,
          nodeTerminationHandler: true,
        },
      },
      {
        kind: 'cluster',
        request: {
          environment: 'staging',
          intent: 'new-environment',
          copyFrom: 'dev',
          accountId: '444455556666',
          region: 'eu-west-2',
          cidrBlock: '10.157.0.0/16',
          kubernetesVersion: '1.35',
        },
      },
      {
        kind: 'cluster',
        request: {
          environment: 'dev',
          intent: 'further-cluster',
          name: 'training',
          vpcId: 'vpc-0123456789abcdef0',
          subnetIds: ['subnet-0123456789abcdef0', 'subnet-0123456789abcdef1'],
          kubernetesVersion: '1.35',
        },
      },
    ],
  },
};
