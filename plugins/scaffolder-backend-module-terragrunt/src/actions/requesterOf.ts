import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { UserEntity } from '@backstage/catalog-model';
import { ChangeRequester } from '@ml-platform/plugin-terragrunt-node';

const GITHUB_LOGIN = 'github.com/user-login';

/** Who started the task, as far as the scaffolder and the catalog know. */
export function requesterOf(
  user: { entity?: UserEntity; ref?: string } | undefined,
  credentials: BackstageCredentials,
): ChangeRequester {
  const principal = credentials.principal as {
    type?: string;
    userEntityRef?: string;
  };
  return {
    userEntityRef:
      user?.ref ??
      (principal.type === 'user' ? principal.userEntityRef : undefined),
    login: user?.entity?.metadata.annotations?.[GITHUB_LOGIN],
    displayName:
      user?.entity?.spec?.profile?.displayName ?? user?.entity?.metadata.title,
  };
}
