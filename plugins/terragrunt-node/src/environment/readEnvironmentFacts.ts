import {
  accountIdRule,
  nameProblem,
  partitionOfRegion,
  regionRule,
} from '@ml-platform/plugin-ml-platform-common';
import { RepositoryConfig } from '../config';
import { EnvironmentFacts } from './EnvironmentFacts';
import { parseEnvironmentKey } from './environmentKey';
import { layoutPath } from './layoutPath';
import { parseVariables, readVariable } from './readVariable';

/** The variables that say where an environment is. */
const VARIABLES = [
  'environment',
  'region',
  'account',
  'project',
  'cluster',
  'domain',
] as const;

/** The files that an environment's variables stand in, its own first. */
export function environmentFiles(
  repository: RepositoryConfig,
  environment: string,
): string[] {
  const { layout, environmentKeys } = repository;
  const others = VARIABLES.map(
    name => parseEnvironmentKey(environmentKeys[name]).file,
  ).filter((file): file is string => file !== undefined);
  const templates = [layout.environmentFile, ...others];
  return [...new Set(templates.map(path => layoutPath(path, { environment })))];
}

/**
 * Reads the variables of one environment from the files they stand in; a file
 * that is absent says nothing.
 *
 * @throws InputError when a file has a syntax error, naming file and line
 */
export async function readEnvironmentFacts(options: {
  name: string;
  repository: RepositoryConfig;
  readText(path: string): Promise<string | undefined>;
}): Promise<EnvironmentFacts> {
  const { name, repository, readText } = options;
  const { layout, environmentKeys: keys } = repository;
  const file = layoutPath(layout.environmentFile, { environment: name });
  const documents = new Map<string, ReturnType<typeof parseVariables>>();
  for (const path of environmentFiles(repository, name)) {
    documents.set(path, parseVariables(path, (await readText(path)) ?? ''));
  }
  const read = (key: string) => {
    const place = parseEnvironmentKey(key);
    const document = documents.get(
      place.file === undefined
        ? file
        : layoutPath(place.file, { environment: name }),
    );
    return document && readVariable(document, place.path);
  };

  const label = read(keys.environment) ?? name;
  const region = valid(read(keys.region), value =>
    nameProblem(regionRule, value),
  );
  const accountId = valid(read(keys.account)?.padStart(12, '0'), value =>
    nameProblem(accountIdRule, value),
  );
  const project = withoutPlaceholder(read(keys.project));
  const cluster = withoutPlaceholder(read(keys.cluster));
  return {
    name,
    file,
    label,
    region,
    partition: region && partitionOfRegion(region),
    accountId,
    project,
    cluster: cluster ?? (project && `${project}-${label}-cluster`),
    domain: withoutPlaceholder(read(keys.domain)),
  };
}

function valid(
  value: string | undefined,
  problem: (value: string) => string | undefined,
): string | undefined {
  return value !== undefined && !problem(value) ? value : undefined;
}

/** `<aws_account_id>` and its like are left for a person to fill in. */
function withoutPlaceholder(value: string | undefined): string | undefined {
  return value !== undefined && /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(value)
    ? value
    : undefined;
}
