import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  SourceCollector,
  collectorsExtensionPoint,
} from '@ml-platform/plugin-ml-platform-node';
import mlPlatformModuleKubernetes from '.';

async function start(kubernetes: object) {
  const collectors: SourceCollector[] = [];
  const backend = await startTestBackend({
    extensionPoints: [
      [
        collectorsExtensionPoint,
        { addCollector: each => collectors.push(each) },
      ],
    ],
    features: [
      mlPlatformModuleKubernetes,
      mockServices.rootConfig.factory({ data: { mlPlatform: { kubernetes } } }),
    ],
  });
  await backend.stop();
  return collectors;
}

it('adds the collector of Kubernetes clusters', async () => {
  const [collector] = await start({
    clusters: [
      { name: 'lab', url: 'https://10.0.0.1', serviceAccountToken: 'token' },
    ],
  });

  expect(collector.id).toBe('kubernetes');
  expect(
    await collector.sources({
      list: async () => [],
      find: async () => undefined,
    }),
  ).toEqual([
    {
      id: 'kubernetes:lab',
      kind: 'kubernetes',
      title: 'lab',
      clusterArn: 'lab',
      intervalSeconds: 30,
    },
  ]);
});

it('refuses to start with a cluster that cannot be asked', async () => {
  await expect(
    start({ clusters: [{ name: 'lab', url: 'https://10.0.0.1' }] }),
  ).rejects.toThrow('clusters[0] has no way to sign in');
});
