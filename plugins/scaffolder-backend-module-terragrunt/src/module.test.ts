import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import { JsonObject } from '@backstage/types';
import request from 'supertest';
import terragruntModule from './index';
import { SandboxPortal, workloadRequest } from './__testUtils__/portal';

const template = {
  apiVersion: 'scaffolder.backstage.io/v1beta3',
  kind: 'Template',
  metadata: { name: 'workload', namespace: 'default' },
  spec: {
    type: 'ml-workload',
    EXPERIMENTAL_recovery: { EXPERIMENTAL_strategy: 'startOver' },
    parameters: [{ properties: {} }],
    steps: [
      {
        id: 'propose',
        name: 'Propose',
        action: 'terragrunt:workload:propose',
        input: {
          request: '${{ parameters }}',
          token: '${{ secrets.USER_OAUTH_TOKEN }}',
        },
      },
    ],
    output: {
      links: [{ url: '${{ steps.propose.output.remoteUrl }}' }],
      text: [{ content: '${{ steps.propose.output.summary }}' }],
      number: '${{ steps.propose.output.pullRequestNumber }}',
      outcome: '${{ steps.propose.output.outcome }}',
    },
  },
};

const user = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: {
    name: 'dana',
    namespace: 'default',
    annotations: { 'github.com/user-login': 'dana' },
  },
  spec: { profile: { displayName: 'Dana Okafor' }, memberOf: [] },
};

