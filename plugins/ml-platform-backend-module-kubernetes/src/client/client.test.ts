import { once } from 'node:events';
import { IncomingMessage, ServerResponse } from 'node:http';
import {
  Http2SecureServer,
  ServerHttp2Session,
  createSecureServer,
} from 'node:http2';
import { createServer } from 'node:https';
import { AddressInfo } from 'node:net';
import {
  ServerCertificate,
  createServerCertificate,
} from '@ml-platform/sandbox';
import { fixedToken } from '../auth';
import { until } from '../__testUtils__/FakeSession';
import { quick } from '../__testUtils__/clusters';
import { ClientTimes, KubernetesClient, Turns, breather } from '.';

const { signal } = new AbortController();
let certificate: ServerCertificate;
const closing: (() => Promise<unknown> | unknown)[] = [];

beforeAll(async () => {
  certificate = await createServerCertificate('demo');
});

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) {
    await close();
  }
});

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

async function listen(
  server: ReturnType<typeof createServer> | Http2SecureServer,
  times: Partial<ClientTimes> = {},
): Promise<KubernetesClient> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => server.close());
  const { port } = server.address() as AddressInfo;
  const client = new KubernetesClient({
    url: `https://localhost:${port}/base`,
    authority: certificate.authority,
    token: fixedToken('token'),
    times: { ...quick, ...times },
  });
  closing.push(() => client.close());
  return client;
}

async function http2(handler: Handler, times: Partial<ClientTimes> = {}) {
  const { key, certificate: cert } = certificate;
  const server = createSecureServer({ key, cert }, (request, response) =>
    handler(
      request as object as IncomingMessage,
      response as object as ServerResponse,
    ),
  );
  const sessions: ServerHttp2Session[] = [];
  server.on('session', session => {
    sessions.push(session);
    closing.push(() => session.destroy());
  });
  return { sessions, client: await listen(server, times) };
}

const bookmark = `${JSON.stringify({
  type: 'BOOKMARK',
  object: { metadata: { resourceVersion: '7' } },
})}\n`;

/** Watches are opened and stay; everything else is answered with its path. */
const answering: Handler = (request, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  if (request.url?.includes('watch=1')) {
    response.write(bookmark);
  } else {
    response.end(JSON.stringify({ path: request.url }));
  }
};

const watch = (client: KubernetesClient) =>
  client.watch('/pods?watch=1', signal)[Symbol.asyncIterator]();

it('shares one connection between requests and watches', async () => {
  const { client, sessions } = await http2(answering);
  const [pods, nodes] = [watch(client), watch(client)];

  expect(await pods.next()).toMatchObject({ value: { type: 'BOOKMARK' } });
  expect(await nodes.next()).toMatchObject({ value: { type: 'BOOKMARK' } });
  expect(await client.json('/version', { signal })).toEqual({
    path: '/base/version',
  });
  expect(sessions).toHaveLength(1);
});

it('speaks HTTP/1.1 with who knows no other', async () => {
  const { key, certificate: cert } = certificate;
  const server = createServer({ key, cert }, answering);
  closing.push(() => server.closeAllConnections());
  const client = await listen(server);

  expect(await watch(client).next()).toMatchObject({
    value: { type: 'BOOKMARK' },
  });
  expect(await client.json('/version', { signal })).toEqual({
    path: '/base/version',
  });
});

it('opens another connection when the server takes leave, and reads on', async () => {
  const responses: ServerResponse[] = [];
  const { client, sessions } = await http2((request, response) => {
    responses.push(response);
    answering(request, response);
  });
  const pods = watch(client);
  await pods.next();
  sessions[0].goaway();
  await until(async () => {
    await client.json('/version', { signal });
    return sessions.length === 2;
  });

  responses[0].write(bookmark);
  expect(await pods.next()).toMatchObject({ value: { type: 'BOOKMARK' } });
});

it.each([
  [
    'the connection',
    (session: ServerHttp2Session) => session.destroy(),
    'unreachable',
  ],
  [
    'the network',
    (session: ServerHttp2Session) => session.socket.destroy(),
    'unreachable',
  ],
])('says when %s breaks, and connects again', async (_case, cut, code) => {
  const { client, sessions } = await http2(answering);
  const pods = watch(client);
  await pods.next();
  const next = pods.next();
  cut(sessions[0]);

  await expect(next).rejects.toMatchObject({ code });
  await client.json('/version', { signal });
  expect(sessions).toHaveLength(2);
});

it('gives up a watch that falls silent, and the connection with it', async () => {
  const { client, sessions } = await http2(answering, { stallMs: 50 });
  const pods = watch(client);
  await pods.next();

  await expect(pods.next()).rejects.toMatchObject({ code: 'stalled' });
  await client.json('/version', { signal });
  expect(sessions).toHaveLength(2);
});

it('does not wait for ever for an answer, and tries another connection', async () => {
  let silent = true;
  const { client, sessions } = await http2(
    (request, response) => silent || answering(request, response),
    { requestMs: 100 },
  );
  await expect(client.json('/version', { signal })).rejects.toMatchObject({
    code: 'timeout',
  });
  silent = false;
  await client.json('/version', { signal });
  expect(sessions).toHaveLength(2);
});

it('may be closed while it connects', async () => {
  const { client } = await http2(answering);
  const asking = Promise.allSettled([
    client.json('/version', { signal }),
    watch(client).next(),
  ]);
  await new Promise(resolve => setImmediate(resolve));
  await client.close();

  expect((await asking).map(({ status }) => status)).toEqual([
    'rejected',
    'rejected',
  ]);
});

it('gives up at once when nobody wants the answer any more', async () => {
  const controller = new AbortController();
  const { client } = await http2(() => {});
  const asking = client.json('/version', { signal: controller.signal });
  setTimeout(() => controller.abort(new Error('stopped')), 20);

  await expect(asking).rejects.toThrow('stopped');
});

describe('Turns', () => {
  it('lets others run between two pieces of work, and survives a failure', async () => {
    const turns = new Turns();
    const order: string[] = [];
    const work = ['one', 'two', 'three'].map(name =>
      turns.take(() => {
        order.push(name);
        setImmediate(() => order.push(`after ${name}`));
        if (name === 'two') {
          throw new Error('no');
        }
        return name;
      }),
    );

    expect(await Promise.allSettled(work)).toMatchObject([
      { value: 'one' },
      { reason: { message: 'no' } },
      { value: 'three' },
    ]);
    expect(order.slice(0, 4)).toEqual(['one', 'after one', 'two', 'after two']);
  });
});

describe('breather', () => {
  it('lets others run in a long loop', async () => {
    const breathe = breather();
    let others = 0;
    const timer = setInterval(() => {
      others += 1;
    }, 1);
    const end = performance.now() + 200;
    while (performance.now() < end) {
      await breathe();
    }
    clearInterval(timer);

    expect(others).toBeGreaterThan(2);
  });
});
