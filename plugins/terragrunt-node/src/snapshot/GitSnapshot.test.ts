import { GitObjects, GitTreeEntry } from './GitObjects';
import { GitObjectCache } from './GitObjectCache';
import { GitSnapshot } from './GitSnapshot';

type Folder = { [name: string]: string | Buffer | Folder };

/** Objects of a folder whose SHAs are their paths; answers of more than `limit` entries are cut. */
function objectsOf(root: Folder, limit = Infinity) {
  const requests: string[] = [];
  let running = 0;
  let mostAtOnce = 0;
  const at = (path: string) =>
    path
      .split('/')
      .filter(Boolean)
      .reduce<Folder | string | Buffer>(
        (folder, name) => (folder as Folder)[name],
        root,
      );
  const walk = (path: string, folder: Folder): GitTreeEntry[] =>
    Object.entries(folder).flatMap(([name, value]) => {
      const child = `${path}${name}`;
      return typeof value === 'string' || Buffer.isBuffer(value)
        ? [{ path: child, mode: '100644', type: 'blob', sha: `/${child}` }]
        : [
            { path: child, mode: '040000', type: 'tree', sha: `/${child}` },
            ...walk(`${child}/`, value),
          ];
    });
  const objects: GitObjects = {
    async tree(sha, { recursive }) {
      requests.push(`tree ${sha}${recursive ? ' recursive' : ''}`);
      const all = walk('', at(sha) as Folder).map(entry => ({
        ...entry,
        sha: `${sha === '/' ? '' : sha}${entry.sha}`,
      }));
      const entries = recursive
        ? all
        : all.filter(entry => !entry.path.includes('/'));
      return {
        entries: entries.slice(0, recursive ? limit : undefined),
        truncated: recursive && entries.length > limit,
      };
    },
    async blob(sha) {
      requests.push(`blob ${sha}`);
      running += 1;
      mostAtOnce = Math.max(mostAtOnce, running);
      await new Promise(resolve => {
        setTimeout(resolve, 1);
      });
      running -= 1;
      return Buffer.from(at(sha) as string);
    },
  };
  return { objects, requests, mostAtOnce: () => mostAtOnce };
}

function snapshotOf(objects: GitObjects) {
  return new GitSnapshot({
    repository: {
      id: 'ml-infra',
      host: 'github.com',
      owner: 'acme',
      name: 'ml-infra',
      webUrl: 'https://github.com/acme/ml-infra',
    },
    branch: 'main',
    commit: 'c0ffee',
    tree: '/',
    objects,
  });
}

const root: Folder = {
  'root.hcl': 'root',
  env: {
    dev: { 'env.yaml': 'dev', aws: { 'a.hcl': 'a', 'b.hcl': 'b' } },
    prod: { 'env.yaml': '\ufeffprod\r\n' },
  },
  modules: { m: { 'main.tf': 'm', 'variables.tf': 'v' } },
};

describe.each([
  ['one listing', Infinity],
  ['listings cut short by the host', 3],
])('GitSnapshot with %s', (_name, limit) => {
  it.each([
    [
      '',
      [
        'env/dev/aws/a.hcl',
        'env/dev/aws/b.hcl',
        'env/dev/env.yaml',
        'env/prod/env.yaml',
        'modules/m/main.tf',
        'modules/m/variables.tf',
        'root.hcl',
      ],
    ],
    [
      'env/dev/',
      ['env/dev/aws/a.hcl', 'env/dev/aws/b.hcl', 'env/dev/env.yaml'],
    ],
    ['env/p', ['env/prod/env.yaml']],
    ['root', ['root.hcl']],
    ['missing/', []],
    ['root.hcl/', []],
  ])('lists the files that begin with %j', async (prefix, expected) => {
    const { objects } = objectsOf(root, limit);
    const files = await snapshotOf(objects).list(prefix);
    expect(files.map(file => file.path).sort()).toEqual(expected);
    expect(files.every(file => file.sha === `/${file.path}`)).toBe(true);
  });

  it.each([
    ['env/dev/aws/a.hcl', 'a'],
    ['env/prod/env.yaml', '\ufeffprod\r\n'],
    ['env/dev', undefined],
    ['env/dev/missing', undefined],
    ['nowhere/at/all', undefined],
  ])('reads %s', async (path, expected) => {
    const { objects } = objectsOf(root, limit);
    await expect(snapshotOf(objects).readText(path)).resolves.toBe(expected);
  });
});

describe('GitSnapshot', () => {
  it('lists a repository with one request and reads each file once', async () => {
    const { objects, requests } = objectsOf(root);
    const cached = new GitObjectCache().wrap('acme/ml-infra', objects);
    for (const snapshot of [snapshotOf(cached), snapshotOf(cached)]) {
      await Promise.all([
        snapshot.readText('root.hcl'),
        snapshot.readText('root.hcl'),
        snapshot.list('env/'),
      ]);
    }
    expect(requests).toEqual(['tree / recursive', 'blob /root.hcl']);
  });

  it('reads many files a few at a time and leaves absent ones out', async () => {
    const folder = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [`f${index}`, `${index}`]),
    );
    const { objects, mostAtOnce } = objectsOf(folder);
    const texts = await snapshotOf(objects).readMany([
      ...Object.keys(folder),
      'missing',
      'f1',
    ]);
    expect([...texts]).toEqual(Object.entries(folder));
    expect(mostAtOnce()).toBe(6);
  });

  it('names a file that is not UTF-8', async () => {
    const { objects } = objectsOf({ 'a.hcl': Buffer.from([0x61, 0xe9, 0x62]) });
    jest
      .spyOn(objects, 'blob')
      .mockResolvedValue(Buffer.from([0x61, 0xe9, 0x62]));
    await expect(snapshotOf(objects).readText('a.hcl')).rejects.toThrow(
      /a\.hcl is not valid UTF-8/,
    );
  });
});

describe('GitObjectCache', () => {
  const source = (text: string): GitObjects => ({
    tree: async () => ({ entries: [], truncated: false }),
    blob: jest.fn(async () => Buffer.from(text)),
  });

  it('does not give one repository what was read from another', async () => {
    const cache = new GitObjectCache();
    const one = cache.wrap('acme/one', source('one'));
    const two = cache.wrap('acme/two', source('two'));
    expect(String(await one.blob('sha'))).toBe('one');
    expect(String(await two.blob('sha'))).toBe('two');
  });

  it('stays within its size', async () => {
    const cache = new GitObjectCache({ maxBytes: 25 });
    const objects = source('0123456789');
    const cached = cache.wrap('acme/one', objects);
    for (const sha of ['a', 'b', 'c', 'b', 'c', 'a']) {
      await cached.blob(sha);
    }
    expect(objects.blob).toHaveBeenCalledTimes(4);
  });

  it('asks again after a failure', async () => {
    const objects = source('text');
    jest.spyOn(objects, 'blob').mockRejectedValueOnce(new Error('cancelled'));
    const cached = new GitObjectCache().wrap('acme/one', objects);
    const results = await Promise.allSettled([
      cached.blob('sha'),
      cached.blob('sha'),
    ]);
    expect(results.map(result => result.status)).toEqual([
      'rejected',
      'fulfilled',
    ]);
  });
});
