import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { RiBrainLine } from '@remixicon/react';
import { mlPlatformApi } from './extensions/apis';
import { formFields } from './extensions/formFields';

/**
 * Frontend of ML Platform: the form fields of its templates.
 *
 * @public
 */
export const mlPlatformPlugin = createFrontendPlugin({
  pluginId: 'ml-platform',
  title: 'ML Platform',
  icon: <RiBrainLine />,
  info: { packageJson: () => import('../package.json') },
  extensions: [mlPlatformApi, ...formFields],
});
