import {
  environmentList,
  fakeMlPlatformApi,
} from '../__testUtils__/fakeMlPlatformApi';
import { CachingMlPlatformApi } from './CachingMlPlatformApi';

function setup() {
  const clock = { now: 0 };
  const api = fakeMlPlatformApi();
  return { clock, api, cached: new CachingMlPlatformApi(api, () => clock.now) };
}

describe('CachingMlPlatformApi', () => {
  it('asks once for several fields, and again after 15 seconds', async () => {
    const { api, cached, clock } = setup();
    await Promise.all([
      cached.listEnvironments('a'),
      cached.listEnvironments('a'),
      cached.listEnvironments('b'),
      cached.listRepositories(),
      cached.listRepositories(),
    ]);
    expect(api.listEnvironments.mock.calls).toEqual([['a'], ['b']]);
    expect(api.listRepositories).toHaveBeenCalledTimes(1);
    clock.now = 15_000;
    await cached.listEnvironments('a');
    expect(api.listEnvironments).toHaveBeenCalledTimes(3);
  });

  it('keeps neither failures nor stale answers', async () => {
    const { api, cached } = setup();
    api.listEnvironments
      .mockRejectedValueOnce(new Error('down'))
      .mockResolvedValueOnce(environmentList({ stale: true }));
    await expect(cached.listEnvironments('a')).rejects.toThrow('down');
    await expect(cached.listEnvironments('a')).resolves.toMatchObject({
      stale: true,
    });
    await expect(cached.listEnvironments('a')).resolves.toMatchObject({
      stale: false,
    });
  });
});
