import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

function step(input: object): string {
  return stringify({
    steps: [
      {
        id: 'propose',
        name: 'Propose the removal',
        action: 'terragrunt:removal:propose',
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
    description: 'Takes a workload out of the code, with its entity',
    example: step({
      request: {
        repository: 'ml-infra',
        environment: 'dev',
        kind: 'workload',
        name: 'nightly-eval',
        reason: 'The nightly jobs run on Ray now, ticket ML-57',
      },
    }),
  },
  {
    description: 'Takes the profile of a person out of the code, as a draft',
    example: step({
      request: {
        repository: 'ml-infra',
        environment: 'dev',
        kind: 'profile',
        name: 'piotr.lind',
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
