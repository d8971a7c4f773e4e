import { cp, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { JsonObject } from '@backstage/types';
import { parse } from 'yaml';
import { runAction, RunOptions } from '../__testUtils__/ActionRunner';
import { SandboxPortal } from '../__testUtils__/portal';
import { createCreateRepositoryAction } from './createRepository';

const SKELETON = resolve(
  __dirname,
  '../../../../templates/ml-platform-repository/skeleton',
);
const NAME = 'ml-new';

describe('terragrunt:repository:create', () => {
  let portal: SandboxPortal;
  let workspacePath: string;

  beforeEach(async () => {
    portal = await SandboxPortal.start(NAME);
    workspacePath = join(portal.directory, 'workspace');
    await cp(SKELETON, join(workspacePath, 'skeleton'), { recursive: true });
  });

  afterEach(async () => {
    await portal.stop();
  });

  const request = (changes: JsonObject = {}): JsonObject => ({
    repoUrl: portal.repoUrl,
    description: 'Platform of the new team',
    codeOwners: ['group:default/ml-platform', 'user:default/amara'],
    owner: 'group:default/ml-platform',
    environment: 'dev',
    project: 'newml',
    accountId: '222233334444',
    region: 'eu-west-2',
    cidrBlock: '10.155.80.0/20',
    planRoleArn: 'arn:aws:iam::222233334444:role/ml-new-plan',
    applyRoleArn: 'arn:aws:iam::222233334444:role/ml-new-apply',
    ...changes,
  });
  const run = (changes: JsonObject = {}, options: RunOptions = {}) =>
    runAction(
      portal,
      request(changes),
      {
        user: 'piotr',
        token: portal.sandbox.tokenFor('piotr'),
        workspacePath,
        ...options,
      },
      createCreateRepositoryAction,
    );
  const file = (path: string, ref = 'main') =>
    portal.git('show', `${ref}:${path}`);
  const files = async (ref = 'main') =>
    (await portal.git('ls-tree', '-r', '--name-only', ref)).trim().split('\n');
  const create = (body: object, login: 'piotr' | 'dana' = 'piotr') =>
    api(
      'POST',
      '/orgs/acme/repos',
      { name: NAME, private: true, ...body },
      login,
    );
  async function api(
    method: string,
    path: string,
    body?: object,
    login: 'piotr' | 'dana' = 'piotr',
  ) {
    const response = await fetch(`${portal.sandbox.apiUrl}${path}`, {
      method,
      headers: {
        authorization: `token ${portal.sandbox.tokenFor(login)}`,
        'content-type': 'application/json',
      },
      body: body && JSON.stringify(body),
    });
    return { status: response.status, body: await response.text() };
  }

  it('makes a repository with everything in one commit, and changes nothing the second time', async () => {
    const { output, log } = await run();
    expect(output).toMatchObject({
      outcome: 'created',
      remoteUrl: `${portal.sandbox.url}/acme/${NAME}`,
      repoUrl: portal.repoUrl,
      commit: expect.stringMatching(/^[0-9a-f]{40}$/),
      entityRef: `component:default/${NAME}`,
      catalogInfoUrl: `${portal.sandbox.url}/acme/${NAME}/blob/main/catalog-info.yaml`,
      summary: expect.stringContaining(`Made [acme/${NAME}]`),
    });
    expect(output).not.toHaveProperty('pullRequestUrl');
    expect(log.join('\n')).toContain('Made the repository');
    expect(parse(String(output.configuration))).toEqual({
      mlPlatform: {
        repositories: [
          {
            id: NAME,
            title: NAME,
            repoUrl: portal.repoUrl,
            baseBranch: 'main',
          },
        ],
      },
    });

    expect((await portal.git('rev-list', '--all')).trim()).toBe(output.commit);
    expect(await portal.git('log', '-1', '--format=%an|%B')).toMatch(
      /^Piotr Lind\|Add the infrastructure[^]*Requested-by: user:default\/piotr\nML-Platform-Change: repository\/repository\/dev\/ml-new/,
    );
    expect(await files()).toEqual(
      expect.arrayContaining([
        '.github/workflows/apply.yaml',
        '.github/workflows/plan.yaml',
        '.gitignore',
        'CODEOWNERS',
        'README.md',
        'catalog-info.yaml',
        'env/dev/aws/eks/terragrunt.hcl',
        'env/dev/aws/irsa-ml-workloads/terragrunt.hcl',
        'env/dev/aws/vpc/terragrunt.hcl',
        'env/dev/env.yaml',
        'kubernetes.hcl',
        'root.hcl',
      ]),
    );
    expect((await files()).filter(path => path.includes('dot-'))).toEqual([]);
    expect(await file('CODEOWNERS')).toMatch(
      /^\* +@acme\/ml-platform @amara$/m,
    );
    expect(await file('root.hcl')).toContain('"acme/ml-new//${local.unit}"');
    expect(await file('README.md')).toContain('# ml-new');
    expect(await file('README.md')).not.toContain('{{');
    const variables = parse(await file('env/dev/env.yaml'));
    expect(variables).toMatchObject({
      aws_account_id: '222233334444',
      project: 'newml',
      bucket: 'tfstate-newml-dev',
      plan_role_arn: 'arn:aws:iam::222233334444:role/ml-new-plan',
      apply_role_arn: 'arn:aws:iam::222233334444:role/ml-new-apply',
    });
    expect(await file('catalog-info.yaml')).toContain('./env/*/catalog/*.yaml');
    expect(await portal.api('GET', '')).toMatchObject({
      private: true,
      description: 'Platform of the new team',
      default_branch: 'main',
    });

    const again = await run();
    expect(again.output).toMatchObject({
      outcome: 'unchanged',
      remoteUrl: output.remoteUrl,
    });
    expect(await portal.branches()).toEqual(['main']);
    expect(await portal.pulls('all')).toEqual([]);
  });

  it('changes nothing the second time, whatever became of repository and skeleton since', async () => {
    await run();
    await api('PUT', `/repos/acme/${NAME}/contents/env/dev/notes.md`, {
      message: 'By hand',
      content: Buffer.from('# Notes\n').toString('base64'),
    });
    await writeFile(join(workspacePath, 'skeleton', 'NEW.md'), '# New\n');
    expect((await run()).output).toMatchObject({ outcome: 'unchanged' });
    await expect(run({ cidrBlock: '10.155.96.0/20' })).rejects.toThrow(
      'exists and is not empty',
    );
  });

  it.each<[string, object, RegExp]>([
    ['a README', { auto_init: true }, /Opened \[pull request #1\]/],
    ['nothing at all', {}, /README of one line was committed to main first/],
  ])(
    'fills an empty repository with %s by a pull request',
    async (_, body, said) => {
      await create(body);
      const { output } = await run();
      expect(output).toMatchObject({
        outcome: 'proposed',
        pullRequestNumber: 1,
        pullRequestUrl: `${portal.sandbox.url}/acme/${NAME}/pull/1`,
        branchName: 'ml-platform/repository/dev/ml-new',
        summary: expect.stringMatching(said),
      });
      expect(await files()).toEqual(['README.md']);
      expect((await files(String(output.branchName))).length).toBeGreaterThan(
        15,
      );
      const pull = await portal.api('GET', '/pulls/1');
      expect(pull).toMatchObject({ user: { login: 'piotr' } });
      expect(pull.body).toContain('arn:aws:iam::222233334444:role/ml-new-plan');

      const again = await run();
      expect(again.output).toMatchObject({
        outcome: 'unchanged',
        pullRequestNumber: 1,
      });
      await portal.api('PUT', '/pulls/1/merge', {});
      const merged = await run();
      expect(merged.output).toMatchObject({ outcome: 'unchanged' });
      expect(await portal.pulls()).toEqual([]);
    },
  );

  it('refuses a repository that is in use, by name and with the way out', async () => {
    await create({ auto_init: true });
    await api('PUT', `/repos/acme/${NAME}/contents/src/main.py`, {
      message: 'Code',
      content: Buffer.from('print()').toString('base64'),
    });
    await expect(run()).rejects.toMatchObject({
      name: 'ConflictError',
      message:
        'The repository acme/ml-new exists and is not empty: it holds src/main.py. Nothing was changed. Choose another name or, to work with this one, add it to mlPlatform.repositories',
    });
    expect(await portal.branches()).toEqual(['main']);
  });

  it('says what to do when the person may not make repositories', async () => {
    await expect(
      run({}, { user: 'dana', token: portal.sandbox.tokenFor('dana') }),
    ).rejects.toMatchObject({
      name: 'NotAllowedError',
      message: expect.stringMatching(
        /your account may not create repositories in acme\. Ask an owner of acme/,
      ),
    });
    expect((await api('GET', `/repos/acme/${NAME}`)).status).toBe(404);
  });

  it('makes none under the name of somebody else', async () => {
    const repoUrl = portal.repoUrl.replace('owner=acme', 'owner=amara');
    await expect(run({ repoUrl })).rejects.toMatchObject({
      name: 'NotAllowedError',
      message: expect.stringContaining('sign in to GitHub as amara'),
    });
  });

  it.each([
    ['POST', '/repos/*/*/git/trees'],
    ['POST', '/repos/*/*/git/commits'],
    ['PATCH', '/repos/*/*/git/refs/**'],
    ['PUT', '/repos/*/*/contents/**'],
  ])(
    'leaves nothing behind when %s %s fails, where deletion is allowed',
    async (method, path) => {
      const { token } = await (
        await fetch(`${portal.sandbox.url}/_sandbox/tokens`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({
            login: 'piotr',
            scopes: ['repo', 'workflow', 'delete_repo'],
          }),
        })
      ).json();
      portal.sandbox.setFault({ method, path, status: 500 });
      await expect(run({}, { token })).rejects.toThrow(
        'The repository was deleted again: nothing is left of it',
      );
      expect((await api('GET', `/repos/acme/${NAME}`)).status).toBe(404);
    },
  );

  it('says what is left where deletion is not allowed, and completes it the next time', async () => {
    portal.sandbox.setFault({
      method: 'PATCH',
      path: '/repos/*/*/git/refs/**',
      status: 500,
    });
    await expect(run()).rejects.toThrow(
      /stands without its files, because it may not be deleted with this credential: run this again to fill it/,
    );
    portal.sandbox.clearFaults();
    expect(await files()).toEqual(['README.md']);
    const { output } = await run();
    expect(output).toMatchObject({ outcome: 'created' });
    expect((await portal.git('rev-list', '--all')).trim()).toBe(output.commit);
    expect((await files()).length).toBeGreaterThan(15);
  });

  it('finds the repository when only the answer to its creation was lost', async () => {
    portal.sandbox.setFault({
      method: 'POST',
      path: '/orgs/*/repos',
      status: 502,
      after: true,
      times: 1,
    });
    expect((await run()).output).toMatchObject({ outcome: 'created' });
  });

  it.each<[string, JsonObject, RegExp]>([
    ['the name', { repoUrl: 'localhost?owner=acme&repo=..' }, /repoUrl: /],
    ['no account', { accountId: '' }, /accountId: is missing/],
    ['the network', { cidrBlock: '10.0.0.0/30' }, /.+/],
  ])('refuses %s before anything is made', async (_, changes, message) => {
    const error = await run(changes).catch(caught => caught);
    expect(error).toMatchObject({
      name: 'InputError',
      message: expect.stringMatching(message),
    });
    expect((await api('GET', `/repos/acme/${NAME}`)).status).toBe(404);
  });

  it('asks policy and permission before it looks at anything', async () => {
    await expect(run({}, { denied: true })).rejects.toMatchObject({
      name: 'NotAllowedError',
    });
    const repoUrl = portal.repoUrl.replace('owner=acme', 'owner=other');
    await expect(run({ repoUrl })).rejects.toThrow(
      /neither in mlPlatform\.repositories nor matched by/,
    );
  });

  it.each<[string, (folder: string) => Promise<void>, RegExp]>([
    [
      'a link',
      folder => symlink('/etc/hostname', join(folder, 'modules', 'host')),
      /modules\/host is a link/,
    ],
    [
      'a private key',
      folder =>
        writeFile(
          join(folder, 'notes.md'),
          '-----BEGIN RSA PRIVATE KEY-----\nabc\n',
        ),
      /notes\.md holds a private key/,
    ],
    [
      'state',
      folder => writeFile(join(folder, 'terraform.tfstate'), '{}'),
      /holds secrets or state/,
    ],
    [
      "Git's own folder",
      async folder => {
        await mkdir(join(folder, '.git'));
      },
      /Git's own/,
    ],
    [
      'the same file twice',
      folder => writeFile(join(folder, '.gitignore'), ''),
      /\.gitignore twice/,
    ],
  ])('refuses a skeleton with %s', async (_, spoil, message) => {
    await spoil(join(workspacePath, 'skeleton'));
    await expect(run()).rejects.toThrow(message);
  });

  it('refuses a skeleton that is missing, or outside of the workspace', async () => {
    await expect(run({}, { input: { sourcePath: '../..' } })).rejects.toThrow(
      /outside its parent/,
    );
    await rm(join(workspacePath, 'skeleton'), { recursive: true });
    await expect(run()).rejects.toThrow('fetch it first with fetch:plain');
    await symlink(SKELETON, join(workspacePath, 'skeleton'));
    await expect(run()).rejects.toThrow(/outside its parent/);
  });

  it('shows the files in a dry run, and makes nothing', async () => {
    const { output } = await run({}, { isDryRun: true, token: undefined });
    expect(output).toMatchObject({ outcome: 'dry-run' });
    expect((await api('GET', `/repos/acme/${NAME}`)).status).toBe(404);
  });

  it('never says the token', async () => {
    const token = portal.sandbox.tokenFor('piotr');
    portal.sandbox.setFault({ path: '/repos/**', status: 500 });
    const error = await run().catch(caught => caught);
    expect(error.name).toBe('ServiceUnavailableError');
    expect(`${error.message}${error.stack}`).not.toContain(token);
  });
});
