import { ListClustersCommand } from '@aws-sdk/client-eks';
import { FakeAws, FakeAwsError, HANG } from '../__testUtils__/FakeAws';
import { PLACE, fakeConnection, refusal } from '../__testUtils__/fakeServices';
import { AwsCallError } from './AwsCallError';
import { AwsConnection } from './AwsConnection';
import { collectPages } from './collectPages';
import { describeProblem } from './describeProblem';
import { memoizeCredentials } from './memoizeCredentials';

jest.setTimeout(60_000);

function awsError(name: string, message = '', more: object = {}) {
  return Object.assign(new Error(message), { name, ...more });
}

const http = (httpStatusCode: number) => ({ $metadata: { httpStatusCode } });

it.each([
  ['AccessDeniedException', http(403), 'denied'],
  ['AccessDenied', http(403), 'denied'],
  ['UnauthorizedOperation', http(403), 'denied'],
  ['UnrecognizedClientException', http(403), 'credentials'],
  ['InvalidClientTokenId', http(403), 'credentials'],
  ['ExpiredTokenException', http(400), 'credentials'],
  ['CredentialsProviderError', {}, 'credentials'],
  ['ThrottlingException', http(400), 'throttled'],
  ['TooManyRequestsException', http(429), 'throttled'],
  ['ResourceNotFoundException', http(404), 'not-found'],
  ['ResourceNotFound', http(400), 'not-found'],
  ['UnknownOperationException', http(404), 'not-offered'],
  ['UnknownError', http(404), 'not-offered'],
  ['InternalFailure', http(501), 'not-offered'],
  ['InvalidAction', http(400), 'not-offered'],
  ['InternalFailure', http(500), 'upstream'],
  ['TimeoutError', {}, 'timeout'],
  ['Error', { code: 'ECONNREFUSED' }, 'unreachable'],
  ['TimeoutError', { code: 'ECONNRESET' }, 'unreachable'],
  ['TimeoutError', { code: 'ETIMEDOUT' }, 'timeout'],
  ['Error', { code: 'ENOTFOUND' }, 'unreachable'],
  ['SyntaxError', http(200), 'malformed'],
])('takes %s %j for %s', (name, more, kind) => {
  expect(
    new AwsCallError('eks:ListClusters', awsError(name, '', more)).kind,
  ).toBe(kind);
});

it('takes what SageMaker cannot find for not found', () => {
  const error = awsError(
    'ValidationException',
    'Could not find endpoint "arn:...".',
    http(400),
  );

  expect(new AwsCallError('sagemaker:DescribeEndpoint', error).kind).toBe(
    'not-found',
  );
});

it.each([
  [
    'names the action that is missing, and for whom',
    awsError('AccessDeniedException', refusal('eks:ListAddons')),
    'Allow eks:ListAddons in a policy of arn:aws:sts::111122223333:assumed-role/reader/backstage.',
  ],
  [
    'falls back to the action that the call needs',
    awsError('AccessDeniedException', 'No.'),
    'Allow eks:DescribeCluster in a policy of the role in use.',
  ],
  [
    'tells of an explicit deny',
    awsError(
      'AccessDeniedException',
      'User: arn:aws:sts::111122223333:assumed-role/reader/backstage is not authorized to perform: eks:ListAddons with an explicit deny in a service control policy',
    ),
    "A policy denies eks:ListAddons explicitly (a service control policy of the organization): take the backend's role out of that statement.",
  ],
  [
    'tells of a role that cannot be assumed',
    awsError(
      'AccessDenied',
      'User: arn:aws:iam::111122223333:user/backstage is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/reader',
    ),
    "Let the role's trust policy name arn:aws:iam::111122223333:user/backstage, and allow that principal sts:AssumeRole on the role; see that an external ID, if asked for, is configured.",
  ],
])('%s', (_case, cause, fix) => {
  expect(
    describeProblem(new AwsCallError('eks:DescribeCluster', cause), PLACE).fix,
  ).toBe(fix);
});

