import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { readMlPlatformConfig } from './readMlPlatformConfig';

function read(mlPlatform: JsonObject | undefined) {
  return readMlPlatformConfig(
    new ConfigReader({
      integrations: {
        github: [
          { host: 'ghe.acme.example:7100', apiBaseUrl: 'http://ghe/api/v3' },
        ],
      },
      ...(mlPlatform && { mlPlatform }),
    }),
  );
}

const repoUrl = 'ghe.acme.example:7100?owner=acme&repo=ml-infra';

describe('readMlPlatformConfig', () => {
  it('gives no repositories and the default policy when nothing is configured', () => {
    expect(read(undefined)).toEqual({
      repositories: [],
      policy: {
        allowedRepositories: [],
        reservedNamespaces: [
          'default',
          'kube-system',
          'kube-public',
          'kube-node-lease',
        ],
      },
    });
  });

  it('fills in defaults', () => {
    expect(
      read({ repositories: [{ id: 'ml-infra', repoUrl }] }).repositories,
    ).toEqual([
      {
        id: 'ml-infra',
        title: 'ml-infra',
        host: 'ghe.acme.example:7100',
        owner: 'acme',
        name: 'ml-infra',
        repoUrl,
        baseBranch: undefined,
        reviewers: [],
        teamReviewers: [],
        labels: ['ml-platform'],
        draft: false,
        layout: {
          environments: 'env/*/env.yaml',
          environmentFile: 'env/{environment}/env.yaml',
          catalogEntity: 'env/{environment}/catalog/{kind}-{name}.yaml',
          workloads: {
            file: 'env/{environment}/aws/irsa-ml-workloads/terragrunt.hcl',
            attribute: 'inputs.workloads',
          },
          profiles: {
            file: 'env/{environment}/aws/user-profiles/terragrunt.hcl',
            attribute: 'inputs.profiles',
          },
          network: 'env/{environment}/aws/vpc/terragrunt.hcl',
          cluster: 'env/{environment}/aws/eks/terragrunt.hcl',
          furtherCluster: 'env/{environment}/aws/eks-{name}/terragrunt.hcl',
          tools: 'env/{environment}/platform/{name}/terragrunt.hcl',
          modules: `\${get_repo_root()}/modules//`,
        },
        environmentKeys: {
          environment: 'environment',
          region: 'region',
          account: 'aws_account_id',
          project: 'project',
          cluster: 'cluster_name',
          domain: 'domain_name',
        },
      },
    ]);
  });

  it('reads every key', () => {
    const given = {
      id: 'ml-infra',
      title: 'ML infrastructure',
      repoUrl,
      baseBranch: 'trunk',
      reviewers: ['amara'],
      teamReviewers: ['ml-platform'],
      labels: [],
      draft: true,
      layout: {
        environments: 'live/*/vars.yaml',
        environmentFile: 'live/{environment}/vars.yaml',
        catalogEntity: 'catalog/{environment}/{kind}/{name}.yaml',
        workloads: {
          file: 'live/{environment}/irsa.tf',
          attribute: 'module.irsa.workloads',
        },
        profiles: {
          file: 'live/{environment}/people.tf',
          attribute: 'module.people.profiles',
        },
        network: 'live/{environment}/network/terragrunt.hcl',
        cluster: 'live/{environment}/cluster/terragrunt.hcl',
        furtherCluster: 'live/{environment}/cluster-{name}/terragrunt.hcl',
        tools: 'live/{environment}/tools/{name}/terragrunt.hcl',
        modules: 'git::https://github.com/acme/ml-modules.git//{module}?ref=v1',
      },
      environmentKeys: {
        environment: 'stage',
        region: 'aws_region',
        account: 'accounts/{environment}/account.hcl#locals.id',
        project: 'team',
        cluster: 'eks',
        domain: 'dns',
      },
    };
    const policy = {
      allowedRepositories: ['github.com?owner=acme&repo=*'],
      reservedNamespaces: ['flux-system'],
      emailDomains: ['acme.example'],
      developerApprovers: ['user:default/amara'],
    };
    expect(read({ repositories: [given], policy })).toEqual({
      repositories: [
        {
          ...given,
          host: 'ghe.acme.example:7100',
          owner: 'acme',
          name: 'ml-infra',
        },
      ],
      policy,
    });
  });

  it('reads approvers and domains as people write them', () => {
    const { policy } = read({
      policy: {
        emailDomains: ['ACME.example'],
        developerApprovers: ['amara', 'user:Piotr'],
      },
    });
    expect(policy).toMatchObject({
      emailDomains: ['acme.example'],
      developerApprovers: ['user:default/amara', 'user:default/piotr'],
    });
  });

  it.each([
    [undefined, undefined],
    [{}, {}],
    [{ regions: ['eu-west-2'] }, { regions: ['eu-west-2'] }],
    [{ regions: [] }, { regions: [] }],
    [
      { instanceFamilies: ['m7i', 'g5'], maxNodes: 20 },
      { instanceFamilies: ['m7i', 'g5'], maxNodes: 20 },
    ],
    [
      { maxNodes: 0, maxVcpus: 512, maxGpus: 8 },
      { maxNodes: 0, maxVcpus: 512, maxGpus: 8 },
    ],
  ])('reads the limits of clusters %j', (clusters, expected) => {
    const { policy } = read({ policy: clusters ? { clusters } : {} });

    expect(policy.clusters).toEqual(expected);
  });

  it.each([
    [
      { maxNodes: -1 },
      /policy\.clusters\.maxNodes is -1; write a whole number/,
    ],
    [{ maxVcpus: 1.5 }, /policy\.clusters\.maxVcpus is 1\.5/],
    [{ maxGpus: 'many' }, /policy\.clusters\.maxGpus/],
    [{ regions: 'eu-west-2' }, /policy\.clusters\.regions/],
    [{ instanceFamilies: [5] }, /policy\.clusters\.instanceFamilies/],
  ])('refuses the limits of clusters %j', (clusters, message) => {
    expect(() => read({ policy: { clusters } })).toThrow(message);
  });

  it.each([
    [{ emailDomains: ['@acme.example'] }, /policy\.emailDomains\[0\] is/],
    [{ emailDomains: ['acme.example', '*'] }, /policy\.emailDomains\[1\] is/],
    [
      { developerApprovers: ['user:default/'] },
      /policy\.developerApprovers\[0\] is/,
    ],
  ])('refuses the policy %j', (policy, message) => {
    expect(() => read({ policy })).toThrow(message);
  });

  it.each([
    [{ repoUrl }, /repositories\[0\].id/],
    [{ id: 'ML infra', repoUrl }, /repositories\[0\]\.id is 'ML infra'; use/],
    [{ id: 'a', repoUrl: 'acme/ml-infra' }, /repositories\[0\]\.repoUrl is/],
    [
      { id: 'a', repoUrl: 'github.com?owner=acme&repo=..' },
      /repositories\[0\]\.repoUrl is/,
    ],
    [
      { id: 'a', repoUrl: 'other.example?owner=acme&repo=x' },
      /host 'other\.example', which is not in integrations\.github/,
    ],
    [
      { id: 'a', repoUrl, layout: { environments: 'env/env.yaml' } },
      /layout\.environments is .* exactly one \*/,
    ],
    [
      { id: 'a', repoUrl, layout: { environmentFile: '../{environment}' } },
      /layout\.environmentFile is .* relative/,
    ],
    [
      { id: 'a', repoUrl, layout: { catalogEntity: 'c/{team}.yaml' } },
      /layout\.catalogEntity holds the placeholder \{team\}; it may hold \{environment\}, \{kind\}, \{name\} only/,
    ],
    [
      { id: 'a', repoUrl, layout: { workloads: { file: 'a//b' } } },
      /layout\.workloads\.file/,
    ],
    [
      { id: 'a', repoUrl, layout: { workloads: { attribute: 'inputs..x' } } },
      /layout\.workloads\.attribute/,
    ],
    [
      { id: 'a', repoUrl, environmentKeys: { region: 'a..b' } },
      /environmentKeys\.region is 'a\.\.b'; write the key's path with dots/,
    ],
    [
      { id: 'a', repoUrl, environmentKeys: { account: '../a.hcl#id' } },
      /environmentKeys\.account is '\.\.\/a\.hcl'; write a path relative/,
    ],
    [
      { id: 'a', repoUrl, environmentKeys: { account: '{kind}.hcl#id' } },
      /environmentKeys\.account holds the placeholder \{kind\}/,
    ],
  ])('names the key that cannot be used: %j', (repository, message) => {
    expect(() => read({ repositories: [repository as JsonObject] })).toThrow(
      message,
    );
  });

  it('refuses two repositories with one id', () => {
    expect(() =>
      read({
        repositories: [
          { id: 'a', repoUrl },
          { id: 'a', repoUrl },
        ],
      }),
    ).toThrow(
      "mlPlatform.repositories[1].id is 'a', which mlPlatform.repositories[0] has already",
    );
  });

  it('names a pattern that does not name repositories', () => {
    expect(() => read({ policy: { allowedRepositories: ['*'] } })).toThrow(
      /allowedRepositories\[0\] is '\*'/,
    );
  });
});
