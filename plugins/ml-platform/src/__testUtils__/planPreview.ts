import type { PlanPreview } from '@ml-platform/plugin-ml-platform-common';

/** The answer to a request for the workload `feast` in `test`, without a finding. */
export function planPreview(overrides?: Partial<PlanPreview>): PlanPreview {
  return {
    kind: 'workload',
    repository: {
      id: 'ml-infra',
      webUrl: 'http://localhost:7100/acme/ml-infra',
    },
    environment: 'test',
    name: 'feast',
    base: {
      branch: 'main',
      commit: '0123456789012345678901234567890123456789',
    },
    operation: 'create',
    title: 'Add ML workload feast to test',
    digest: 'd1',
    files: [
      {
        path: 'env/test/aws/irsa-ml-workloads/terragrunt.hcl',
        status: 'changed',
        hunks: [
          {
            oldStart: 2,
            oldLines: 2,
            newStart: 2,
            newLines: 3,
            header: 'inputs = {',
            lines: [
              '   workloads = [',
              '+    { name = "feast" },',
              '-    # none yet',
              '   ]',
            ],
          },
        ],
        additions: 1,
        deletions: 1,
      },
    ],
    findings: [],
    summary: {
      what: 'Adds the ML workload feast to test.',
      inputs: [{ name: 'name', value: 'feast' }],
      willExist: ['IAM role `test-feast-irsa`'],
      changesInPlace: [],
      replaced: [],
      afterMerge: ['Restart the pods'],
      rollback: 'Revert the pull request.',
      reviewerChecks: [],
    },
    access: [
      {
        kind: 's3',
        sentence: 'May list and read all objects in bucket features-offline.',
        policyName: 'test-feast-s3',
        policy: {
          Version: '2012-10-17',
          Statement: [
            {
              Effect: 'Allow',
              Action: ['s3:GetObject'],
              Resource: ['arn:aws:s3:::features-offline/*'],
            },
          ],
        },
        resources: ['arn:aws:s3:::features-offline'],
        alsoReachableBy: [],
      },
    ],
    codeOwners: [
      {
        path: 'env/test/aws/irsa-ml-workloads/terragrunt.hcl',
        owners: ['@acme/ml-platform'],
      },
    ],
    entityRef: 'component:default/test-feast',
    ...overrides,
  };
}
