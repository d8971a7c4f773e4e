import { Browser } from '../__testUtils__/Browser';
import {
  DEMO,
  TestSandbox,
  commitToBranch,
  startTestSandbox,
} from '../__testUtils__/testSandbox';

const EVIL = `<img src=x onerror=alert(1)><script>alert(2)</script>`;

const BODY = `Please **look**.

| Input | Value |
| --- | --- |
| Name | \`x\` |

<details><summary>Policy</summary>

\`\`\`json
{"a": "<b>"}
\`\`\`

</details>

- [x] done

[bad](javascript:alert(3)) ${EVIL} <a href="https://example.com" onclick="x()">link</a>
<!-- marker -->`;

const PULL = '/acme/demo/pull/1';

let sandbox: TestSandbox;

async function startDemo(): Promise<void> {
  sandbox = await startTestSandbox({
    seed: {
      'acme/demo': {
        'README.md': '# Demo\n\nSee [a](env/a.hcl).\n',
        'env/a.hcl': `# ${EVIL}\na = 1\nb = "old value"\n`,
        'bytes.bin': '\u0000\u0001',
      },
      'acme/void': {},
    },
  });
  const octokit = sandbox.octokit(sandbox.tokenFor('dana'));
  await octokit.rest.repos.updateBranchProtection({
    ...DEMO,
    branch: 'main',
    required_status_checks: null,
    enforce_admins: true,
    required_pull_request_reviews: null,
    restrictions: null,
  });
  await commitToBranch(octokit, 'feature/x', {
    'env/a.hcl': `# ${EVIL}\na = 1\nb = "new value"\n`,
  });
  await octokit.rest.pulls.create({
    ...DEMO,
    title: `Title ${EVIL}`,
    body: BODY,
    head: 'feature/x',
    base: 'main',
  });
}

async function browserOf(login: string): Promise<Browser> {
  const browser = new Browser(sandbox.url);
  await browser.press(await browser.open('/login'), 'login', login);
  return browser;
}

describe('the web pages', () => {
  beforeAll(startDemo);
  afterAll(() => sandbox.stop());

  it('ask who one is, and then show what was asked for', async () => {
    const browser = new Browser(sandbox.url);
    const page = await browser.open(PULL);
    expect(page.url).toBe(`/login?return_to=${encodeURIComponent(PULL)}`);
    expect(page.text).toContain('Sign in as Dana Okafor');
    const after = await browser.press(page, 'login', 'dana');
    expect(after.url).toBe(PULL);
    expect(after.text).toContain('Signed in as Dana Okafor');
    const switched = await browser.press(after, 'login', 'amara');
    expect(switched.url).toBe(PULL);
    expect(switched.text).toContain('Signed in as Amara Silva');
    const out = await browser.press(switched, 'login', '');
    expect(out.url).toBe('/login');
    expect((await browser.open('/')).url).toContain('/login');
  });

  it.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/login',
  ])('do not lead away to %s after signing in', async target => {
    const browser = new Browser(sandbox.url);
    const path = `/login?return_to=${encodeURIComponent(target)}`;
    const after = await browser.press(
      await browser.open(path),
      'login',
      'dana',
    );
    expect(after.url).toBe('/');
  });

  it.each([
    ['/', 'acme/demo'],
    ['/acme', 'acme/demo'],
    ['/pulls', 'Open pull requests'],
    ['/acme/demo', 'http://localhost'],
    ['/acme/demo', 'href="/acme/demo/blob/main/env/a.hcl"'],
    ['/acme/void', 'This repository is empty.'],
    ['/acme/demo/tree/feature/x/env', 'a.hcl'],
    ['/acme/demo/tree/main/env/a.hcl', 'id="L2"'],
    ['/acme/demo/blob/feature/x/env/a.hcl', 'new value'],
    ['/acme/demo/blob/main/README.md?plain=1', 'id="L1"'],
    ['/acme/demo/blob/main/bytes.bin', 'This file is not text.'],
    ['/acme/demo/commits/feature/x', 'Change on feature/x'],
    ['/acme/demo/commits/feature/x/env/a.hcl', 'Initial commit'],
    ['/acme/demo/commit/feature%2Fx', '<mark>old</mark>'],
    ['/acme/demo/branches', 'protected'],
    ['/acme/demo/pulls', '#1'],
    ['/acme/demo/pulls?state=closed', 'No pull requests here.'],
    [`${PULL}/commits`, 'Change on feature/x'],
    [`${PULL}/files`, 'env/a.hcl'],
    [`${PULL}.diff`, 'diff --git a/env/a.hcl'],
    [`${PULL}.patch`, 'Subject: [PATCH] Change on feature/x'],
    ['/acme/demo/raw/main/env/a.hcl', 'old value'],
    ['/avatars/dana.svg', '>DO<'],
    ['/assets/site.css', '--accent'],
  ])('show %s', async (path, text) => {
    const browser = await browserOf('dana');
    const page = await browser.open(path);
    expect(page.status).toBe(200);
    expect(page.text).toContain(text);
    const isPage = page.text.startsWith('<!DOCTYPE');
    expect(isPage ? page.text : '').not.toMatch(
      /<script>|<img[^>]*onerror|onclick=|href="javascript:/,
    );
  });

  it.each([
    '/nobody',
    '/acme/nothing',
    '/acme/demo/blob/main/nothing',
    '/acme/demo/blob/nothing/env/a.hcl',
    '/acme/demo/commit/nothing',
    '/acme/demo/pull/9',
    '/acme/demo/what/is/this',
    '/assets/..%2fpackage.json',
  ])('do not find %s', async path => {
    const browser = await browserOf('dana');
    const page = await browser.open(path);
    expect(page.status).toBe(404);
    expect(page.text).toContain('Page not found');
  });

  it('render a description and let nothing harmful through', async () => {
    const { text } = await (await browserOf('dana')).open(PULL);
    expect(text).toContain('<strong>look</strong>');
    expect(text).toContain('<td><code>x</code></td>');
    expect(text).toContain('<summary>Policy</summary>');
    expect(text).toContain('<code class="language-json">{"a": "&lt;b&gt;"}');
    expect(text).toMatch(/<input [^>]*checked/);
    expect(text).not.toContain('marker');
    expect(text).toContain('Title &lt;img src=x');
  });

  it('mark the words that changed in a diff', async () => {
    const { text } = await (await browserOf('dana')).open(PULL);
    expect(text).toContain('b = &quot;<mark>old</mark> value&quot;');
    expect(text).toContain('b = &quot;<mark>new</mark> value&quot;');
  });

  it('load nothing from elsewhere', async () => {
    const response = await fetch(`${sandbox.url}/login`);
    expect(response.headers.get('content-security-policy')).toContain(
      "default-src 'none'",
    );
    expect(await response.text()).not.toMatch(/(src|href)="https?:/);
    const raw = await (
      await browserOf('dana')
    ).fetch('/acme/demo/raw/main/README.md');
    expect(raw.headers.get('content-security-policy')).toContain('sandbox');
    expect(raw.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  });
});

