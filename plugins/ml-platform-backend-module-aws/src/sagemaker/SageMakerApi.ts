import { GetResourcesCommand } from '@aws-sdk/client-resource-groups-tagging-api';
import {
  DescribeEndpointCommand,
  DescribeEndpointConfigCommand,
  DescribeEndpointConfigOutput,
  DescribeEndpointOutput,
  DescribeInferenceComponentCommand,
  DescribeInferenceComponentOutput,
  DescribeModelCommand,
  DescribeModelOutput,
  EndpointSummary,
  InferenceComponentSummary,
  ListEndpointsCommand,
  ListInferenceComponentsCommand,
} from '@aws-sdk/client-sagemaker';
import { AwsConnection, collectPages } from '../client';
import { sortedRecord } from '../mapping/shapes';

/** The most that a page holds. */
const PAGE = 100;

/** The reads of SageMaker that are needed, each list to its last page. */
export class SageMakerApi {
  constructor(
    private readonly connection: AwsConnection,
    private readonly signal: AbortSignal,
  ) {}

  /** All endpoints. Filters of this list give empty pages: there are none here. */
  listEndpoints(): Promise<EndpointSummary[]> {
    return collectPages(
      NextToken =>
        this.connection.call('sagemaker:ListEndpoints', this.signal, options =>
          this.connection.sagemaker.send(
            new ListEndpointsCommand({
              SortBy: 'Name',
              MaxResults: PAGE,
              NextToken,
            }),
            options,
          ),
        ),
      page => ({ items: page.Endpoints, token: page.NextToken }),
    );
  }

  describeEndpoint(EndpointName: string): Promise<DescribeEndpointOutput> {
    return this.connection.call(
      'sagemaker:DescribeEndpoint',
      this.signal,
      options =>
        this.connection.sagemaker.send(
          new DescribeEndpointCommand({ EndpointName }),
          options,
        ),
    );
  }

  describeConfiguration(
    EndpointConfigName: string,
  ): Promise<DescribeEndpointConfigOutput> {
    return this.connection.call(
      'sagemaker:DescribeEndpointConfig',
      this.signal,
      options =>
        this.connection.sagemaker.send(
          new DescribeEndpointConfigCommand({ EndpointConfigName }),
          options,
        ),
    );
  }

  describeModel(ModelName: string): Promise<DescribeModelOutput> {
    return this.connection.call(
      'sagemaker:DescribeModel',
      this.signal,
      options =>
        this.connection.sagemaker.send(
          new DescribeModelCommand({ ModelName }),
          options,
        ),
    );
  }

  listComponents(): Promise<InferenceComponentSummary[]> {
    return collectPages(
      NextToken =>
        this.connection.call(
          'sagemaker:ListInferenceComponents',
          this.signal,
          options =>
            this.connection.sagemaker.send(
              new ListInferenceComponentsCommand({
                SortBy: 'Name',
                MaxResults: PAGE,
                NextToken,
              }),
              options,
            ),
        ),
      page => ({ items: page.InferenceComponents, token: page.NextToken }),
    );
  }

  describeComponent(
    InferenceComponentName: string,
  ): Promise<DescribeInferenceComponentOutput> {
    return this.connection.call(
      'sagemaker:DescribeInferenceComponent',
      this.signal,
      options =>
        this.connection.sagemaker.send(
          new DescribeInferenceComponentCommand({ InferenceComponentName }),
          options,
        ),
    );
  }

  /** Tags of every endpoint that has any, by ARN. */
  async endpointTags(): Promise<Map<string, Record<string, string>>> {
    const resources = await collectPages(
      PaginationToken =>
        this.connection.call('tag:GetResources', this.signal, options =>
          this.connection.tagging.send(
            new GetResourcesCommand({
              ResourceTypeFilters: ['sagemaker:endpoint'],
              ResourcesPerPage: PAGE,
              ...(PaginationToken ? { PaginationToken } : {}),
            }),
            options,
          ),
        ),
      page => ({
        items: page.ResourceTagMappingList,
        token: page.PaginationToken,
      }),
    );
    return new Map(
      resources.flatMap(({ ResourceARN, Tags }) =>
        ResourceARN
          ? [
              [
                ResourceARN,
                sortedRecord(
                  Object.fromEntries(
                    (Tags ?? []).map(({ Key, Value }) => [Key, Value]),
                  ),
                ),
              ] as const,
            ]
          : [],
      ),
    );
  }
}
