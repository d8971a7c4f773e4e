import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import type { RepositorySource } from './RepositoryCatalog';

/** One source for each of `mlPlatform.repositories`. */
export function terragruntSources(_options: {
  config: Config;
  logger: LoggerService;
}): RepositorySource[] {
  return [];
}
