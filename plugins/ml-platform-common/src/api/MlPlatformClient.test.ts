import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { MlPlatformClient } from './MlPlatformClient';

describe('MlPlatformClient', () => {
  const requests: string[] = [];
  let server: Server;
  let client: MlPlatformClient;
  let baseUrl: string;

  beforeAll(async () => {
    server = createServer((request, response) => {
      requests.push(`${request.method} ${request.url}`);
      response.setHeader('content-type', 'application/json');
      if (request.url === '/api/ml-platform/plans') {
        text(request).then(body =>
          response.end(
            JSON.stringify({
              body: JSON.parse(body),
              type: request.headers['content-type'],
              token: request.headers['x-scm-user-token'],
            }),
          ),
        );
      } else if (request.url === '/api/ml-platform/repositories') {
        response.end(JSON.stringify({ items: [{ id: 'ml-infra' }] }));
      } else if (request.url?.includes('/down/')) {
        response.statusCode = 503;
        response.end(
          JSON.stringify({
            error: { name: 'ServiceUnavailableError', message: 'try later' },
            response: { statusCode: 503 },
          }),
        );
      } else {
        response.end(
          JSON.stringify({ items: [], commit: 'abc', stale: false }),
        );
      }
    });
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    baseUrl = `http://127.0.0.1:${port}/api/ml-platform`;
    client = new MlPlatformClient({
      discoveryApi: {
        getBaseUrl: async pluginId =>
          `http://127.0.0.1:${port}/api/${pluginId}`,
      },
      fetchApi: { fetch },
    });
  });

  afterAll(() => new Promise(done => server.close(done)));
  beforeEach(() => requests.splice(0));

  it('lists the repositories', async () => {
    await expect(client.listRepositories()).resolves.toEqual({
      items: [{ id: 'ml-infra' }],
    });
  });

  it('escapes the repository id in the path', async () => {
    await client.listEnvironments('a/b c');
    expect(requests).toEqual([
      'GET /api/ml-platform/repositories/a%2Fb%20c/environments',
    ]);
  });

  it('throws what the backend says', async () => {
    await expect(client.listEnvironments('down')).rejects.toMatchObject({
      name: 'ResponseError',
      statusCode: 503,
      cause: { name: 'ServiceUnavailableError', message: 'try later' },
    });
  });

  it('sends a body through middleware that makes requests of what it is given', async () => {
    // as Backstage's plugin protocol middleware does, which passes the original on
    const middleware: typeof fetch = (input, init) => {
      expect(new Request(input, init).url).toContain('/plans');
      return fetch(input, init);
    };
    const plan = { kind: 'workload' as const, request: { name: 'mlflow' } };
    const answer = await new MlPlatformClient({
      discoveryApi: { getBaseUrl: async () => baseUrl },
      fetchApi: { fetch: middleware },
    }).previewPlan(plan, { token: 'of-dana' });
    expect(answer).toEqual({
      body: plan,
      type: 'application/json',
      token: 'of-dana',
    });
  });

  it('stops when the caller aborts', async () => {
    const controller = new AbortController();
    controller.abort();
    await expect(
      client.listEnvironments('ml-infra', { signal: controller.signal }),
    ).rejects.toMatchObject({ name: 'AbortError' });
  });
});
