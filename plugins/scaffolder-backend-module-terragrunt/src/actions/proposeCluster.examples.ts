import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

function step(input: object): string {
  return stringify({
    steps: [
      {
        id: 'propose',
        name: 'Propose the cluster',
        action: 'terragrunt:cluster:propose',
        input,
      },
    ],
  });
}

export const examples: TemplateExample[] = [
  {
    description:
      'Passes the whole form and opens the pull request as the person who filled it in',
    example: step({
      request: '${{ parameters }}',
      token: '${{ secrets.USER_OAUTH_TOKEN }}',
    }),
  },
  {
    description:
      'Adds an environment with its network and cluster, all else as by default',
    example: step({
      request: {
        repository: 'ml-infra',
        environment: 'staging',
        intent: 'new-environment',
        accountId: '222233334444',
        region: 'eu-west-2',
        cidrBlock: '10.155.80.0/20',
        kubernetesVersion: '1.35',
      },
    }),
  },
  {
    description: 'Adds an environment like another one',
    example: step({
      request: {
        repository: 'ml-infra',
        environment: 'research',
        copyFrom: 'dev',
        accountId: '222233334444',
        cidrBlock: '10.155.96.0/20',
        kubernetesVersion: '1.35',
      },
    }),
  },
  {
    description: 'Adds a further cluster in a VPC that is there',
    example: step({
      request: {
        repository: 'ml-infra',
        environment: 'dev',
        intent: 'further-cluster',
        name: 'batch',
        vpcId: 'vpc-0a1b2c3d4e5f67890',
        subnetIds: ['subnet-0a1b2c3d4e5f67890', 'subnet-0a1b2c3d4e5f67891'],
        kubernetesVersion: '1.35',
      },
    }),
  },
  {
    description: 'Changes the GPU nodes of an environment, as a draft',
    example: step({
      request: {
        repository: 'ml-infra',
        environment: 'dev',
        intent: 'change',
        nodeGroups: [
          {
            name: 'gpu',
            instanceTypes: ['g5.xlarge'],
            capacityType: 'SPOT',
            minSize: 0,
            desiredSize: 1,
            maxSize: 6,
          },
        ],
        draft: true,
      },
    }),
  },
  {
    description:
      'Refuses to open anything when the plan is no longer the one that was previewed',
    example: step({
      request: '${{ parameters }}',
      expectedDigest: '${{ parameters.previewDigest }}',
      expectedCommit: '${{ parameters.previewCommit }}',
    }),
  },
];
