import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

function step(input: object): string {
  return stringify({
    steps: [
      {
        id: 'propose',
        name: 'Propose the tool',
        action: 'terragrunt:tool:propose',
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
    description: 'Adds MLflow with its bucket, database, role and release',
    example: step({
      request: {
        repository: 'ml-infra',
        environment: 'dev',
        tool: 'mlflow',
        answers: {
          domainName: 'ml.acme.example',
          rdsInstanceClass: 'db.m7g.large',
        },
      },
    }),
  },
  {
    description: 'Adds JupyterHub; the secret is named, as a draft',
    example: step({
      request: {
        repository: 'ml-infra',
        environment: 'dev',
        tool: 'jupyterhub',
        answers: {
          domainName: 'ml.acme.example',
          gitClientId: 'Iv1.0123456789abcdef',
          gitClientSecretSecretName: 'ml-platform/jupyterhub/client-secret',
          allowedOrganizations: ['acme'],
        },
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
