import { githubAuthApiRef } from '@backstage/core-plugin-api';
import { ApiBlueprint } from '@backstage/frontend-plugin-api';
import {
  ScmAuth,
  scmAuthApiRef,
  scmIntegrationsApiRef,
} from '@backstage/integration-react';

/**
 * Lets the Create wizard act on GitHub as the person who is signed in.
 * Backstage's default knows github.com alone; this one knows the hosts that
 * `integrations.github` names, which are the same ones people sign in with.
 */
export const scmAuthApi = ApiBlueprint.make({
  name: 'scm-auth',
  params: defineParams =>
    defineParams({
      api: scmAuthApiRef,
      deps: {
        githubAuthApi: githubAuthApiRef,
        scmIntegrationsApi: scmIntegrationsApiRef,
      },
      factory: ({ githubAuthApi, scmIntegrationsApi }) =>
        ScmAuth.merge(
          ...scmIntegrationsApi
            .list()
            .filter(integration => integration.type === 'github')
            .map(integration =>
              ScmAuth.forGithub(githubAuthApi, { host: integration.title }),
            ),
        ),
    }),
});
