import {
  GetResourcesCommand,
  paginateGetResources,
} from '@aws-sdk/client-resource-groups-tagging-api';
import { ListClustersCommand } from '@aws-sdk/client-eks';
import {
  AssumeRoleCommand,
  GetCallerIdentityCommand,
} from '@aws-sdk/client-sts';
import { TestAws, refusalOf, startAws } from './__testUtils__/startAws';

const READER = 'arn:aws:iam::222233334444:role/ml-platform-reader';

describe('STS and tags', () => {
  let aws: TestAws;
  beforeAll(async () => {
    aws = await startAws();
  });
  afterAll(() => aws.close());

  it('says who calls', async () => {
    expect(
      await aws.sts().send(new GetCallerIdentityCommand({})),
    ).toMatchObject({
      Account: '444455556666',
      Arn: 'arn:aws:iam::444455556666:user/ml-platform',
      UserId: expect.any(String),
    });
  });

  it('gives keys of a role in another account, which are good for its resources', async () => {
    const { Credentials, AssumedRoleUser } = await aws.sts().send(
      new AssumeRoleCommand({
        RoleArn: READER,
        RoleSessionName: 'backstage',
        DurationSeconds: 900,
      }),
    );
    const arn =
      'arn:aws:sts::222233334444:assumed-role/ml-platform-reader/backstage';
    expect(AssumedRoleUser?.Arn).toBe(arn);
    expect(Number(Credentials?.Expiration) - Date.now()).toBeGreaterThan(
      880_000,
    );
    const credentials = {
      accessKeyId: Credentials?.AccessKeyId ?? '',
      secretAccessKey: Credentials?.SecretAccessKey ?? '',
      sessionToken: Credentials?.SessionToken ?? '',
    };
    const region = 'eu-central-1';
    expect(
      await aws
        .sts({ credentials, region })
        .send(new GetCallerIdentityCommand({})),
    ).toMatchObject({ Arn: arn, Account: '222233334444' });
    expect(
      await aws.eks({ credentials, region }).send(new ListClustersCommand({})),
    ).toMatchObject({ clusters: ['bridge-research'] });
  });

  it.each([
    ['a role that is not there', 'arn:aws:iam::222233334444:role/admin'],
    [
      'an account that is not there',
      'arn:aws:iam::999999999999:role/ml-platform-reader',
    ],
  ])('does not give keys of %s', async (_what, RoleArn) => {
    expect(
      await refusalOf(
        aws
          .sts()
          .send(
            new AssumeRoleCommand({ RoleArn, RoleSessionName: 'backstage' }),
          ),
      ),
    ).toEqual({
      name: 'AccessDenied',
      message: `User: arn:aws:iam::444455556666:user/ml-platform is not authorized to perform: sts:AssumeRole on resource: ${RoleArn}`,
      status: 403,
    });
  });

  it('refuses sessions that are too short', async () => {
    const call = aws.sts().send(
      new AssumeRoleCommand({
        RoleArn: READER,
        RoleSessionName: 'backstage',
        DurationSeconds: 60,
      }),
    );
    expect(await refusalOf(call)).toMatchObject({ name: 'ValidationError' });
  });

  it('finds what has tags, in pages', async () => {
    const arns: string[] = [];
    let pages = 0;
    for await (const page of paginateGetResources(
      { client: aws.tagging(), pageSize: 3 },
      { ResourceTypeFilters: ['eks:cluster', 'sagemaker'] },
    )) {
      pages += 1;
      for (const {
        ResourceARN = '',
        Tags = [],
      } of page.ResourceTagMappingList ?? []) {
        arns.push(ResourceARN);
        expect(Tags.length).toBeGreaterThan(0);
      }
    }
    expect(pages).toBeGreaterThan(1);
    expect(arns).toHaveLength(
      1 +
        aws.fleet.endpoints.filter(
          ({ accountId }) => accountId === '444455556666',
        ).length,
    );
  });

  it('finds by tags and by ARNs', async () => {
    const byTag = await aws.tagging().send(
      new GetResourcesCommand({
        TagFilters: [{ Key: 'product', Values: ['ranking', 'pricing'] }],
      }),
    );
    expect(
      byTag.ResourceTagMappingList?.map(entry => entry.ResourceARN).sort(),
    ).toEqual([
      'arn:aws:sagemaker:eu-west-2:444455556666:endpoint/pricing',
      'arn:aws:sagemaker:eu-west-2:444455556666:endpoint/ranking',
    ]);
    const byArn = await aws.tagging().send(
      new GetResourcesCommand({
        ResourceARNList: [
          'arn:aws:eks:eu-west-2:444455556666:cluster/mlops-prod-cluster',
        ],
      }),
    );
    expect(byArn.ResourceTagMappingList).toHaveLength(1);
    expect(byArn.PaginationToken).toBe('');
  });
});
