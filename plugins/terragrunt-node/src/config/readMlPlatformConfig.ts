import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { Config } from '@backstage/config';
import { posix } from 'node:path';
import { InputError } from '@backstage/errors';
import { ScmIntegrations } from '@backstage/integration';
import {
  defaultEnvironmentKeys,
  defaultLabels,
  defaultLayout,
  defaultReservedNamespaces,
} from './defaults';
import {
  ClusterPolicy,
  EnvironmentKeys,
  MlPlatformConfig,
  RepositoryConfig,
  RepositoryLayout,
} from './RepositoryConfig';
import { parseEnvironmentKey } from '../environment/environmentKey';
import { parseRepositoryPattern } from './repositoryPattern';
import { formatRepositoryUrl, parseRepositoryUrl } from './repoUrl';
import { shortened } from './shortened';

const ID = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const DOMAIN =
  /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/;
const PLACEHOLDER = /\{([^{}]*)\}/g;

/**
 * Reads `mlPlatform.repositories` and `mlPlatform.policy`. A missing part means no repositories and the
 * default policy.
 *
 * @throws InputError which names the key that cannot be used and says what it should be
 * @public
 */
export function readMlPlatformConfig(config: Config): MlPlatformConfig {
  const integrations = ScmIntegrations.fromConfig(config);
  const repositories = (
    config.getOptionalConfigArray('mlPlatform.repositories') ?? []
  ).map((item, index) => {
    const repository = readRepository(
      item,
      `mlPlatform.repositories[${index}]`,
    );
    if (!integrations.github.byHost(repository.host)) {
      throw new InputError(
        `mlPlatform.repositories[${index}].repoUrl names the host '${repository.host}', which is not in integrations.github; add it there with a token or an app`,
      );
    }
    return repository;
  });
  refuseRepeatedIds(repositories);

  const policy = config.getOptionalConfig('mlPlatform.policy');
  const allowedRepositories =
    policy?.getOptionalStringArray('allowedRepositories') ?? [];
  allowedRepositories.forEach((pattern, index) =>
    parseRepositoryPattern(
      pattern,
      `mlPlatform.policy.allowedRepositories[${index}]`,
    ),
  );
  return {
    repositories,
    policy: {
      allowedRepositories,
      reservedNamespaces:
        policy?.getOptionalStringArray('reservedNamespaces') ??
        defaultReservedNamespaces,
      emailDomains: readEmailDomains(policy),
      developerApprovers: readDeveloperApprovers(policy),
      clusters: readClusterPolicy(policy?.getOptionalConfig('clusters')),
    },
  };
}

function readClusterPolicy(
  config: Config | undefined,
): ClusterPolicy | undefined {
  const most = (name: 'maxNodes' | 'maxVcpus' | 'maxGpus') => {
    const value = config?.getOptionalNumber(name);
    if (value !== undefined && !(Number.isInteger(value) && value >= 0)) {
      throw new InputError(
        `mlPlatform.policy.clusters.${name} is ${value}; write a whole number, 0 or more`,
      );
    }
    return value;
  };
  return (
    config && {
      regions: config.getOptionalStringArray('regions'),
      instanceFamilies: config.getOptionalStringArray('instanceFamilies'),
      maxNodes: most('maxNodes'),
      maxVcpus: most('maxVcpus'),
      maxGpus: most('maxGpus'),
    }
  );
}

function readEmailDomains(policy: Config | undefined): string[] | undefined {
  return policy?.getOptionalStringArray('emailDomains')?.map((text, index) => {
    const domain = text.toLocaleLowerCase('en-US');
    if (!DOMAIN.test(domain)) {
      throw new InputError(
        `mlPlatform.policy.emailDomains[${index}] is '${shortened(
          text,
        )}'; write a domain without @, e.g. acme.example`,
      );
    }
    return domain;
  });
}

