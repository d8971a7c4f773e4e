import { cachedToken, signEksToken } from '.';

const credentials = {
  accessKeyId: 'AKIAEXAMPLE',
  secretAccessKey: 'secret',
  sessionToken: 'session/+=',
};
const now = new Date('2026-11-21T11:00:00Z');

describe('the token of an EKS cluster', () => {
  it('is a presigned GetCallerIdentity that names the cluster in a signed header', async () => {
    const { value, expiresAt } = await signEksToken({
      clusterName: 'mlops-dev-cluster',
      region: 'eu-west-2',
      credentials,
      now,
    });

    expect(value).toMatch(/^k8s-aws-v1\.[\w-]+$/);
    const url = new URL(
      Buffer.from(value.split('.')[1], 'base64url').toString('utf8'),
    );
    expect(url.origin).toBe('https://sts.eu-west-2.amazonaws.com');
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      Action: 'GetCallerIdentity',
      Version: '2011-06-15',
      'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
      'X-Amz-Credential': 'AKIAEXAMPLE/20261121/eu-west-2/sts/aws4_request',
      'X-Amz-Date': '20261121T110000Z',
      'X-Amz-Expires': '60',
      'X-Amz-Security-Token': 'session/+=',
      'X-Amz-SignedHeaders': 'host;x-k8s-aws-id',
      'X-Amz-Signature': expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(new Date(expiresAt).toISOString()).toBe('2026-11-21T11:14:00.000Z');
  });

  it.each([
    ['cn-north-1', undefined, 'sts.cn-north-1.amazonaws.com.cn', 14],
    ['us-gov-west-1', 5, 'sts.us-gov-west-1.amazonaws.com', 5],
    ['eu-west-2', 60, 'sts.eu-west-2.amazonaws.com', 14],
  ])(
    'in %s with credentials for %s minutes is of %s for %s minutes',
    async (region, minutes, host, life) => {
      const { value, expiresAt } = await signEksToken({
        clusterName: 'c',
        region,
        credentials: {
          ...credentials,
          ...(minutes === undefined
            ? {}
            : { expiration: new Date(now.getTime() + minutes * 60_000) }),
        },
        now,
      });

      const url = Buffer.from(value.split('.')[1], 'base64url').toString();
      expect(new URL(url).host).toBe(host);
      expect(expiresAt - now.getTime()).toBe(life * 60_000);
    },
  );
});

describe('a cached token', () => {
  let clock: number;
  let made: Date[];

  beforeEach(() => {
    clock = now.getTime();
    made = [];
  });

  const source = () =>
    cachedToken(
      async at => {
        made.push(at);
        return {
          value: `token ${made.length}`,
          expiresAt: at.getTime() + 1000,
        };
      },
      () => clock,
    );

  it('is made once for all who ask, and again when it ends', async () => {
    const token = source();
    expect(await Promise.all([token.get(), token.get()])).toEqual([
      'token 1',
      'token 1',
    ]);
    clock += 999;
    expect(await token.get()).toBe('token 1');
    clock += 1;
    expect(await token.get()).toBe('token 2');
  });

  it('is not made anew for each of many refusals', async () => {
    const token = cachedToken(
      async at => {
        made.push(at);
        return { value: `token ${made.length}`, expiresAt: Infinity };
      },
      () => clock,
    );
    await token.get();
    token.refused();
    expect(await token.get()).toBe('token 1');
    clock += 6_000;
    token.refused();
    expect(await token.get()).toBe('token 2');
  });

  it("follows the server's clock when this one is wrong", async () => {
    const token = source();
    await token.get();
    token.refused(clock + 3_600_000);
    expect(await token.get()).toBe('token 2');
    expect(made[1].getTime() - clock).toBe(3_600_000);
    expect(await token.get()).toBe('token 2');
  });

  it('tries again after it could not be made', async () => {
    let fails = true;
    const token = cachedToken(async () => {
      if (fails) {
        throw new Error('no credentials');
      }
      return { value: 'token', expiresAt: Infinity };
    });
    await expect(token.get()).rejects.toThrow('no credentials');
    fails = false;
    expect(await token.get()).toBe('token');
  });
});
