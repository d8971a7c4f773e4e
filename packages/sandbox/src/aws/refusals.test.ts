import {
  CloudWatchClient,
  GetMetricDataCommand,
} from '@aws-sdk/client-cloudwatch';
import {
  DescribeClusterCommand,
  EKSClient,
  ListClustersCommand,
} from '@aws-sdk/client-eks';
import { GetResourcesCommand } from '@aws-sdk/client-resource-groups-tagging-api';
import {
  DescribeEndpointCommand,
  ListEndpointsCommand,
} from '@aws-sdk/client-sagemaker';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { AwsFault } from './AwsFault';
import { AwsAuthority } from './AwsAuthority';
import { openRoleSession, sandboxKeys } from './credentials';
import {
  ClientOptions,
  TestAws,
  refusalOf,
  startAws,
} from './__testUtils__/startAws';

const metrics = () =>
  new GetMetricDataCommand({
    MetricDataQueries: [
      {
        Id: 'a',
        MetricStat: {
          Metric: { Namespace: 'AWS/SageMaker', MetricName: 'Invocations' },
          Period: 60,
          Stat: 'Sum',
        },
      },
    ],
    StartTime: new Date(Date.now() - 600_000),
    EndTime: new Date(),
  });

const CALLS: Record<
  string,
  (aws: TestAws, client?: ClientOptions) => Promise<unknown>
> = {
  'eks:ListClusters': (aws, client) =>
    aws.eks(client).send(new ListClustersCommand({})),
  'sagemaker:ListEndpoints': (aws, client) =>
    aws.sageMaker(client).send(new ListEndpointsCommand({})),
  'cloudwatch:GetMetricData': (aws, client) =>
    aws.cloudWatch(client).send(metrics()),
  'tag:GetResources': (aws, client) =>
    aws.tagging(client).send(new GetResourcesCommand({})),
  'sts:GetCallerIdentity': (aws, client) =>
    aws.sts(client).send(new GetCallerIdentityCommand({})),
};
const ACTIONS = Object.keys(CALLS);

