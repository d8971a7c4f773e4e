// A portal with the pages of entities alone, where our tabs and those of
// @backstage/plugin-kubernetes stand side by side: benchmarks/pages/peer.mjs.
import '@backstage/cli/asset-types';
import { createApp } from '@backstage/frontend-defaults';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import kubernetesPlugin from '@backstage/plugin-kubernetes/alpha';
import signalsPlugin from '@backstage/plugin-signals/alpha';
import mlPlatformPlugin from '@ml-platform/plugin-ml-platform';
import ReactDOM from 'react-dom/client';
import '@backstage/ui/css/styles.css';

const app = createApp({
  features: [catalogPlugin, kubernetesPlugin, signalsPlugin, mlPlatformPlugin],
});

ReactDOM.createRoot(document.getElementById('root')!).render(app.createRoot());