function readDeveloperApprovers(
  policy: Config | undefined,
): string[] | undefined {
  return policy
    ?.getOptionalStringArray('developerApprovers')
    ?.map((text, index) => {
      try {
        return stringifyEntityRef(
          parseEntityRef(text, {
            defaultKind: 'user',
            defaultNamespace: 'default',
          }),
        );
      } catch {
        throw new InputError(
          `mlPlatform.policy.developerApprovers[${index}] is '${shortened(
            text,
          )}'; write a user of the catalog, e.g. user:default/amara`,
        );
      }
    });
}

/** A repository with everything but its place left at the defaults. */
export function repositoryWithDefaults(repoUrl: string): RepositoryConfig {
  const location = parseRepositoryUrl(repoUrl);
  const canonical = formatRepositoryUrl(location);
  return {
    id: canonical,
    title: `${location.owner}/${location.name}`,
    ...location,
    repoUrl: canonical,
    reviewers: [],
    teamReviewers: [],
    labels: defaultLabels,
    draft: false,
    layout: defaultLayout,
    environmentKeys: defaultEnvironmentKeys,
  };
}

function readRepository(config: Config, key: string): RepositoryConfig {
  const id = config.getString('id');
  if (!ID.test(id)) {
    throw new InputError(
      `${key}.id is '${shortened(
        id,
      )}'; use lower-case letters, digits and dashes, at most 63, beginning and ending with a letter or digit`,
    );
  }
  const location = parseRepositoryUrl(
    config.getString('repoUrl'),
    `${key}.repoUrl`,
  );
  return {
    id,
    title: config.getOptionalString('title') ?? id,
    ...location,
    repoUrl: formatRepositoryUrl(location),
    baseBranch: config.getOptionalString('baseBranch'),
    reviewers: config.getOptionalStringArray('reviewers') ?? [],
    teamReviewers: config.getOptionalStringArray('teamReviewers') ?? [],
    labels: config.getOptionalStringArray('labels') ?? defaultLabels,
    draft: config.getOptionalBoolean('draft') ?? false,
    layout: readLayout(config.getOptionalConfig('layout'), `${key}.layout`),
    environmentKeys: readEnvironmentKeys(
      config.getOptionalConfig('environmentKeys'),
      `${key}.environmentKeys`,
    ),
  };
}

function readLayout(config: Config | undefined, key: string): RepositoryLayout {
  const path = (name: string, fallback: string, placeholders: string[]) =>
    checkedPath(
      config?.getOptionalString(name) ?? fallback,
      `${key}.${name}`,
      placeholders,
    );
  const environments = path('environments', defaultLayout.environments, []);
  if (environments.split('*').length !== 2) {
    throw new InputError(
      `${key}.environments is '${shortened(
        environments,
      )}'; it needs exactly one *, which stands for the environment's name`,
    );
  }
  const place = (name: 'workloads' | 'profiles') => ({
    file: path(`${name}.file`, defaultLayout[name].file, ['environment']),
    attribute: checkedAttribute(
      config?.getOptionalString(`${name}.attribute`) ??
        defaultLayout[name].attribute,
      `${key}.${name}.attribute`,
      defaultLayout[name].attribute,
    ),
  });
  const environmentFile = path(
    'environmentFile',
    defaultLayout.environmentFile,
    ['environment'],
  );
  // Units stand beside the variables where nothing else is said.
  const folder = posix.dirname(environmentFile);
  return {
    environments,
    environmentFile,
    catalogEntity: path('catalogEntity', defaultLayout.catalogEntity, [
      'environment',
      'kind',
      'name',
    ]),
    workloads: place('workloads'),
    profiles: place('profiles'),
    network: path('network', `${folder}/aws/vpc/terragrunt.hcl`, [
      'environment',
    ]),
    cluster: path('cluster', `${folder}/aws/eks/terragrunt.hcl`, [
      'environment',
    ]),
    furtherCluster: checkedNamedFile(
      path('furtherCluster', `${folder}/aws/eks-{name}/terragrunt.hcl`, [
        'environment',
        'name',
      ]),
      `${key}.furtherCluster`,
      'each further cluster of an environment',
    ),
    tools: checkedNamedFile(
      path('tools', defaultLayout.tools, ['environment', 'name']),
      `${key}.tools`,
      'each tool of an environment',
    ),
    modules: checkedModules(
      config?.getOptionalString('modules') ?? defaultLayout.modules,
      `${key}.modules`,
    ),
  };
}

