import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { DefaultAwsCredentialsManager } from '@backstage/integration-aws-node';
import { AwsConnection, AwsCredentials } from '../client';
import { readAwsSettings } from '../config';
import { EksVersionCatalogService } from './EksVersionCatalogService';
import { LiveVersions } from './LiveVersions';

/**
 * The catalog of versions for whoever plans or judges clusters: one for the whole
 * backend, from the accounts of `mlPlatform.aws.scopes`.
 *
 * @public
 */
export const eksVersionCatalogServiceRef =
  createServiceRef<EksVersionCatalogService>({
    id: 'ml-platform.eks-version-catalog',
    scope: 'root',
    defaultFactory: async service =>
      createServiceFactory({
        service,
        deps: { config: coreServices.rootConfig },
        factory: ({ config }) => createVersionCatalog(config),
      }),
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