describe('credentials', () => {
  const inMinutes = (minutes: number) => new Date(minutes * 60_000);
  const identity = (expiration?: Date) => ({
    accessKeyId: 'a',
    secretAccessKey: 'b',
    ...(expiration ? { expiration } : {}),
  });

  it('are asked for once, however many want them', async () => {
    const provider = jest.fn(async () => identity(inMinutes(60)));
    const memoized = memoizeCredentials(provider, () => 0);

    await Promise.all([memoized(), memoized()]);
    await memoized();
    expect(provider).toHaveBeenCalledTimes(1);
  });

  it('are renewed before they expire, and hold until then if that fails', async () => {
    let now = 0;
    const provider = jest
      .fn()
      .mockResolvedValueOnce(identity(inMinutes(60)))
      .mockRejectedValue(new Error('STS is down'));
    const memoized = memoizeCredentials(provider, () => now);
    const first = await memoized();

    now = 54 * 60_000;
    expect(await memoized()).toBe(first);
    expect(provider).toHaveBeenCalledTimes(1);
    now = 56 * 60_000;
    expect(await memoized()).toBe(first);
    expect(provider).toHaveBeenCalledTimes(2);
    now = 61 * 60_000;
    await expect(memoized()).rejects.toThrow('STS is down');
  });

  it('that never come are not waited for, and asked for again', async () => {
    const provider = jest
      .fn()
      .mockReturnValueOnce(new Promise(() => {}))
      .mockResolvedValue(identity());
    const memoized = memoizeCredentials(provider, () => 0, 10);

    await expect(memoized()).rejects.toThrow('No credentials came');
    await expect(memoized()).resolves.toMatchObject({ accessKeyId: 'a' });
  });

  it('without an end are read again now and then', async () => {
    let now = 0;
    const provider = jest.fn(async () => identity());
    const memoized = memoizeCredentials(provider, () => now);

    await memoized();
    now = 16 * 60_000;
    await memoized();
    expect(provider).toHaveBeenCalledTimes(2);
  });
});

describe('lists', () => {
  it('end where there is no token, not where a page is empty', async () => {
    const pages = [
      { items: [], token: '1' },
      { items: ['a'], token: '2' },
      { items: [], token: '' },
    ];
    expect(
      await collectPages<(typeof pages)[number], string>(
        async token => pages[Number(token ?? 0)],
        page => page,
      ),
    ).toEqual(['a']);
  });

  it.each([
    ['the same token', () => 'x'],
    [
      'ever new tokens',
      (() => {
        let at = 0;
        return () => String((at += 1));
      })(),
    ],
  ])('that go on with %s are given up', async (_case, token) => {
    await expect(
      collectPages(
        async () => ({ token: token() }),
        page => page,
      ),
    ).rejects.toThrow('does not end');
  });
});

describe('a call', () => {
  let aws: FakeAws;
  let connection: AwsConnection;
  const { signal } = new AbortController();

  beforeEach(async () => {
    aws = new FakeAws();
    await aws.start();
    connection = fakeConnection(3);
  });

  afterEach(async () => {
    connection.destroy();
    await aws.stop();
  });

  function list(abort: AbortSignal = signal) {
    return connection.call('eks:ListClusters', abort, options =>
      connection.eks.send(new ListClustersCommand({}), options),
    );
  }

  it('is tried again when it is throttled, each attempt counted', async () => {
    let requests = 0;
    connection.onRequest(() => {
      requests += 1;
    });
    aws.operations.ListClusters = () => {
      if (aws.count('ListClusters') < 3) {
        throw new FakeAwsError('ThrottlingException', 'Rate exceeded', 429);
      }
      return { clusters: ['dev'] };
    };

    expect((await list()).clusters).toEqual(['dev']);
    expect(requests).toBe(3);
  });

  it('says that it is throttled when that does not end', async () => {
    aws.operations.ListClusters = () => {
      throw new FakeAwsError('ThrottlingException', 'Rate exceeded', 429);
    };

    await expect(list()).rejects.toMatchObject({ kind: 'throttled' });
    expect(aws.count('ListClusters')).toBe(3);
  });

  it('says that an answer cannot be read', async () => {
    aws.operations.ListClusters = () => '<html>proxy</html>';

    await expect(list()).rejects.toMatchObject({ kind: 'malformed' });
  });

  it('ends when the caller gives up', async () => {
    aws.operations.ListClusters = () => HANG;
    const controller = new AbortController();
    const call = list(controller.signal);
    controller.abort(new Error('lease lost'));

    await expect(call).rejects.toThrow('lease lost');
  });

  it('takes other credentials once AWS refuses those it has', async () => {
    const keys = ['FIRST', 'SECOND'];
    const own = new AwsConnection({
      region: PLACE.region,
      attempts: 1,
      credentials: memoizeCredentials(async () => ({
        accessKeyId: keys.shift()!,
        secretAccessKey: 'secret',
      })),
    });
    const call = () =>
      own.call('eks:ListClusters', signal, options =>
        own.eks.send(new ListClustersCommand({}), options),
      );
    aws.operations.ListClusters = () => {
      throw new FakeAwsError('UnrecognizedClientException', 'invalid', 403);
    };
    await expect(call()).rejects.toMatchObject({ kind: 'credentials' });
    aws.operations.ListClusters = () => ({ clusters: ['dev'] });
    await call();
    own.destroy();

    expect(aws.calls.map(({ accessKeyId }) => accessKeyId)).toEqual([
      'FIRST',
      'SECOND',
    ]);
  });

  it('uses one client for all calls', () => {
    expect(connection.eks).toBe(connection.eks);
  });
});