describe('terragruntModule', () => {
  let portal: SandboxPortal;
  let backend: TestBackend;

  async function start(scaffolder: JsonObject = {}, denied = false) {
    backend = await startTestBackend({
      features: [
        scaffolderPlugin,
        terragruntModule,
        mockServices.rootConfig.factory({
          data: {
            backend: { baseUrl: 'http://localhost' },
            ...portal.config(scaffolder),
          },
        }),
        catalogServiceMock.factory({ entities: [template, user] }),
        mockServices.permissions.mock({
          authorize: async requests =>
            requests.map(({ permission }) => ({
              result:
                denied && permission.name === 'ml-platform.change.propose'
                  ? AuthorizeResult.DENY
                  : AuthorizeResult.ALLOW,
            })),
          authorizeConditional: async requests =>
            requests.map(() => ({
              result: AuthorizeResult.ALLOW as AuthorizeResult.ALLOW,
            })),
        }).factory,
      ],
    });
  }

  beforeEach(async () => {
    portal = await SandboxPortal.start();
  });

  afterEach(async () => {
    await backend.stop();
    await portal.stop();
  });

  const asDana = () => mockCredentials.user.header('user:default/dana');

  async function create(values: JsonObject, secrets?: JsonObject) {
    const { body, status } = await request(backend.server)
      .post('/api/scaffolder/v2/tasks')
      .set('authorization', asDana())
      .send({ templateRef: 'template:default/workload', values, secrets });
    expect({ status, body }).toMatchObject({ status: 201 });
    return await finished(body.id);
  }

  async function retry(taskId: string) {
    const { status } = await request(backend.server)
      .post(`/api/scaffolder/v2/tasks/${taskId}/retry`)
      .set('authorization', asDana())
      .send({});
    expect(status).toBe(201);
    return await finished(taskId);
  }

  /** Waits for a task to end; a retry begins its events anew. Gives its status, log and output. */
  async function finished(taskId: string) {
    for (;;) {
      const { body: events } = await request(backend.server)
        .get(`/api/scaffolder/v2/tasks/${taskId}/events`)
        .set('authorization', asDana());
      const { body: task } = await request(backend.server)
        .get(`/api/scaffolder/v2/tasks/${taskId}`)
        .set('authorization', asDana());
      const completion = events.find(
        (event: { type: string }) => event.type === 'completion',
      );
      if (completion && ['completed', 'failed'].includes(task.status)) {
        return {
          taskId,
          status: task.status as string,
          output: completion.body.output,
          log: events
            .map((event: any) => event.body.message)
            .join('\n') as string,
          everything: JSON.stringify(events),
        };
      }
      await new Promise(resolve => {
        setTimeout(resolve, 50);
      });
    }
  }

  it('offers the action with its schema and examples', async () => {
    await start();
    const { body } = await request(backend.server)
      .get('/api/scaffolder/v2/actions')
      .set('authorization', asDana());
    const action = body.find(
      (item: { id: string }) => item.id === 'terragrunt:workload:propose',
    );
    expect(action.schema.input).toMatchObject({
      type: 'object',
      required: ['request'],
      properties: {
        request: {
          type: 'object',
          properties: { environment: { type: 'string' } },
        },
        token: { type: 'string' },
      },
    });
    expect(Object.keys(action.schema.output.properties).sort()).toEqual([
      'branchName',
      'entityRef',
      'environment',
      'findings',
      'outcome',
      'pullRequestNumber',
      'remoteUrl',
      'serviceAccountName',
      'summary',
    ]);
    expect(action.examples.length).toBeGreaterThan(3);
  });

  it('takes a form to a pull request by its person, and twice to the same one', async () => {
    await start();
    const secrets = { USER_OAUTH_TOKEN: portal.sandbox.tokenFor('dana') };
    const first = await create(workloadRequest(), secrets);
    expect(first).toMatchObject({ status: 'completed' });
    expect(first.output).toMatchObject({ outcome: 'created' });
    expect(first.log).toContain('Opened the pull request #');
    expect(first.log).not.toContain('No GitHub token of yours');
    const [pull] = await portal.pulls();
    expect(first.output.links[0].url).toBe(
      `${portal.sandbox.url}/acme/ml-infra/pull/${pull.number}`,
    );
    expect(pull).toMatchObject({
      title: 'Add ML workload fraud-scoring to dev',
      user: { login: 'dana' },
    });
    expect(first.everything).not.toContain(secrets.USER_OAUTH_TOKEN);

    const again = await create(workloadRequest(), secrets);
    expect(again.output).toMatchObject({
      outcome: 'unchanged',
      number: first.output.number,
    });
    expect(await portal.pulls()).toHaveLength(1);
  });

  it.each([
    ['POST', '/repos/acme/ml-infra/git/trees'],
    ['POST', '/repos/acme/ml-infra/git/refs'],
    ['POST', '/repos/acme/ml-infra/pulls'],
  ])(
    'fails clearly when GitHub is down at %s %s, and a retry ends with one pull request',
    async (method, path) => {
      await start();
      portal.sandbox.setFault({ method, path, status: 502 });
      const failed = await create(workloadRequest(), {
        USER_OAUTH_TOKEN: portal.sandbox.tokenFor('dana'),
      });
      expect(failed.status).toBe('failed');
      expect(failed.everything).toContain('it answered 502; try again');
      expect(await portal.branches()).toEqual(['main']);

      portal.sandbox.clearFaults();
      const retried = await retry(failed.taskId);
      expect(retried).toMatchObject({ status: 'completed' });
      expect(retried.log).toContain('No GitHub token of yours came along');
      expect(retried.output).toMatchObject({ outcome: 'created' });
      expect(await portal.pulls()).toHaveLength(1);
      expect(await portal.branches()).toHaveLength(2);
    },
  );

  it('says plainly that a retry lacks the person’s token when it must be theirs', async () => {
    await start({ requireScmUserCredentials: true });
    portal.sandbox.setFault({
      method: 'POST',
      path: '/repos/acme/ml-infra/pulls',
      status: 502,
    });
    const failed = await create(workloadRequest(), {
      USER_OAUTH_TOKEN: portal.sandbox.tokenFor('dana'),
    });
    portal.sandbox.clearFaults();
    const retried = await retry(failed.taskId);
    expect(retried.status).toBe('failed');
    expect(retried.everything).toMatch(
      /no token of yours came along; open the template again/,
    );
    expect(await portal.pulls()).toEqual([]);
  });

  it('fails with the field of a wrong value', async () => {
    await start();
    const failed = await create(
      workloadRequest({
        s3Access: { bucketArns: ['arn:aws:s3:::*'], readOnly: true },
      }),
    );
    expect(failed.status).toBe('failed');
    expect(failed.everything).toContain('s3Access.bucketArns[0]');
    expect(await portal.branches()).toEqual(['main']);
  });

  it('keeps out who may not propose changes', async () => {
    await start({}, true);
    const failed = await create(workloadRequest());
    expect(failed.status).toBe('failed');
    expect(failed.everything).toContain('ml-platform.change.propose');
  });

  it('shows the changed files in a dry run', async () => {
    await start();
    const { body, status } = await request(backend.server)
      .post('/api/scaffolder/v2/dry-run')
      .set('authorization', asDana())
      .send({
        template,
        values: workloadRequest(),
        secrets: { USER_OAUTH_TOKEN: portal.sandbox.tokenFor('dana') },
        directoryContents: [],
      });
    expect({ status, error: body.error }).toEqual({ status: 200 });
    expect(
      body.directoryContents.map((file: { path: string }) => file.path).sort(),
    ).toEqual([
      'env/dev/aws/irsa-ml-workloads/terragrunt.hcl',
      'env/dev/catalog/workload-fraud-scoring.yaml',
    ]);
    expect(body.output).toMatchObject({ outcome: 'dry-run' });
    expect(JSON.stringify(body)).not.toContain(portal.sandbox.tokenFor('dana'));
    expect(await portal.branches()).toEqual(['main']);
  });

  it('stops the portal from starting with a configuration that cannot be used', async () => {
    await start();
    const config = portal.config() as any;
    config.mlPlatform.repositories[0].repoUrl = 'acme/ml-infra';
    await expect(
      startTestBackend({
        features: [
          scaffolderPlugin,
          terragruntModule,
          mockServices.rootConfig.factory({ data: config }),
          catalogServiceMock.factory(),
        ],
      }),
    ).rejects.toThrow(/mlPlatform\.repositories\[0\]\.repoUrl/);
  });
});
