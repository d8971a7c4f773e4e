import { HostPullRequest } from '../../host/RepositoryHost';
import { ChangePlan } from '../../plan';
import { ChangeIdentity } from '../changeIdentity';
import { ChangeMarker, wrapSection } from '../changeMarker';

export const identity: ChangeIdentity = {
  kind: 'workload',
  thing: 'workload',
  repository: 'acme/ml-infra',
  environment: 'dev',
  name: 'mlflow',
};

export const branch = 'ml-platform/workload/dev/mlflow';

export function marker(changes: Partial<ChangeMarker> = {}): ChangeMarker {
  return {
    version: 1,
    ...identity,
    requester: 'user:default/dana',
    requestDigest: 'digest-of-request',
    planDigest: 'digest-of-plan',
    head: 'head',
    title: 'Add workload mlflow to dev',
    request: { name: 'mlflow' },
    ...changes,
  };
}

export function pullRequest(
  changes: Partial<HostPullRequest> = {},
): HostPullRequest {
  return {
    number: 12,
    url: 'http://localhost:7100/acme/ml-infra/pull/12',
    title: 'Add workload mlflow to dev',
    body: wrapSection('text', marker()),
    state: 'open',
    merged: false,
    author: 'dana',
    branch,
    headSha: 'head',
    baseBranch: 'main',
    fromFork: false,
    ...changes,
  };
}

export function changePlan(changes: Partial<ChangePlan> = {}): ChangePlan {
  return {
    kind: 'workload',
    repository: {
      id: 'ml-infra',
      host: 'localhost:7100',
      owner: 'acme',
      name: 'ml-infra',
      webUrl: 'http://localhost:7100/acme/ml-infra',
    },
    environment: 'dev',
    name: 'mlflow',
    base: { branch: 'main', commit: 'c0ffee'.padEnd(40, '0') },
    operation: 'create',
    title: 'Add workload mlflow to dev',
    files: [
      { path: 'env/dev/catalog/workload-mlflow.yaml', after: 'kind: X\n' },
      {
        path: 'env/dev/aws/irsa-ml-workloads/terragrunt.hcl',
        before: 'a\n',
        after: 'b\n',
      },
    ],
    findings: [],
    summary: {
      what: 'Give the workload mlflow in dev a role of its own.',
      inputs: [{ name: 'namespace', value: 'mlflow' }],
      willExist: ['IAM role `dev-mlflow-irsa`'],
      changesInPlace: [],
      replaced: [],
      afterMerge: ['Restart the pods.'],
      rollback: 'Revert the commit.',
      reviewerChecks: ['The bucket belongs to the team.'],
    },
    access: [
      {
        kind: 's3',
        sentence: 'May read and write the bucket acme-models.',
        policyName: 'dev-mlflow-s3',
        policy: {
          Version: '2012-10-17',
          Statement: [
            {
              Effect: 'Allow',
              Action: ['s3:GetObject'],
              Resource: ['arn:aws:s3:::acme-models/*'],
            },
          ],
        },
        resources: ['arn:aws:s3:::acme-models'],
        alsoReachableBy: [],
      },
    ],
    entityRef: 'component:default/dev-mlflow',
    digest: 'digest-of-plan',
    ...changes,
  };
}
