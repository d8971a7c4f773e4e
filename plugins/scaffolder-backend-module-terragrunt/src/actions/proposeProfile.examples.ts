import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

function step(input: object): string {
  return stringify({
    steps: [
      {
        id: 'propose',
        name: 'Propose the profile',
        action: 'terragrunt:profile:propose',
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
    description: 'Lets a person work with SageMaker, without an access key',
    example: step({
      request: {
        repository: 'ml-infra',
        environment: 'dev',
        username: 'amara.silva',
        email: 'amara@acme.example',
        role: 'User',
        createAccessKey: false,
      },
    }),
  },
  {
    description: 'Asks for a developer, with reason and approver, as a draft',
    example: step({
      request: {
        repository: 'ml-infra',
        environment: 'prod',
        username: 'dana.okafor',
        email: 'dana@acme.example',
        role: 'Developer',
        reason: 'Takes over the GPU node groups, ticket ML-61',
        approver: 'user:default/amara',
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
