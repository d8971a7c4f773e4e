import { resolve } from 'node:path';
import { parse as parseHcl } from '@cdktn/hcl2json';
import { format } from '@cdktn/hcl-tools';
import { RepositoryRequest } from '@ml-platform/plugin-ml-platform-common';
import { parse, parseAllDocuments } from 'yaml';
import { repositoryWithDefaults } from '../config/readMlPlatformConfig';
import { planCluster } from '../cluster';
import { HclDocument, loadHclParser } from '../hcl';
import { ChangePlan } from '../plan';
import { MemorySnapshot } from '../snapshot';
import { planContext } from '../workload/__testUtils__/repositories';
import { planRepository, readSkeleton, repositoryConfiguration } from '.';

jest.setTimeout(60_000);

const REPO_URL = 'github.com?owner=acme&repo=ml-new';
const REPOSITORY = {
  id: REPO_URL,
  host: 'github.com',
  owner: 'acme',
  name: 'ml-new',
  webUrl: 'https://github.com/acme/ml-new',
};
const REQUEST: RepositoryRequest = {
  repoUrl: REPO_URL,
  environment: 'dev',
  accountId: '111122223333',
  region: 'eu-west-2',
  cidrBlock: '10.20.0.0/20',
  kubernetesVersion: '1.35',
};