function checkedNamedFile(path: string, key: string, each: string): string {
  if (!path.includes('{environment}') || !path.includes('{name}')) {
    throw new InputError(
      `${key} is '${shortened(
        path,
      )}'; it needs {environment} and {name}, because ${each} has a unit of its own`,
    );
  }
  return path;
}

/** A prefix of a `source` that can stand between quotes in HCL as it is. */
function checkedModules(prefix: string, key: string): string {
  if (!/^[^\s"\\]+$/.test(prefix)) {
    throw new InputError(
      `${key} is '${shortened(
        prefix,
      )}'; write what the source of a module begins with, without spaces, quotes and backslashes, e.g. ${
        defaultLayout.modules
      }`,
    );
  }
  return prefix;
}

function readEnvironmentKeys(
  config: Config | undefined,
  key: string,
): EnvironmentKeys {
  const read = (name: keyof EnvironmentKeys) =>
    checkedEnvironmentKey(
      config?.getOptionalString(name) ?? defaultEnvironmentKeys[name],
      `${key}.${name}`,
    );
  return {
    environment: read('environment'),
    region: read('region'),
    account: read('account'),
    project: read('project'),
    cluster: read('cluster'),
    domain: read('domain'),
  };
}

function checkedEnvironmentKey(value: string, key: string): string {
  const { file, path } = parseEnvironmentKey(value);
  if (file !== undefined) {
    checkedPath(file, key, ['environment']);
  }
  if (path.some(part => part === '' || /\s/.test(part))) {
    throw new InputError(
      `${key} is '${shortened(
        value,
      )}'; write the key's path with dots, e.g. locals.aws_region, or <file>#<path>`,
    );
  }
  return value;
}

function checkedAttribute(
  attribute: string,
  key: string,
  example: string,
): string {
  if (!/^[^.\s]+(\.[^.\s]+)*$/.test(attribute)) {
    throw new InputError(
      `${key} is '${shortened(
        attribute,
      )}'; write the attribute's path with dots, e.g. ${example}`,
    );
  }
  return attribute;
}

function checkedPath(
  path: string,
  key: string,
  placeholders: string[],
): string {
  const unsafe =
    path.startsWith('/') ||
    path.includes('\\') ||
    path.split('/').some(part => part === '' || part === '.' || part === '..');
  if (unsafe) {
    throw new InputError(
      `${key} is '${shortened(
        path,
      )}'; write a path relative to the repository's root, with / and without . or ..`,
    );
  }
  const unknown = [...path.matchAll(PLACEHOLDER)]
    .map(match => match[1])
    .find(name => !placeholders.includes(name));
  if (unknown !== undefined) {
    throw new InputError(
      `${key} holds the placeholder {${shortened(unknown)}}; ${
        placeholders.length
          ? `it may hold ${placeholders
              .map(name => `{${name}}`)
              .join(', ')} only`
          : 'it may hold none'
      }`,
    );
  }
  return path;
}

function refuseRepeatedIds(repositories: RepositoryConfig[]): void {
  repositories.forEach((repository, index) => {
    const first = repositories.findIndex(other => other.id === repository.id);
    if (first !== index) {
      throw new InputError(
        `mlPlatform.repositories[${index}].id is '${repository.id}', which mlPlatform.repositories[${first}] has already; give each repository an id of its own`,
      );
    }
  });
}
