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

const template = parse(
  readFileSync(
    resolve(__dirname, '../../../templates/user-profile/template.yaml'),
    'utf8',
  ),
);

const user = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: {
    name: 'dana',
    namespace: 'default',
    annotations: { 'github.com/user-login': 'dana' },
  },
  spec: {
    profile: { displayName: 'Dana Okafor', email: 'dana@acme.example' },
    memberOf: [],
  },
};

const VALUES = {
  username: 'dana.okafor',
  email: 'dana@acme.example',
  repository: 'ml-infra',
  environment: 'prod',
  role: 'User',
  createAccessKey: false,
  preview: {},
};

describe('the template user-profile', () => {
  let portal: SandboxPortal;
  let backend: TestBackend;

  beforeEach(async () => {
    portal = await SandboxPortal.start();
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
        catalogServiceMock.factory({
          entities: [
            {
              ...template,
              metadata: { ...template.metadata, namespace: 'default' },
            },
            user,
          ],
        }),
      ],
    });
  });

  afterEach(async () => {
    await backend.stop();
    await portal.stop();
  });

  const asDana = () => mockCredentials.user.header('user:default/dana');

  async function create(values: object) {
    const { body, status } = await request(backend.server)
      .post('/api/scaffolder/v2/tasks')
      .set('authorization', asDana())
      .send({
        templateRef: 'template:default/user-profile',
        values,
        secrets: { USER_OAUTH_TOKEN: portal.sandbox.tokenFor('dana') },
      });
    expect({ status, body }).toMatchObject({ status: 201 });
    for (;;) {
      const { body: events } = await request(backend.server)
        .get(`/api/scaffolder/v2/tasks/${body.id}/events`)
        .set('authorization', asDana());
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

  it('opens one pull request in the name of the person, who asks for it twice', async () => {
    const { output, log } = await create(VALUES);
    expect(log).toContain('Finished step Propose the profile');
    const [pull] = await portal.pulls();

    expect(pull).toMatchObject({
      title: 'Add user profile dana.okafor to prod',
      head: { ref: 'ml-platform/profile/prod/dana.okafor' },
      user: { login: 'dana' },
    });
    expect(JSON.stringify(output)).toContain('mlplatform-access-dana-okafor');
    const diff = await portal.git(
      'diff',
      'main...ml-platform/profile/prod/dana.okafor',
    );
    expect(diff).toContain('+    "dana.okafor"');

    await create(VALUES);
    expect(await portal.pulls('all')).toHaveLength(1);
  });

  it('says in the log what is wrong, and opens nothing', async () => {
    const { log } = await create({
      ...VALUES,
      role: 'Developer',
      reason: 'Runs the clusters',
      approver: 'user:default/dana',
    });

    expect(log).toContain('cannot approve it as well');
    expect(await portal.pulls()).toEqual([]);
  });

  it('refuses a plan that is not the one that was shown', async () => {
    const { log } = await create({
      ...VALUES,
      preview: { digest: 'of-something-else' },
    });

    expect(log).toMatch(/preview/);
    expect(await portal.pulls()).toEqual([]);
  });
});
