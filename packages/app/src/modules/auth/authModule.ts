import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { scmAuthApi } from './scmAuth';
import { signInPage } from './signInPage';

export const authModule = createFrontendModule({
  pluginId: 'app',
  extensions: [signInPage, scmAuthApi],
});
