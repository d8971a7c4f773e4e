import { fromTemporaryCredentials } from '@aws-sdk/credential-providers';
import { AwsCredentialsManager } from '@backstage/integration-aws-node';
import type { AwsCredentialIdentity } from '@smithy/types';
import { AccountRole } from '../config';

type Provider = () => Promise<AwsCredentialIdentity>;

/** Asked again this long before they expire, so that a token is good for its time. */
const EARLY_MS = 15 * 60_000;

/** Credentials without an end may be changed nevertheless. */
const UNLIMITED_MS = 15 * 60_000;

/**
 * Credentials of accounts: those of the role that `mlPlatform.aws.scopes` names, else
 * of Backstage's AWS integration. One set serves all clusters of an account.
 */
export class AwsCredentials {
  readonly #providers = new Map<string, Provider>();

  constructor(
    private readonly manager: AwsCredentialsManager,
    private readonly roles: AccountRole[],
  ) {}

  async of(accountId: string, region: string): Promise<AwsCredentialIdentity> {
    const key = `${accountId} ${region}`;
    const known = this.#providers.get(key) ?? this.#open(accountId, region);
    this.#providers.set(key, known);
    return await known();
  }

  #open(accountId: string, region: string): Provider {
    const role = this.roles.find(each => each.accountId === accountId);
    return memoize(
      role
        ? fromTemporaryCredentials({
            masterCredentials: () => this.#listed(undefined),
            params: {
              RoleArn: role.roleArn,
              RoleSessionName: 'backstage-ml-platform',
              ...(role.externalId ? { ExternalId: role.externalId } : {}),
            },
            clientConfig: { region },
          })
        : () => this.#listed(accountId),
    );
  }

  async #listed(accountId: string | undefined): Promise<AwsCredentialIdentity> {
    const { sdkCredentialProvider } = await this.manager.getCredentialProvider(
      accountId ? { accountId } : undefined,
    );
    return await sdkCredentialProvider();
  }
}

function memoize(provider: Provider): Provider {
  let held: { identity: AwsCredentialIdentity; until: number } | undefined;
  let asking: Promise<AwsCredentialIdentity> | undefined;
  async function ask() {
    try {
      const identity = await provider();
      const until = identity.expiration
        ? identity.expiration.getTime() - EARLY_MS
        : Date.now() + UNLIMITED_MS;
      held = { identity, until };
      return identity;
    } finally {
      asking = undefined;
    }
  }
  return async () => {
    if (held && held.until > Date.now()) {
      return held.identity;
    }
    asking ??= ask();
    return asking;
  };
}
