import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

function steps(input: object): string {
  return stringify({
    steps: [
      {
        id: 'skeleton',
        name: 'Fetch the skeleton',
        action: 'fetch:plain',
        input: { url: './skeleton', targetPath: 'skeleton' },
      },
      {
        id: 'create',
        name: 'Create the repository',
        action: 'terragrunt:repository:create',
        input,
      },
    ],
  });
}

export const examples: TemplateExample[] = [
  {
    description:
      'Passes the whole form and makes the repository as the person who filled it in',
    example: steps({
      request: '${{ parameters }}',
      token: '${{ secrets.USER_OAUTH_TOKEN }}',
    }),
  },
  {
    description:
      'Makes a repository with the environment dev, all else default',
    example: steps({
      request: {
        repoUrl: 'github.com?owner=acme&repo=ml-infra',
        codeOwners: ['group:default/ml-platform'],
        environment: 'dev',
        accountId: '111122223333',
        region: 'eu-west-2',
        cidrBlock: '10.20.0.0/20',
      },
    }),
  },
];
