import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

function step(input: object): string {
  return stringify({
    steps: [
      {
        id: 'propose',
        name: 'Propose the workload',
        action: 'terragrunt:workload:propose',
        input,
      },
    ],
  });
}

const workload = {
  repository: 'ml-infra',
  environment: 'dev',
  name: 'fraud-scoring',
  namespace: 'fraud-scoring',
  serviceAccount: 'fraud-scoring',
  createNamespace: true,
  createServiceAccount: true,
};

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
    description: 'Lets a workload read two S3 buckets',
    example: step({
      request: {
        ...workload,
        s3Access: {
          bucketArns: [
            'arn:aws:s3:::acme-fraud-features',
            'arn:aws:s3:::acme-fraud-models',
          ],
          readOnly: true,
        },
      },
    }),
  },
  {
    description: 'Lets a workload read and write a DynamoDB table',
    example: step({
      request: {
        ...workload,
        dynamodbAccess: {
          tableArns: [
            'arn:aws:dynamodb:eu-central-1:111122223333:table/fraud-features',
          ],
        },
      },
    }),
  },
  {
    description: 'Lets a workload sign in to a database with IAM, as a draft',
    example: step({
      request: {
        ...workload,
        rdsAccess: {
          resourceId: 'db-ABCDEFGHIJKLMNOPQRSTUVWXYZ',
          username: 'fraud_scoring',
        },
        owner: 'group:default/ml-research',
        reason: 'Reads labelled transactions, ticket ML-42',
        draft: true,
      },
    }),
  },
  {
    description:
      'Refuses to open anything when the plan is no longer the one that was previewed',
    example: step({
      request: '${{ parameters.request }}',
      expectedDigest: '${{ parameters.previewDigest }}',
      expectedCommit: '${{ parameters.previewCommit }}',
    }),
  },
];
