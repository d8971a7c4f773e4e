import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import request from 'supertest';
import { parse } from 'yaml';
import terragruntModule from './index';
import { SandboxPortal } from './__testUtils__/portal';

const file = resolve(
  __dirname,
  '../../../templates/ml-platform-repository/template.yaml',
);
const parsed = parse(readFileSync(file, 'utf8'));
const template = {
  ...parsed,
  metadata: {
    ...parsed.metadata,
    namespace: 'default',
    annotations: { 'backstage.io/managed-by-location': `file:${file}` },
  },
};
const user = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: {
    name: 'piotr',
    namespace: 'default',
    annotations: { 'github.com/user-login': 'piotr' },
  },
  spec: { profile: { displayName: 'Piotr Lind' }, memberOf: [] },
};

describe('the template ml-platform-repository', () => {
  let portal: SandboxPortal;
  let backend: TestBackend;

  beforeEach(async () => {
    portal = await SandboxPortal.start('ml-new');
    backend = await startTestBackend({
      features: [
        scaffolderPlugin,
        terragruntModule,
        mockServices.rootConfig.factory({
          data: {
            backend: { baseUrl: 'http://localhost' },
            ...portal.config(),
          },
        }),
        catalogServiceMock.factory({ entities: [template, user] }),
      ],
    });
  });

  afterEach(async () => {
    await backend.stop();
    await portal.stop();
  });

  const asPiotr = () => mockCredentials.user.header('user:default/piotr');

  async function create(values: object) {
    const { body, status } = await request(backend.server)
      .post('/api/scaffolder/v2/tasks')
      .set('authorization', asPiotr())
      .send({
        templateRef: 'template:default/ml-platform-repository',
        values,
        secrets: { USER_OAUTH_TOKEN: portal.sandbox.tokenFor('piotr') },
      });
    expect({ status, body }).toMatchObject({ status: 201 });
    for (;;) {
      const { body: events } = await request(backend.server)
        .get(`/api/scaffolder/v2/tasks/${body.id}/events`)
        .set('authorization', asPiotr());
      const completion = events.find(
        (event: { type: string }) => event.type === 'completion',
      );
      if (completion) {
        return {
          output: completion.body.output,
          log: events
            .map((event: any) => event.body.message)
            .join('\n') as string,
        };
      }
      await new Promise(done => {
        setTimeout(done, 50);
      });
    }
  }

  const values = () => ({
    repoUrl: portal.repoUrl,
    visibility: 'private',
    owner: 'group:default/ml-platform',
    codeOwners: ['group:default/ml-platform'],
    environment: 'dev',
    project: 'mlops',
    accountId: '222233334444',
    region: 'eu-west-2',
    cidrBlock: '10.155.80.0/20',
    kubernetesVersion: '1.35',
  });

  it('fetches its skeleton, makes the repository, and says what to configure', async () => {
    const { output, log } = await create(values());
    expect(log).toContain('Finished step Make the repository');
    expect(log).not.toContain('/etc/');
    const files = await portal.git('ls-tree', '-r', '--name-only', 'main');
    expect(files).toContain('.github/workflows/apply.yaml');
    expect(files).toContain('env/dev/aws/eks/terragrunt.hcl');
    // The page leaves out links that lead nowhere.
    const links = output.links.filter(
      (link: { url?: string; entityRef?: string }) =>
        link.url ?? link.entityRef,
    );
    const next = links.splice(2);
    expect(links).toEqual([
      {
        title: 'The repository',
        icon: 'github',
        url: `${portal.sandbox.url}/acme/ml-new`,
      },
      {
        title: 'The repository in the catalog',
        icon: 'catalog',
        entityRef: 'component:default/ml-new',
      },
    ]);
    const common = { repository: portal.repoUrl, owner: values().owner };
    expect(
      next.map(({ url }: { url: string }) => {
        const { pathname, searchParams } = new URL(url, 'http://localhost');
        return [pathname, JSON.parse(searchParams.get('formData')!)];
      }),
    ).toEqual([
      [
        '/create/templates/default/platform-tool',
        { ...common, environment: 'dev' },
      ],
      [
        '/create/templates/default/user-profile',
        { repository: portal.repoUrl, environment: 'dev' },
      ],
      [
        '/create/templates/default/irsa-ml-workload',
        { ...common, environment: 'dev' },
      ],
      [
        '/create/templates/default/eks-ray-cluster',
        { ...common, intent: 'new-environment' },
      ],
    ]);
    const [summary, configuration] = output.text;
    expect(summary.content).toContain('Made [acme/ml-new]');
    expect(configuration.content).toContain(
      `repoUrl: ${portal.repoUrl}\n      baseBranch: main`,
    );
    expect(JSON.stringify(output)).not.toContain('${{');

    const again = await create(values());
    expect(again.log).toContain('Finished step Make the repository');
    expect(again.output.text[0].content).toContain('Nothing to change');
    expect(again.log).toContain('Skipping step register');
  });

  it('says in the log what is wrong, and makes nothing', async () => {
    const { log } = await create({ ...values(), cidrBlock: '10.155.80.0/30' });
    expect(log).toMatch(/error/i);
    await expect(portal.git('rev-parse', 'main')).rejects.toThrow();
  });
});
