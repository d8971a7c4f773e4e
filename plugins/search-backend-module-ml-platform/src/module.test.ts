import {
  SchedulerServiceTaskFunction,
  createBackendPlugin,
  coreServices,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import searchPlugin from '@backstage/plugin-search-backend';
import { mlPlatformInventoryReadPermission } from '@ml-platform/plugin-ml-platform-common';
import Router from 'express-promise-router';
import request from 'supertest';
import searchModule from '.';

const ACCOUNT = '111122223333';
const REGION = 'eu-west-2';
const clusterArn = `arn:aws:eks:${REGION}:${ACCOUNT}:cluster/demo`;

const item = (kind: string, id: string, name: string, more: object) => ({
  kind,
  id,
  name,
  accountId: ACCOUNT,
  region: REGION,
  health: { status: 'healthy', causes: [] },
  ...more,
});

const LISTS: Record<string, object[]> = {
  // More than one page.
  '/clusters': Array.from({ length: 201 }, (_, index) =>
    item('eks-cluster', `${clusterArn}${index}`, `demo${index}`, {
      facts: { version: '1.34' },
    }),
  ),
  '/endpoints': [
    item(
      'sagemaker-endpoint',
      `arn:aws:sagemaker:${REGION}:${ACCOUNT}:endpoint/ranking`,
      'ranking',
      {
        owner: 'group:default/ml-research',
        facts: {
          variants: [{ modelName: 'ranker', instanceType: 'ml.g5.xlarge' }],
        },
      },
    ),
  ],
  '/ray-clusters': [
    item('ray-cluster', `${clusterArn}/ray/tuning`, 'tuning', {
      clusterName: 'demo',
      namespace: 'ray',
      facts: {},
    }),
  ],
  '/ray-services': [
    item('ray-service', `${clusterArn}/ray/captions`, 'captions', {
      clusterName: 'demo',
      namespace: 'ray',
      facts: { active: { applications: [{ name: 'captioner' }] } },
    }),
  ],
};

/** The inventory's lists, for who comes with the credentials of the search plugin. */
const inventory = createBackendPlugin({
  pluginId: 'ml-platform',
  register(env) {
    env.registerInit({
      deps: {
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
      },
      async init({ httpAuth, httpRouter }) {
        const router = Router();
        for (const [path, items] of Object.entries(LISTS)) {
          router.get(path, async (req, res) => {
            const { principal } = await httpAuth.credentials(req, {
              allow: ['service'],
            });
            if (principal.subject !== 'plugin:search') {
              throw new NotAllowedError(principal.subject);
            }
            const offset = Number(req.query.offset);
            res.json({
              items: items.slice(offset, offset + Number(req.query.limit)),
              total: items.length,
              sources: [],
            });
          });
        }
        httpRouter.use(router);
      },
    });
  },
});

async function start(mayRead: (resourceRef: string) => boolean) {
  const permissions = mockServices.permissions.mock({
    authorizeConditional: jest.fn(async queries =>
      queries.map(({ permission }) => {
        expect(permission.name).toBe(mlPlatformInventoryReadPermission.name);
        return {
          result: AuthorizeResult.CONDITIONAL,
          pluginId: 'ml-platform',
          resourceType: mlPlatformInventoryReadPermission.resourceType,
          conditions: {} as never,
        };
      }),
    ),
    authorize: jest.fn(async queries =>
      queries.map(({ resourceRef = '' }) => ({
        result: mayRead(resourceRef)
          ? AuthorizeResult.ALLOW
          : AuthorizeResult.DENY,
      })),
    ),
  });
  const tasks: SchedulerServiceTaskFunction[] = [];
  const scheduler = mockServices.scheduler.mock({
    createScheduledTaskRunner: () => ({
      run: async ({ fn }) => {
        tasks.push(fn);
      },
    }),
  });
  const { server } = await startTestBackend({
    features: [
      searchPlugin,
      searchModule,
      inventory,
      permissions.factory,
      scheduler.factory,
      mockServices.rootConfig.factory({
        data: { permission: { enabled: true } },
      }),
    ],
  });
  await Promise.all(tasks.map(run => run(new AbortController().signal)));
  return async (term: string) => {
    const { body } = await request(server)
      .get('/api/search/query')
      .query({ term })
      .expect(200);
    return body.results.map((each: any) => each.document) as any[];
  };
}

describe('search', () => {
  it('finds clusters of every page, endpoints, Ray clusters and services', async () => {
    const search = await start(() => true);
    await expect(search('ranking')).resolves.toEqual([
      {
        title: 'ranking',
        text: `SageMaker endpoint, account ${ACCOUNT}, region ${REGION}. ranker, ml.g5.xlarge. arn:aws:sagemaker:${REGION}:${ACCOUNT}:endpoint/ranking`,
        location: `/ml-platform/sagemaker/arn%3Aaws%3Asagemaker%3A${REGION}%3A${ACCOUNT}%3Aendpoint%2Franking`,
        kind: 'sagemaker-endpoint',
        accountId: ACCOUNT,
        region: REGION,
        owner: 'group:default/ml-research',
      },
    ]);
    // Search finds what is spelt alike too.
    await expect(search('demo200')).resolves.toContainEqual(
      expect.objectContaining({ title: 'demo200', kind: 'eks-cluster' }),
    );
    await expect(search('tuning')).resolves.toMatchObject([
      {
        kind: 'ray-cluster',
        clusterName: 'demo',
        location: `/ml-platform/ray/clusters/${encodeURIComponent(
          `${clusterArn}/ray/tuning`,
        )}`,
      },
    ]);
    await expect(search('captioner')).resolves.toMatchObject([
      { title: 'captions', kind: 'ray-service', namespace: 'ray' },
    ]);
  });

  it('asks for each result whether the person may see it', async () => {
    const search = await start(ref => ref.startsWith('ray-cluster:'));
    await expect(search('ranking')).resolves.toEqual([]);
    await expect(search('demo200')).resolves.toEqual([]);
  });
});
