import { ProxiedSignInPage } from '@backstage/core-components';
import { createDevApp } from '@backstage/frontend-dev-utils';
import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { SignInPageBlueprint } from '@backstage/plugin-app-react';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import mlPlatformPlugin from '../src';

/** A development app has no sign-in, and nobody is told anything without one. */
const guest = createFrontendModule({
  pluginId: 'app',
  extensions: [
    SignInPageBlueprint.make({
      params: {
        loader: async () => props =>
          <ProxiedSignInPage {...props} provider="guest" />,
      },
    }),
  ],
});

// Against the backend and the sandbox of `npm start -- --built`.
createDevApp({ features: [catalogPlugin, mlPlatformPlugin, guest] });
