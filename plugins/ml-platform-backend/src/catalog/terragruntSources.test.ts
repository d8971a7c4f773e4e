import { mockServices } from '@backstage/backend-test-utils';
import { allowedPlaces, terragruntSources } from './terragruntSources';

it.each([
  ['github.com', undefined, 'https://github.com/acme/ml-infra'],
  [
    'git.acme.example',
    'https://git.acme.example/api/v3',
    'https://git.acme.example/acme/ml-infra',
  ],
  [
    'localhost:7100',
    'http://localhost:7100/api/v3',
    'http://localhost:7100/acme/ml-infra',
  ],
])('gives the page of a repository on %s', (host, apiBaseUrl, webUrl) => {
  const [source] = terragruntSources(
    mockServices.rootConfig({
      data: {
        integrations: { github: [{ host, ...(apiBaseUrl && { apiBaseUrl }) }] },
        mlPlatform: {
          repositories: [
            { id: 'ml-infra', repoUrl: `${host}?owner=acme&repo=ml-infra` },
          ],
        },
      },
    }),
  );
  expect(source.summary).toEqual({
    id: 'ml-infra',
    title: 'ml-infra',
    webUrl,
    host,
    owner: 'acme',
    name: 'ml-infra',
  });
});

it('tells where new repositories may be made, and where their pages will be', () => {
  expect(
    allowedPlaces(
      mockServices.rootConfig({
        data: {
          integrations: {
            github: [
              {
                host: 'localhost:7100',
                apiBaseUrl: 'http://localhost:7100/api/v3',
              },
            ],
          },
          mlPlatform: {
            policy: {
              allowedRepositories: [
                'localhost:7100?owner=acme&repo=*',
                'github.com?owner=*&repo=ml-infra',
              ],
            },
          },
        },
      }),
    ),
  ).toEqual([
    { host: 'localhost:7100', owner: 'acme', webUrl: 'http://localhost:7100' },
    { host: 'github.com', webUrl: 'https://github.com' },
  ]);
});
