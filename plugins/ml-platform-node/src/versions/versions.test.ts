import {
  VersionCatalog,
  shippedVersionCatalog,
} from '@ml-platform/plugin-ml-platform-common';
import { EksVersionCatalogService, currentEksVersions } from '.';

const live: VersionCatalog = {
  asOf: '2026-11-21',
  source: 'eks:DescribeClusterVersions',
  live: true,
  versions: [
    {
      version: '1.36',
      standardUntil: '2027-11-30',
      extendedUntil: '2028-11-30',
    },
  ],
};

it.each([
  ['answers', async () => ({ catalog: live }), live],
  [
    'fails',
    async () => {
      throw new Error('no credentials');
    },
    shippedVersionCatalog,
  ],
  [
    'is silent',
    ({ signal } = {}) =>
      new Promise((_resolve, reject) =>
        signal?.addEventListener('abort', () => reject(signal.reason)),
      ),
    shippedVersionCatalog,
  ],
] as [string, EksVersionCatalogService['current'], VersionCatalog][])(
  'when the service %s',
  async (_case, current, catalog) => {
    expect(await currentEksVersions({ current }, { patienceMs: 20 })).toBe(
      catalog,
    );
  },
);
