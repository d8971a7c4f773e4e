import { fromTemporaryCredentials } from '@aws-sdk/credential-providers';
import { AwsCredentialsManager } from '@backstage/integration-aws-node';
import { AwsScope } from '../config';
import { MemoizedCredentials, memoizeCredentials } from './memoizeCredentials';
import { AwsCredentialIdentityProvider } from './types';

/**
 * Credentials of scopes: those of Backstage's AWS integration, or of a role that is
 * assumed with them. One set an account serves all its regions and services.
 */
export class AwsCredentials {
  readonly #known = new Map<string, MemoizedCredentials>();

  constructor(private readonly manager: AwsCredentialsManager) {}

  of(scope: AwsScope): MemoizedCredentials {
    const key = [scope.roleArn ?? scope.accountId ?? '', scope.externalId].join(
      ' ',
    );
    const known = this.#known.get(key);
    if (known) {
      return known;
    }
    const made = memoizeCredentials(
      scope.roleArn ? this.#assume(scope, scope.roleArn) : this.#listed(scope),
    );
    this.#known.set(key, made);
    return made;
  }

  #listed({ accountId }: AwsScope): AwsCredentialIdentityProvider {
    // Looked up at each renewal: an integration may be missing now and there later.
    return async () => {
      const { sdkCredentialProvider } =
        await this.manager.getCredentialProvider(
          accountId ? { accountId } : undefined,
        );
      return sdkCredentialProvider();
    };
  }

  #assume(scope: AwsScope, roleArn: string): AwsCredentialIdentityProvider {
    return fromTemporaryCredentials({
      masterCredentials: this.#listed({ ...scope, accountId: undefined }),
      params: {
        RoleArn: roleArn,
        RoleSessionName: 'backstage-ml-platform',
        ...(scope.externalId ? { ExternalId: scope.externalId } : {}),
      },
      clientConfig: { region: scope.region },
    });
  }
}