describe('planRepository', () => {
  let skeleton: Record<string, string>;
  const context = {
    ...planContext(),
    repository: repositoryWithDefaults(REPO_URL),
  };
  const empty = (files: Record<string, string> = {}) =>
    new MemorySnapshot(files, { repository: REPOSITORY, branch: 'main' });
  const plan = (
    changes: Partial<RepositoryRequest> = {},
    files: Record<string, string> = {},
  ) =>
    planRepository({ ...REQUEST, ...changes }, skeleton, empty(files), context);
  const contents = (planned: ChangePlan): Record<string, string> =>
    Object.fromEntries(planned.files.map(({ path, after }) => [path, after!]));

  beforeAll(async () => {
    await loadHclParser();
    skeleton = await readSkeleton(
      resolve(
        __dirname,
        '../../../../templates/ml-platform-repository/skeleton',
      ),
    );
  });

  it('holds the skeleton and the first environment, as the planner of clusters makes it', async () => {
    const planned = await plan();
    expect(planned).toMatchObject({
      kind: 'repository',
      operation: 'create',
      environment: 'dev',
      name: 'ml-new',
      entityRef: 'component:default/ml-new',
    });
    const files = contents(planned);
    const environment = await planCluster(
      {
        repository: REPO_URL,
        intent: 'new-environment',
        environment: 'dev',
        accountId: '111122223333',
        region: 'eu-west-2',
        cidrBlock: '10.20.0.0/20',
        kubernetesVersion: '1.35',
      },
      empty(),
      context,
    );
    for (const { path, after } of environment.files) {
      expect([path, files[path]]).toEqual([path, after]);
    }
    for (const path of Object.keys(skeleton)) {
      expect(files).toHaveProperty([path]);
    }
    // Charts have double braces of their own.
    expect(files['root.hcl']).toContain('"acme/ml-new//${local.unit}"');
    for (const path of ['root.hcl', 'README.md', 'CODEOWNERS']) {
      expect(files[path]).not.toContain('{{');
    }
  });

  it('writes files that both parsers read and that are formatted', async () => {
    const files = contents(
      await plan({ planRoleArn: 'arn:aws:iam::111122223333:role/p' }),
    );
    const written = Object.keys(files).filter(
      path => path.endsWith('.hcl') && !path.startsWith('modules/'),
    );
    expect(written).toEqual(
      expect.arrayContaining([
        'root.hcl',
        'kubernetes.hcl',
        'env/dev/aws/vpc/terragrunt.hcl',
        'env/dev/aws/eks/terragrunt.hcl',
      ]),
    );
    for (const path of written) {
      expect(() =>
        HclDocument.parse(files[path], { file: path }),
      ).not.toThrow();
      await expect(parseHcl(path, files[path])).resolves.toBeDefined();
      expect([path, await format(files[path])]).toEqual([path, files[path]]);
    }
    expect(parse(files['env/dev/env.yaml'])).toMatchObject({
      environment: 'dev',
      plan_role_arn: 'arn:aws:iam::111122223333:role/p',
    });
  });

  it.each<[string, Partial<RepositoryRequest>, RegExp]>([
    [
      'nobody',
      {},
      /^# Nobody yet: write a line such as\n# {3}\* @owner\/team$/m,
    ],
    [
      'teams and people, each once',
      {
        codeOwners: [
          'group:default/ml-platform',
          'user:default/amara',
          '@acme/ml-platform',
          '@other/security',
        ],
      },
      /^\* +@acme\/ml-platform @amara @other\/security$/m,
    ],
  ])('asks %s for reviews', async (_, changes, expected) => {
    expect(contents(await plan(changes)).CODEOWNERS).toMatch(expected);
  });

  it('tells the catalog of itself and of everything declared in it', async () => {
    const text = contents(
      await plan({
        owner: 'group:default/ml-platform',
        description: 'a: "b"\n---',
      }),
    )['catalog-info.yaml'];
    const [component, location] = parseAllDocuments(text).map(document =>
      document.toJS(),
    );
    expect(component).toMatchObject({
      kind: 'Component',
      metadata: {
        name: 'ml-new',
        description: 'a: "b"\n---',
        annotations: { 'github.com/project-slug': 'acme/ml-new' },
      },
      spec: { type: 'infrastructure', owner: 'group:default/ml-platform' },
    });
    expect(location).toMatchObject({
      kind: 'Location',
      spec: { targets: ['./env/*/catalog/*.yaml'] },
    });
  });

  it('changes nothing where everything is there, and keeps what GitHub began with', async () => {
    const files = contents(await plan());
    expect(await plan({}, files)).toMatchObject({
      operation: 'none',
      files: [],
    });
    const begun = await plan({}, { 'README.md': '# ml-new\n', LICENSE: 'MIT' });
    expect(begun.files.find(({ path }) => path === 'README.md')).toMatchObject({
      before: '# ml-new\n',
    });
    expect(begun.files.map(({ path }) => path)).not.toContain('LICENSE');
  });

  it('is the same plan on the branch of its own pull request', async () => {
    const first = await plan();
    const onBranch = await planRepository(
      REQUEST,
      skeleton,
      new MemorySnapshot(contents(first), {
        repository: REPOSITORY,
        branch: 'ml-platform/repository/dev/ml-new',
      }),
      { ...context, repository: { ...context.repository, baseBranch: 'main' } },
    );
    expect(onBranch.files).toEqual([]);
  });

  it.each<[string, Partial<RepositoryRequest>]>([
    [
      'a network that is too small for two zones',
      { cidrBlock: '10.20.0.0/28' },
    ],
  ])('has no files for %s, but says why', async (_, changes) => {
    const planned = await plan(changes);
    expect(planned.files).toEqual([]);
    expect(planned.findings.map(({ severity }) => severity)).toContain('error');
  });

  it('says what is still to do, and no more of it than there is', async () => {
    const roles = {
      planRoleArn: 'arn:aws:iam::111122223333:role/p',
      applyRoleArn: 'arn:aws:iam::111122223333:role/a',
    };
    const said = async (changes: Partial<RepositoryRequest>) =>
      (await plan(changes)).summary.afterMerge.join('\n');
    expect(await said({})).toContain('plan_role_arn');
    expect(await said(roles)).not.toContain('plan_role_arn');
    expect(await said(roles)).toContain('environment "destroy"');
  });
});

describe('repositoryConfiguration', () => {
  it.each([
    ['ml-infra', 'ml-infra'],
    ['ML.Infra_2', 'ml-infra-2'],
  ])('gives %s the id %s', (name, id) => {
    const text = repositoryConfiguration({
      host: 'github.com',
      owner: 'acme',
      name,
    });
    expect(parse(text).mlPlatform.repositories).toEqual([
      {
        id,
        title: name,
        repoUrl: `github.com?owner=acme&repo=${name}`,
        baseBranch: 'main',
      },
    ]);
  });
});
