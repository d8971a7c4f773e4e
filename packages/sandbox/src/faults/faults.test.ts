import {
  DEMO,
  TestSandbox,
  refusal,
  startTestSandbox,
} from '../__testUtils__/testSandbox';
import { faultPath, pathPattern } from './FaultList';

describe('pathPattern', () => {
  it.each([
    ['/repos/*/*/pulls', '/repos/acme/demo/pulls', true],
    ['/repos/*/*/pulls', '/repos/acme/demo/pulls/1', false],
    ['/repos/{owner}/{repo}/pulls', '/repos/acme/demo/pulls', true],
    ['/repos/**', '/repos/acme/demo/pulls/1', true],
    ['/repos/a.b/c', '/repos/aXb/c', false],
    ['^/repos/.*/pulls$', '/repos/acme/demo/pulls', true],
    ['/pulls/\\d+', '/repos/acme/demo/pulls/12', true],
    ['.*', '/user', true],
  ])('%s on %s: %s', (pattern, path, expected) => {
    expect(pathPattern(pattern).test(path)).toBe(expected);
  });

  it.each([
    ['/api/v3/user', '/user'],
    ['/api/v3', '/'],
    ['/api/graphql', '/graphql'],
    ['/acme/demo.git/info/refs', '/acme/demo.git/info/refs'],
  ])('%s is matched as %s', (path, expected) => {
    expect(faultPath(path)).toBe(expected);
  });
});

describe('faults', () => {
  let sandbox: TestSandbox;

  beforeAll(async () => {
    sandbox = await startTestSandbox();
  });
  afterEach(() => sandbox.clearFaults());
  afterAll(() => sandbox.stop());

  const user = () => sandbox.octokit().rest.users.getAuthenticated();

  it('answer so many times, and only for their method and path', async () => {
    sandbox.setFault({ method: 'GET', path: '/user', status: 500, times: 2 });
    expect(await refusal(user())).toMatchObject({
      status: 500,
      message: 'Server Error',
    });
    expect((await sandbox.octokit().rest.repos.get(DEMO)).status).toBe(200);
    expect(await refusal(user())).toMatchObject({ status: 500 });
    expect((await user()).status).toBe(200);
  });

  it('look like a secondary rate limit', async () => {
    sandbox.setFault({
      path: '/user',
      status: 403,
      headers: { 'retry-after': '7' },
    });
    const refused = await user().catch(error => error);
    expect(refused.response.headers['retry-after']).toBe('7');
    expect(refused.message).toContain('secondary rate limit');
  });

  it('send any body, close the connection, or wait', async () => {
    sandbox.setFault({
      path: '/user',
      body: '<html>Bad gateway',
      status: 502,
      times: 1,
    });
    const answer = await fetch(`${sandbox.apiUrl}/user`);
    expect([answer.status, await answer.text()]).toEqual([
      502,
      '<html>Bad gateway',
    ]);
    sandbox.setFault({ path: '/user', disconnect: true, times: 1 });
    await expect(fetch(`${sandbox.apiUrl}/user`)).rejects.toThrow(
      'fetch failed',
    );
    sandbox.setFault({ path: '/user', delayMs: 1 });
    expect((await user()).data.login).toBe('ml-platform-bot');
  });

  it('apply after the work was done when they say so', async () => {
    sandbox.setFault({
      method: 'POST',
      path: '/repos/*/*/labels',
      disconnect: true,
      after: true,
      times: 1,
    });
    const { issues } = sandbox.octokit().rest;
    await expect(
      issues.createLabel({ ...DEMO, name: 'made' }),
    ).rejects.toThrow();
    expect((await issues.getLabel({ ...DEMO, name: 'made' })).data.name).toBe(
      'made',
    );
  });

  it('are set and cleared over HTTP', async () => {
    const control = `${sandbox.url}/_sandbox/faults`;
    const set = (body: unknown) =>
      fetch(control, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    expect((await set({ path: '/user', status: 503 })).status).toBe(201);
    expect(await refusal(user())).toMatchObject({ status: 503 });
    const state = await (await fetch(`${sandbox.url}/_sandbox/state`)).json();
    expect(state).toMatchObject({
      status: 'ok',
      faults: [{ path: '/user', status: 503 }],
      repositories: [{ fullName: 'acme/demo' }],
    });
    await fetch(control, { method: 'DELETE' });
    expect((await user()).status).toBe(200);
    expect((await set({ status: 503 })).status).toBe(400);
    expect((await set({ path: '(', status: 503 })).status).toBe(400);
    expect((await set({ path: '/', status: 7 })).status).toBe(400);
  });
});