describe('the buttons of a pull request', () => {
  beforeEach(startDemo);
  afterEach(() => sandbox.stop());

  it('let an approver approve and merge, and delete the branch', async () => {
    const dana = await browserOf('dana');
    const seen = await dana.open(PULL);
    expect(seen.text).toContain(
      'main is protected: Piotr Lind and Amara Silva of ml-platform may merge into it.',
    );
    expect(seen.text).toMatch(/value="merge"\s+disabled/);
    const forced = await dana.press(seen, 'action', 'merge');
    expect(forced.text).toMatch(/role="alert"[^]*not authorized to push/);
    const amara = await browserOf('amara');
    const approved = await amara.press(
      await amara.open(PULL),
      'action',
      'approve',
    );
    expect(approved.text).toContain('Approved by Amara Silva.');
    const merged = await amara.press(approved, 'action', 'merge');
    expect(merged.text).toMatch(/Amara Silva merged this/);
    expect(await sandbox.git('show', 'main:env/a.hcl')).toContain('new value');
    const deleted = await amara.press(merged, 'action', 'delete-branch');
    expect(deleted.text).toContain('Branch feature/x deleted.');
    expect(
      await sandbox.git('for-each-ref', '--format=%(refname)', 'refs/heads'),
    ).toBe('refs/heads/main');
  });

  it('close and reopen, and say why a merge is not possible', async () => {
    const amara = await browserOf('amara');
    const closed = await amara.press(await amara.open(PULL), 'action', 'close');
    expect(closed.text).toContain('Closed without a merge');
    const open = await amara.press(closed, 'action', 'reopen');
    expect(open.text).toContain('No conflicts with <code>main</code>');
    const other = await commitToBranch(sandbox.octokit(), 'other', {
      'env/a.hcl': 'other\n',
    });
    await sandbox.git('update-ref', 'refs/heads/main', other);
    const conflict = await amara.open(PULL);
    expect(conflict.text).toMatch(
      /Conflicts with <code>main<\/code> in\s+<code>env\/a.hcl<\/code>/,
    );
    expect(conflict.text).toMatch(/value="merge"\s+disabled/);
  });

  it('do not merge what was not seen', async () => {
    const amara = await browserOf('amara');
    const seen = await amara.open(PULL);
    await commitToBranch(
      sandbox.octokit(),
      'feature/x',
      { 'late.txt': 'late\n' },
      { from: 'feature/x' },
    );
    const after = await amara.press(seen, 'action', 'merge');
    expect(after.text).toContain('Head branch was modified');
  });

  it('take no form that another page made', async () => {
    const amara = await browserOf('amara');
    const response = await amara.fetch(PULL, {
      method: 'POST',
      body: new URLSearchParams({ action: 'merge', form_token: 'guess' }),
    });
    expect(response.status).toBe(303);
    expect((await amara.open(PULL)).text).toContain('The page was out of date');
    expect(await sandbox.git('show', 'main:env/a.hcl')).toContain('old value');
  });
});
