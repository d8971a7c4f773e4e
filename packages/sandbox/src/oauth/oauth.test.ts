import { ConfigReader } from '@backstage/config';
import { githubAuthenticator } from '@backstage/plugin-auth-backend-module-github-provider';
import { PassportOAuthAuthenticatorHelper } from '@backstage/plugin-auth-node';
import { createHash } from 'node:crypto';
import { TestSandbox, startTestSandbox } from '../__testUtils__/testSandbox';

const CALLBACK = 'http://localhost:7007/api/auth/github/handler/frame';

describe('sign-in over OAuth', () => {
  let sandbox: TestSandbox;

  beforeAll(async () => {
    sandbox = await startTestSandbox();
  });
  afterAll(() => sandbox.stop());

  function authorizeUrl(change: Record<string, string> = {}): string {
    const url = new URL(`${sandbox.url}/login/oauth/authorize`);
    const query = {
      client_id: 'sandbox-portal',
      redirect_uri: CALLBACK,
      scope: 'read:user,repo',
      state: 'a state & more',
      ...change,
    };
    for (const [name, value] of Object.entries(query)) {
      url.searchParams.set(name, value);
    }
    return url.href;
  }

  /** What a browser does on the page: cookie kept, one button pressed. */
  async function choose(url: string, login: string): Promise<Response> {
    const page = await fetch(url);
    const cookie = page.headers.get('set-cookie')?.split(';')[0] ?? '';
    const text = await page.text();
    const token = /name="form_token" value="([^"]+)"/.exec(text)?.[1] ?? '';
    return fetch(url, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie },
      body: new URLSearchParams({ form_token: token, login }),
    });
  }

  async function codeFor(login: string, change: Record<string, string> = {}) {
    const response = await choose(authorizeUrl(change), login);
    const target = new URL(response.headers.get('location') ?? '');
    return target.searchParams.get('code') ?? '';
  }

  function exchange(
    fields: Record<string, string>,
    accept = 'application/json',
  ) {
    return fetch(`${sandbox.url}/login/oauth/access_token`, {
      method: 'POST',
      headers: { accept },
      body: new URLSearchParams({
        client_id: 'sandbox-portal',
        client_secret: 'sandbox-portal-secret',
        ...fields,
      }),
    });
  }

  it('works with the provider of the portal', async () => {
    const helper = githubAuthenticator.initialize({
      callbackUrl: CALLBACK,
      config: new ConfigReader({
        clientId: 'sandbox-portal',
        clientSecret: 'sandbox-portal-secret',
        enterpriseInstanceUrl: sandbox.url,
      }),
    }) as PassportOAuthAuthenticatorHelper;
    const started = await githubAuthenticator.start(
      { scope: 'read:user,repo', state: 'xyz', req: {} as never },
      helper,
    );
    const response = await choose(started.url, 'dana');
    const callback = new URL(response.headers.get('location') ?? '');
    expect(callback.href.split('?')[0]).toBe(CALLBACK);
    expect(callback.searchParams.get('state')).toBe('xyz');
    const query = Object.fromEntries(callback.searchParams);
    const { fullProfile, session } = await githubAuthenticator.authenticate(
      { req: { query } as never },
      helper,
    );
    expect(fullProfile).toMatchObject({
      username: 'dana',
      displayName: 'Dana Okafor',
    });
    expect(session.scope).toBe('read:user,repo');
    const user = await sandbox
      .octokit(session.accessToken)
      .rest.users.getAuthenticated();
    expect(user.data.login).toBe('dana');
    const again = await githubAuthenticator.refresh(
      {
        req: {} as never,
        scope: 'read:user',
        scopeAlreadyGranted: true,
        refreshToken: session.refreshToken ?? '',
      },
      helper,
    );
    expect(again.session.accessToken).toBe(session.accessToken);
  });

  it('answers the exchange as JSON or as a form, once', async () => {
    const code = await codeFor('piotr');
    const answer = await (await exchange({ code })).json();
    expect(answer).toMatchObject({
      token_type: 'bearer',
      scope: 'read:user,repo',
    });
    expect(await (await exchange({ code })).json()).toMatchObject({
      error: 'bad_verification_code',
    });
    const form = await exchange({ code: await codeFor('piotr') }, '*/*');
    const fields = new URLSearchParams(await form.text());
    expect(fields.get('access_token')).toMatch(/^gho_/);
  });

  it.each([
    [{ client_secret: 'wrong' }, 'incorrect_client_credentials'],
    [{ client_id: 'other' }, 'incorrect_client_credentials'],
    [{ code: 'made-up' }, 'bad_verification_code'],
    [
      { redirect_uri: 'http://localhost:1/api/auth/github/handler/frame' },
      'redirect_uri_mismatch',
    ],
  ])('refuses an exchange with %j', async (change, error) => {
    const code = await codeFor('amara');
    const response = await exchange({ code, ...(change as object) });
    expect(await response.json()).toMatchObject({ error });
  });

  it('holds a client to its PKCE challenge', async () => {
    const verifier = 'a-verifier-of-some-length';
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    const asked = { code_challenge: challenge, code_challenge_method: 'S256' };
    const wrong = await exchange({ code: await codeFor('dana', asked) });
    expect(await wrong.json()).toMatchObject({
      error: 'bad_verification_code',
    });
    const right = await exchange({
      code: await codeFor('dana', asked),
      code_verifier: verifier,
    });
    expect(await right.json()).toHaveProperty('access_token');
  });

  it.each([
    [{ client_id: 'unknown' }, 'is not known here'],
    [
      { redirect_uri: 'https://evil.example/api/auth/github/handler/frame' },
      'redirect_uri is not associated',
    ],
    [
      { redirect_uri: 'http://localhost:7007/elsewhere' },
      'redirect_uri is not associated',
    ],
    [{ redirect_uri: 'data:text/html,x' }, 'redirect_uri is not associated'],
    [
      { code_challenge: 'x', code_challenge_method: 'plain' },
      'is not supported',
    ],
  ])('shows no buttons for %j', async (change, problem) => {
    const response = await fetch(
      authorizeUrl(change as Record<string, string>),
    );
    const text = await response.text();
    expect([response.status, text.includes('<form')]).toEqual([400, false]);
    expect(text).toContain(problem);
  });

  it('takes no form that was not made for the session', async () => {
    const response = await fetch(authorizeUrl(), {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ login: 'amara', form_token: 'guess' }),
    });
    expect([response.status, response.headers.get('location')]).toEqual([
      400,
      null,
    ]);
  });
});
