import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { DefaultAwsCredentialsManager } from '@backstage/integration-aws-node';
import {
  EksVersionCatalogService,
  eksVersionCatalogServiceRef,
} from '@ml-platform/plugin-ml-platform-node';
import { AwsConnection, AwsCredentials } from '../client';
import { readAwsSettings } from '../config';
import { LiveVersions } from './LiveVersions';

/** The catalog of versions from AWS, for the whole backend. */
export const versionCatalogFactory = createServiceFactory({
  service: eksVersionCatalogServiceRef,
  deps: { config: coreServices.rootConfig },
  factory: ({ config }) => createVersionCatalog(config),
});

/** A catalog from the accounts of `mlPlatform.aws.scopes`, asked in their order. */
export function createVersionCatalog(config: Config): EksVersionCatalogService {
  const { scopes } = readAwsSettings(config);
  const credentials = new AwsCredentials(
    DefaultAwsCredentialsManager.fromConfig(config),
  );
  return new LiveVersions(
    scopes
      .filter(({ services }) => services.includes('eks'))
      .map(scope => ({
        connection: new AwsConnection({
          region: scope.region,
          credentials: credentials.of(scope),
        }),
        place: scope,
      })),
  );
}
