import { createDevApp } from '@backstage/frontend-dev-utils';
import mlPlatformPlugin from '../src';

// Against the backend and the sandbox of `npm start`.
createDevApp({ features: [mlPlatformPlugin] });
