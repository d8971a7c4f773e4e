import { eksToken } from '../__testUtils__/eksToken';
import { HttpsClient } from '../__testUtils__/httpsClient';
import { TestObjects, testPod } from '../__testUtils__/TestObjects';
import { AwsAuthority } from '../aws/AwsAuthority';
import { ApiServer, startApiServer } from './ApiServer';
import { ADMIN_TOKEN, READER_TOKEN } from './Authenticator';

const ACCOUNT = '111122223333';
const READER = 'system:serviceaccount:ml-platform:backstage';

let server: ApiServer;
let clients: HttpsClient[];

beforeEach(async () => {
  const objects = new TestObjects();
  objects.put('pods', testPod('a'));
  const authority = new AwsAuthority({ accountIds: [ACCOUNT, '222233334444'] });
  clients = [];
  server = await startApiServer({
    clusterName: 'demo',
    accountId: ACCOUNT,
    objects,
    verifyToken: (token, cluster) =>
      authority.verifyClusterToken(token, cluster),
  });
});

afterEach(async () => {
  clients.forEach(client => client.close());
  await server.close();
});

function clientWith(token?: string): HttpsClient {
  const client = new HttpsClient(server, token);
  clients.push(client);
  return client;
}

describe('tokens', () => {
  it('of EKS name their caller', async () => {
    const client = clientWith(await eksToken());
    expect((await client.get('/api/v1/pods')).code).toBe(200);
    const { body } = await client.ask(
      'POST',
      '/apis/authentication.k8s.io/v1/selfsubjectreviews',
      { body: {} },
    );
    expect(body.status.userInfo.username).toBe(
      `arn:aws:iam::${ACCOUNT}:user/ml-platform`,
    );
  });

  const now = Date.now();
  it.each([
    ['for another cluster', () => eksToken({ cluster: 'other' })],
    ['with a wrong secret', () => eksToken({ secret: 'wrong' })],
    [
      'of an account without access entry',
      () => eksToken({ account: '222233334444' }),
    ],
    [
      'older than 15 minutes',
      () => eksToken({ signedAt: new Date(now - 16 * 60_000) }),
    ],
    ['that is none', async () => 'k8s-aws-v1.AAAA'],
    ['of nobody', async () => 'constructor'],
  ])('%s are refused without a reason', async (_case, token) => {
    const answer = await clientWith(await token()).get('/api/v1/pods');
    expect(answer.code).toBe(401);
    expect(answer.body).toMatchObject({
      message: 'Unauthorized',
      reason: 'Unauthorized',
    });
  });

  it('of 14 minutes ago are good still', async () => {
    const token = await eksToken({ signedAt: new Date(now - 14 * 60_000) });
    expect((await clientWith(token).get('/api/v1/pods')).code).toBe(200);
  });

  it('are not needed for the version alone', async () => {
    const anonymous = clientWith();
    expect((await anonymous.get('/version')).code).toBe(200);
    expect((await anonymous.get('/healthz')).text).toBe('ok');
    const { code, body } = await anonymous.get('/api/v1/pods');
    expect(code).toBe(403);
    expect(body.message).toBe(
      'pods is forbidden: User "system:anonymous" cannot list resource "pods" in API group "" at the cluster scope',
    );
    expect((await anonymous.get('/apis')).body.message).toBe(
      'forbidden: User "system:anonymous" cannot get path "/apis"',
    );
  });
});

describe('roles', () => {
  it.each([
    [
      '/api/v1/secrets',
      `secrets is forbidden: User "${READER}" cannot list resource "secrets" in API group "" at the cluster scope`,
    ],
    [
      '/api/v1/namespaces/ml/secrets/token',
      `secrets "token" is forbidden: User "${READER}" cannot get resource "secrets" in API group "" in the namespace "ml"`,
    ],
    [
      '/apis/apps/v1/namespaces/ml/deployments?watch=true',
      `deployments.apps is forbidden: User "${READER}" cannot watch resource "deployments" in API group "apps" in the namespace "ml"`,
    ],
  ])('refuse readers %s', async (path, message) => {
    const answer = await clientWith(READER_TOKEN).get(path);
    expect(answer.code).toBe(403);
    expect(answer.body).toMatchObject({ reason: 'Forbidden', message });
  });

  it('are taken away per resource and verb, and given back', async () => {
    const client = clientWith(READER_TOKEN);
    const fault = server.faults.add({
      kind: 'forbid',
      resource: 'pods',
      verbs: ['list', 'watch'],
    });
    const refused = await client.get('/api/v1/pods');
    expect(refused.body).toMatchObject({
      code: 403,
      details: { kind: 'pods' },
      message: `pods is forbidden: User "${READER}" cannot list resource "pods" in API group "" at the cluster scope`,
    });
    expect((await client.get('/api/v1/nodes')).code).toBe(200);
    expect((await client.get('/api/v1/namespaces/default/pods/a')).code).toBe(
      200,
    );
    server.faults.remove(fault.id);
    expect((await client.get('/api/v1/pods')).code).toBe(200);
  });

  const pods = { resource: 'pods', verb: 'watch' };
  it.each([
    ['watch pods', READER_TOKEN, { resourceAttributes: pods }, true],
    [
      'delete pods',
      READER_TOKEN,
      { resourceAttributes: { ...pods, verb: 'delete' } },
      false,
    ],
    [
      'list services/proxy',
      READER_TOKEN,
      {
        resourceAttributes: {
          resource: 'services',
          subresource: 'proxy',
          verb: 'get',
        },
      },
      true,
    ],
    [
      'list rayclusters',
      READER_TOKEN,
      {
        resourceAttributes: {
          group: 'ray.io',
          resource: 'rayclusters',
          verb: 'list',
        },
      },
      true,
    ],
    [
      'anything',
      ADMIN_TOKEN,
      { resourceAttributes: { ...pods, verb: 'delete' } },
      true,
    ],
    [
      'a path',
      READER_TOKEN,
      { nonResourceAttributes: { path: '/metrics', verb: 'get' } },
      false,
    ],
  ])('are told by access reviews: %s', async (_case, token, spec, allowed) => {
    const { code, body } = await clientWith(token).ask(
      'POST',
      '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
      { body: { kind: 'SelfSubjectAccessReview', spec } },
    );
    expect(code).toBe(201);
    expect(body).toMatchObject({
      kind: 'SelfSubjectAccessReview',
      apiVersion: 'authorization.k8s.io/v1',
      spec,
      status: { allowed },
    });
  });

  it('that are refused are refused in reviews too', async () => {
    server.faults.add({ kind: 'forbid', resource: 'pods' });
    const { body } = await clientWith(READER_TOKEN).ask(
      'POST',
      '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
      { body: { spec: { resourceAttributes: pods } } },
    );
    expect(body.status.allowed).toBe(false);
  });
});
