import {
  DescribeEndpointCommand,
  DescribeEndpointConfigCommand,
  DescribeInferenceComponentCommand,
  DescribeModelCommand,
  ListEndpointConfigsCommand,
  ListEndpointsCommand,
  ListInferenceComponentsCommand,
  ListTagsCommand,
  paginateListEndpoints,
} from '@aws-sdk/client-sagemaker';
import { TestAws, refusalOf, startAws } from './__testUtils__/startAws';

describe('SageMaker', () => {
  let aws: TestAws;
  beforeAll(async () => {
    aws = await startAws();
  });
  afterAll(() => aws.close());

  it('has endpoints in every state, and describes each with its parts', async () => {
    const states: Record<string, number> = {};
    for (const { id, region } of aws.fleet.accounts) {
      const client = aws.sageMaker({ accountId: id, region });
      const { Endpoints = [] } = await client.send(
        new ListEndpointsCommand({ MaxResults: 100 }),
      );
      for (const { EndpointName, EndpointStatus = '?' } of Endpoints) {
        states[EndpointStatus] = (states[EndpointStatus] ?? 0) + 1;
        const endpoint = await client.send(
          new DescribeEndpointCommand({ EndpointName }),
        );
        expect(endpoint.EndpointStatus).toBe(EndpointStatus);
        expect(endpoint.LastModifiedTime).toBeInstanceOf(Date);
        const { EndpointConfigName } = endpoint;
        const config = await client.send(
          new DescribeEndpointConfigCommand({ EndpointConfigName }),
        );
        for (const { ModelName } of config.ProductionVariants ?? []) {
          if (!ModelName) continue;
          const model = await client.send(
            new DescribeModelCommand({ ModelName }),
          );
          expect(model.PrimaryContainer?.Image).toContain('.dkr.ecr.');
        }
      }
    }
    expect(states).toEqual({
      InService: 4,
      Creating: 1,
      Updating: 1,
      SystemUpdating: 1,
      RollingBack: 1,
      Deleting: 1,
      Failed: 1,
      UpdateRollbackFailed: 1,
      OutOfService: 1,
    });
  });

  it('describes a deployment under way', async () => {
    const answer = await aws
      .sageMaker()
      .send(new DescribeEndpointCommand({ EndpointName: 'fraud-scoring' }));
    expect(answer).toMatchObject({
      EndpointStatus: 'Updating',
      ProductionVariants: [
        { CurrentInstanceCount: 4, VariantStatus: [{ Status: 'Baking' }] },
      ],
      PendingDeploymentSummary: {
        EndpointConfigName: 'fraud-scoring-v4',
        StartTime: expect.any(Date),
        ProductionVariants: [{ InstanceType: 'ml.g5.xlarge' }],
      },
      LastDeploymentConfig: {
        BlueGreenUpdatePolicy: {
          TrafficRoutingConfiguration: { Type: 'CANARY' },
        },
      },
    });
    expect(answer.ProductionVariants?.[0]).not.toHaveProperty('InstanceType');
    expect(answer.FailureReason).toBeUndefined();
  });

  it('says why an endpoint failed', async () => {
    const answer = await aws
      .sageMaker({ accountId: '222233334444', region: 'eu-central-1' })
      .send(new DescribeEndpointCommand({ EndpointName: 'churn-model' }));
    expect(answer.FailureReason).toMatch(/did not pass the ping health check/);
  });

  it('lists and describes inference components', async () => {
    const client = aws.sageMaker();
    const { InferenceComponents = [] } = await client.send(
      new ListInferenceComponentsCommand({
        EndpointNameEquals: 'llm-hub',
        MaxResults: 100,
        SortBy: 'Name',
        SortOrder: 'Ascending',
      }),
    );
    expect(
      InferenceComponents.map(entry => [
        entry.InferenceComponentName,
        entry.InferenceComponentStatus,
      ]),
    ).toEqual([
      ['llm-hub-chat', 'InService'],
      ['llm-hub-code', 'Updating'],
      ['llm-hub-vision', 'Failed'],
    ]);
    const answer = await client.send(
      new DescribeInferenceComponentCommand({
        InferenceComponentName: 'llm-hub-vision',
      }),
    );
    expect(answer).toMatchObject({
      RuntimeConfig: { DesiredCopyCount: 1, CurrentCopyCount: 0 },
      FailureReason: expect.stringContaining('accelerator devices'),
      Specification: {
        ComputeResourceRequirements: { NumberOfAcceleratorDevicesRequired: 4 },
      },
    });
  });

  it('gives pages that filters have emptied, with a next one', async () => {
    const pages: string[][] = [];
    for await (const page of paginateListEndpoints(
      { client: aws.sageMaker(), pageSize: 1 },
      { NameContains: 'pricing', SortBy: 'Name', SortOrder: 'Ascending' },
    )) {
      pages.push(
        (page.Endpoints ?? []).map(({ EndpointName = '' }) => EndpointName),
      );
    }
    expect(pages.length).toBeGreaterThan(3);
    expect(pages[0]).toEqual([]);
    expect(pages.flat()).toEqual(['pricing']);
  });

  it('has ten a page, and a hundred at most', async () => {
    const many = await startAws({ scale: 12 });
    try {
      const client = many.sageMaker({ accountId: '111122223333' });
      const first = await client.send(new ListEndpointsCommand({}));
      expect(first.Endpoints).toHaveLength(10);
      expect(first.NextToken).toEqual(expect.any(String));
      const second = await client.send(
        new ListEndpointsCommand({ NextToken: first.NextToken }),
      );
      expect(second.Endpoints).toHaveLength(6);
      expect(second.NextToken).toBeUndefined();
      expect(
        await refusalOf(
          client.send(new ListEndpointsCommand({ MaxResults: 101 })),
        ),
      ).toMatchObject({ name: 'ValidationException', status: 400 });
    } finally {
      await many.close();
    }
  });

  it('filters by state and time', async () => {
    const client = aws.sageMaker();
    const updating = await client.send(
      new ListEndpointsCommand({ StatusEquals: 'Updating', MaxResults: 100 }),
    );
    expect(updating.Endpoints).toMatchObject([
      { EndpointName: 'fraud-scoring' },
    ]);
    const recent = await client.send(
      new ListEndpointsCommand({
        LastModifiedTimeAfter: new Date(Date.now() - 30 * 60_000),
        MaxResults: 100,
      }),
    );
    expect(recent.Endpoints?.map(entry => entry.EndpointName).sort()).toEqual([
      'fraud-scoring',
      'pricing',
    ]);
  });

  it('lists configurations and tags', async () => {
    const client = aws.sageMaker();
    const { EndpointConfigs = [] } = await client.send(
      new ListEndpointConfigsCommand({ MaxResults: 100 }),
    );
    expect(EndpointConfigs.map(entry => entry.EndpointConfigName)).toContain(
      'fraud-scoring-v4',
    );
    const { Tags } = await client.send(
      new ListTagsCommand({
        ResourceArn:
          'arn:aws:sagemaker:eu-west-2:444455556666:endpoint/ranking',
      }),
    );
    expect(Tags).toContainEqual({ Key: 'owner', Value: 'ml-research' });
  });

  it('calls a missing endpoint a mistake in the request', async () => {
    expect(
      await refusalOf(
        aws
          .sageMaker()
          .send(new DescribeEndpointCommand({ EndpointName: 'Gone' })),
      ),
    ).toEqual({
      name: 'ValidationException',
      message:
        'Could not find endpoint "arn:aws:sagemaker:eu-west-2:444455556666:endpoint/gone".',
      status: 400,
    });
  });
});
