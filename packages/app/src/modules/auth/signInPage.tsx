import {
  configApiRef,
  githubAuthApiRef,
  useApi,
} from '@backstage/core-plugin-api';
import { SignInPage, SignInProviderConfig } from '@backstage/core-components';
import { SignInPageBlueprint } from '@backstage/plugin-app-react';
import type { ComponentProps } from 'react';

const github: SignInProviderConfig = {
  id: 'github-auth-provider',
  title: 'GitHub',
  message: 'Sign in with the account you use for pull requests',
  apiRef: githubAuthApiRef,
};

type PortalSignInPageProps = Pick<
  ComponentProps<typeof SignInPage>,
  'onSignInSuccess'
>;

/** GitHub for everybody; a read-only guest where the portal runs for development. */
function PortalSignInPage(props: PortalSignInPageProps) {
  const development =
    useApi(configApiRef).getOptionalString('auth.environment') ===
    'development';
  return (
    <SignInPage
      {...props}
      title="Sign in to ML Platform"
      align="center"
      providers={development ? [github, 'guest'] : [github]}
    />
  );
}

export const signInPage = SignInPageBlueprint.make({
  params: { loader: async () => PortalSignInPage },
});
