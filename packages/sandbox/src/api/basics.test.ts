import { request } from 'node:http';
import {
  DEMO,
  TestSandbox,
  refusal,
  startTestSandbox,
} from '../__testUtils__/testSandbox';

describe('the API as a whole', () => {
  let sandbox: TestSandbox;

  beforeAll(async () => {
    sandbox = await startTestSandbox();
  });

  afterAll(async () => {
    await sandbox.stop();
  });

  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${sandbox.apiUrl}${path}`, { headers, redirect: 'manual' });
  const as = (token: string) => ({ authorization: `Bearer ${token}` });

  async function limitedToken(body: object): Promise<string> {
    const response = await fetch(`${sandbox.url}/_sandbox/tokens`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return (await response.json()).token;
  }

  it('knows people, organisations and repositories', async () => {
    const { rest } = sandbox.octokit(sandbox.tokenFor('piotr'));
    expect((await rest.users.getAuthenticated()).data).toMatchObject({
      login: 'piotr',
      name: 'Piotr Lind',
      email: 'piotr@acme.example',
    });
    expect(
      (await rest.users.getByUsername({ username: 'Dana' })).data.name,
    ).toBe('Dana Okafor');
    expect((await rest.users.listEmailsForAuthenticatedUser()).data).toEqual([
      {
        email: 'piotr@acme.example',
        primary: true,
        verified: true,
        visibility: 'public',
      },
    ]);
    expect((await rest.orgs.get({ org: 'acme' })).data.type).toBe(
      'Organization',
    );
    expect((await rest.orgs.listForAuthenticatedUser()).data[0].login).toBe(
      'acme',
    );
    expect((await rest.orgs.listMembers({ org: 'acme' })).data).toHaveLength(3);
    expect(
      (await rest.teams.list({ org: 'acme' })).data.map(({ slug }) => slug),
    ).toEqual(['ml-platform', 'ml-research']);
    expect(
      (
        await rest.teams.listMembersInOrg({
          org: 'acme',
          team_slug: 'ml-platform',
        })
      ).data.map(({ login }) => login),
    ).toEqual(['piotr', 'amara']);
    expect(
      (await rest.repos.listForOrg({ org: 'acme' })).data.map(
        ({ full_name }) => full_name,
      ),
    ).toEqual(['acme/demo']);
    expect((await rest.repos.listForAuthenticatedUser()).data).toHaveLength(1);
    expect((await rest.repos.listCollaborators(DEMO)).data).toHaveLength(3);
    expect((await rest.repos.listTeams(DEMO)).data).toHaveLength(2);
    expect(
      (await rest.repos.get({ owner: 'ACME', repo: 'Demo' })).data,
    ).toMatchObject({
      full_name: 'acme/demo',
      private: true,
      default_branch: 'main',
      permissions: { push: true, maintain: true, admin: false },
    });
    expect((await rest.rateLimit.get()).data.rate.limit).toBe(15000);
    expect(
      await refusal(rest.users.getByUsername({ username: 'nobody' })),
    ).toMatchObject({ status: 404 });
  });

  it('creates repositories', async () => {
    const { repos } = sandbox.octokit().rest;
    const made = await repos.createInOrg({
      org: 'acme',
      name: 'made',
      private: true,
      auto_init: true,
    });
    expect(made.data).toMatchObject({ full_name: 'acme/made', private: true });
    expect(
      (
        await repos.getContent({
          owner: 'acme',
          repo: 'made',
          path: 'README.md',
        })
      ).status,
    ).toBe(200);
    expect(
      await refusal(repos.createInOrg({ org: 'acme', name: 'made' })),
    ).toMatchObject({
      status: 422,
      errors: [{ message: 'name already exists on this account' }],
    });
    expect(
      await refusal(repos.createInOrg({ org: 'acme', name: '../evil' })),
    ).toMatchObject({ status: 422 });
  });

  it('tells who may see what', async () => {
    const demo = '/repos/acme/demo';
    expect((await get(demo)).status).toBe(404);
    expect((await get('/user')).status).toBe(401);
    const wrong = await get(demo, as('wrong'));
    expect([wrong.status, await wrong.json()]).toEqual([
      401,
      expect.objectContaining({ message: 'Bad credentials' }),
    ]);
    expect((await get(demo, as('__proto__'))).status).toBe(401);
    const basic = Buffer.from(`x:${sandbox.integrationToken}`).toString(
      'base64',
    );
    expect((await get(demo, { authorization: `Basic ${basic}` })).status).toBe(
      200,
    );
    const unscoped = await limitedToken({
      login: 'dana',
      scopes: ['read:user'],
    });
    expect((await get(demo, as(unscoped))).status).toBe(404);
    expect(
      (await get('/user', as(unscoped))).headers.get('x-oauth-scopes'),
    ).toBe('read:user');
  });

  it('lets a read-only token read', async () => {
    const token = 'sandbox-read-only-token';
    const { rest } = sandbox.octokit(token);
    expect((await rest.repos.get(DEMO)).data.permissions?.push).toBe(false);
    const sha = await sandbox.git('rev-parse', 'main');
    expect(
      await refusal(rest.git.createRef({ ...DEMO, ref: 'refs/heads/no', sha })),
    ).toMatchObject({
      status: 403,
      message: 'Resource not accessible by personal access token',
    });
  });

  it('sends the headers that clients rely on', async () => {
    const user = await get('/user', as(sandbox.tokenFor('dana')));
    expect(user.headers.get('x-oauth-scopes')).toContain('repo');
    expect(Number(user.headers.get('x-ratelimit-remaining'))).toBeLessThan(
      15000,
    );
    expect(user.headers.get('x-github-request-id')).toMatch(/^[0-9A-F:]+$/);
    const bot = await get('/user', as(sandbox.integrationToken));
    expect(bot.headers.get('x-oauth-scopes')).toBeNull();
    expect(await bot.json()).toMatchObject({
      login: 'ml-platform-bot',
      type: 'Bot',
    });
  });

  it('answers 304 to whoever has the newest version', async () => {
    const path = '/repos/acme/demo/git/ref/heads/main';
    const headers = as(sandbox.integrationToken);
    const first = await get(path, headers);
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^W\//);
    const again = await get(path, { ...headers, 'if-none-match': etag });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  it('pages long lists with links', async () => {
    const octokit = sandbox.octokit();
    const sha = await sandbox.git('rev-parse', 'main');
    for (let index = 0; index < 5; index += 1) {
      const ref = `refs/heads/page-${index}`;
      await octokit.rest.git.createRef({ ...DEMO, ref, sha });
    }
    const all = await octokit.paginate(octokit.rest.repos.listBranches, {
      ...DEMO,
      per_page: 2,
    });
    expect(all.map(({ name }) => name)).toEqual([
      'main',
      ...[0, 1, 2, 3, 4].map(index => `page-${index}`),
    ]);
    const second = await octokit.rest.repos.listBranches({
      ...DEMO,
      per_page: 2,
      page: 2,
    });
    const rels = [
      ...(second.headers.link ?? '').matchAll(/page=(\d)>; rel="(\w+)"/g),
    ];
    expect(rels.map(([, page, rel]) => [rel, page])).toEqual([
      ['prev', '1'],
      ['next', '3'],
      ['last', '3'],
      ['first', '1'],
    ]);
  });

  it.each([
    ['{', 400, 'Problems parsing JSON'],
    ['[]', 422, `Invalid request.\n\n"head" wasn't supplied.`],
    [
      '{"title": 1, "head": "a", "base": "b"}',
      422,
      "Invalid request.\n\nFor 'properties/title', 1 is not a string.",
    ],
  ])(
    'explains what is wrong with the body %s',
    async (body, status, message) => {
      const response = await fetch(`${sandbox.apiUrl}/repos/acme/demo/pulls`, {
        method: 'POST',
        headers: as(sandbox.integrationToken),
        body,
      });
      const answer = await response.json();
      expect(response.status).toBe(status);
      expect(answer.message).toBe(message);
    },
  );

  it('does not answer for another host', async () => {
    const status = await new Promise(resolve => {
      const url = new URL(`${sandbox.apiUrl}/user`);
      const call = request(
        url,
        { headers: { host: 'evil.example:80' } },
        response => {
          response.resume();
          resolve(response.statusCode);
        },
      );
      call.end();
    });
    expect(status).toBe(421);
  });
});
