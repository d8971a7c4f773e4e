import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { RiBrainLine } from '@remixicon/react';
import { mlPlatformApi } from './extensions/apis';
import { formFields } from './extensions/formFields';
import { declaredPage } from './extensions/pages';
import { declaredRouteRef } from './routes';

/**
 * Frontend of ML Platform: the form fields of its templates, and the
 * pages of what the repositories declare.
 *
 * @public
 */
export const mlPlatformPlugin = createFrontendPlugin({
  pluginId: 'ml-platform',
  title: 'ML Platform',
  icon: <RiBrainLine />,
  info: { packageJson: () => import('../package.json') },
  routes: { declared: declaredRouteRef },
  extensions: [mlPlatformApi, declaredPage, ...formFields],
});