describe('what AWS refuses', () => {
  let aws: TestAws;
  beforeAll(async () => {
    aws = await startAws();
  });
  afterEach(() => aws.faults.clear());
  afterAll(() => aws.close());

  const refused = (action: string, client?: ClientOptions) =>
    refusalOf(CALLS[action](aws, client));

  it.each(ACTIONS)('%s with a wrong secret', async action => {
    const credentials = {
      ...sandboxKeys('444455556666'),
      secretAccessKey: 'no',
    };
    const { name, message } = await refused(action, { credentials });
    expect(name).toMatch(/^(InvalidSignatureException|SignatureDoesNotMatch)$/);
    expect(message).toMatch(/does not match the signature you provided/);
  });

  it.each(ACTIONS)('%s with a key that nobody has', async action => {
    const credentials = { accessKeyId: 'AKIDNOBODY', secretAccessKey: 'no' };
    const { name, message } = await refused(action, { credentials });
    expect(name).toMatch(
      /^(UnrecognizedClientException|InvalidClientTokenId)$/,
    );
    expect(message).toBe(
      'The security token included in the request is invalid.',
    );
  });

  it.each(ACTIONS)('%s with a session that has ended', async action => {
    const { keys } = openRoleSession({
      accountId: '444455556666',
      role: 'ml-platform-reader',
      session: 'old',
      expires: Date.now() - 1000,
    });
    const { name, message } = await refused(action, { credentials: keys });
    expect(name).toMatch(/^ExpiredToken(Exception)?$/);
    expect(message).toMatch(/is expired$/);
  });

  it('a session whose token was changed', async () => {
    const { keys } = openRoleSession({
      accountId: '444455556666',
      role: 'ml-platform-reader',
      session: 'mine',
      expires: Date.now() + 1000_000,
    });
    const sessionToken = `${keys.sessionToken}x`;
    expect(
      await refused('eks:ListClusters', {
        credentials: { ...keys, sessionToken },
      }),
    ).toMatchObject({ name: 'UnrecognizedClientException' });
  });

  it('a request without a signature', async () => {
    const response = await fetch(`${aws.url}/clusters`);
    expect(response.status).toBe(403);
    expect(response.headers.get('x-amzn-errortype')).toBe(
      'MissingAuthenticationTokenException',
    );
  });

  it('a body that was changed after it was signed', async () => {
    const client = aws.sageMaker();
    client.middlewareStack.add(
      next => args => {
        Object.assign(args.request as object, {
          body: '{"EndpointName":"y"}',
        });
        return next(args);
      },
      { step: 'finalizeRequest', priority: 'low' },
    );
    expect(
      await refusalOf(
        client.send(new DescribeEndpointCommand({ EndpointName: 'x' })),
      ),
    ).toMatchObject({ name: 'InvalidSignatureException' });
  });

  it('a signature that is older than five minutes', () => {
    const late = new AwsAuthority({
      accountIds: ['444455556666'],
      now: () => new Date(Date.now() + 6 * 60_000),
    });
    const amzDate = new Date().toISOString().replace(/[-:]|\.\d{3}/g, '');
    expect(() =>
      late.verify({
        method: 'GET',
        path: '/clusters',
        query: '',
        headers: {
          host: 'localhost',
          'x-amz-date': amzDate,
          authorization: `AWS4-HMAC-SHA256 Credential=SANDBOX444455556666/${amzDate.slice(
            0,
            8,
          )}/eu-west-2/eks/aws4_request, SignedHeaders=host;x-amz-date, Signature=00`,
        },
        body: '',
      }),
    ).toThrow(/^Signature expired: /);
  });

  it.each(ACTIONS)(
    '%s without the permission, which is named',
    async action => {
      aws.faults.add({ kind: 'access-denied', action });
      const { name, message } = await refused(action);
      expect(name).toMatch(/^AccessDenied(Exception)?$/);
      expect(message).toContain(
        `User: arn:aws:iam::444455556666:user/ml-platform is not authorized to perform: ${action} on resource: `,
      );
      // Others are not concerned.
      const other = ACTIONS[(ACTIONS.indexOf(action) + 1) % ACTIONS.length];
      await CALLS[other](aws);
    },
  );

  it.each<[string, Partial<AwsFault>, RegExp]>([
    ['throttled', { kind: 'throttled' }, /^Throttling(Exception)?$/],
    ['expired', { kind: 'expired-token' }, /^ExpiredToken(Exception)?$/],
    ['broken', { kind: 'server-error' }, /^(ServerException|InternalFailure)$/],
  ])('every service that is %s', async (_what, fault, expected) => {
    aws.faults.add({ kind: 'slow', ...fault });
    for (const action of ACTIONS) {
      expect((await refused(action)).name).toMatch(expected);
    }
  });

  it('an account only, or a region only', async () => {
    aws.faults.add({ kind: 'throttled', account: '111122223333' });
    aws.faults.add({ kind: 'throttled', region: 'eu-west-1' });
    await CALLS['eks:ListClusters'](aws);
    expect(
      await refused('eks:ListClusters', { accountId: '111122223333' }),
    ).toMatchObject({ name: 'ThrottlingException', status: 429 });
    expect(
      await refused('eks:ListClusters', { region: 'eu-west-1' }),
    ).toMatchObject({ name: 'ThrottlingException' });
  });

  it('so often as was said, and clients that try again succeed', async () => {
    aws.faults.add({ kind: 'throttled', times: 2 });
    const before = aws.counts.read().total;
    await CALLS['eks:ListClusters'](aws, { maxAttempts: 3 });
    expect(aws.counts.read().total - before).toBe(3);
  });

  it.each(['malformed', 'disconnect'] as const)('%s answers', async kind => {
    aws.faults.add({ kind });
    for (const action of ACTIONS) {
      await expect(CALLS[action](aws)).rejects.toThrow();
    }
  });

  it('nothing, for as long as the client waits', async () => {
    aws.faults.add({ kind: 'silence' });
    const call = aws.eks().send(new ListClustersCommand({}), {
      abortSignal: AbortSignal.timeout(300),
    });
    await expect(call).rejects.toThrow(/abort/i);
  });

  it('nothing for a while', async () => {
    aws.faults.add({
      kind: 'slow',
      delayMs: 50,
      action: 'eks:Describe*',
    });
    const answer = await aws
      .eks()
      .send(new DescribeClusterCommand({ name: 'mlops-prod-cluster' }));
    expect(answer.cluster?.name).toBe('mlops-prod-cluster');
  });
});

it('is what AWS_ENDPOINT_URL may name', async () => {
  const aws = await startAws();
  const { accessKeyId, secretAccessKey } = sandboxKeys('111122223333');
  const before = process.env;
  process.env = {
    ...before,
    AWS_ENDPOINT_URL: aws.url,
    AWS_REGION: 'eu-west-2',
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
  };
  try {
    const eks = new EKSClient({});
    expect((await eks.send(new ListClustersCommand({}))).clusters).toEqual([
      'mlops-dev-cluster',
      'vision-dev-cluster',
    ]);
    const answer = await new CloudWatchClient({}).send(metrics());
    expect(answer.MetricDataResults).toHaveLength(1);
  } finally {
    process.env = before;
    await aws.close();
  }
});
