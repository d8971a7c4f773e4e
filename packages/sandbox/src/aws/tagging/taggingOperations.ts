import { Json } from '../../fleet/types';
import { AwsCall, AwsOperations } from '../AwsCall';
import { AwsError } from '../AwsError';
import { pageOf, pageSize } from '../pages';

export const TAGGING_OPERATIONS: AwsOperations = {
  GetResources: call => getResources(call),
};

interface Tagged {
  arn: string;
  /** `eks:cluster` */
  type: string;
  tags: Record<string, string>;
}

/** What has tags: resources without any are not known to this service. */
function taggedOf({ fleet, accountId, region }: AwsCall): Tagged[] {
  const here = (entry: { accountId: string; region: string }) =>
    entry.accountId === accountId && entry.region === region;
  return [
    ...fleet.clusters.filter(here).flatMap(({ eks, nodeGroups }) => [
      { arn: eks.arn, type: 'eks:cluster', tags: eks.tags },
      ...nodeGroups.map(({ eks: group }) => ({
        arn: group.nodegroupArn,
        type: 'eks:nodegroup',
        tags: group.tags,
      })),
    ]),
    ...fleet.endpoints.filter(here).map(({ arn, tags }) => ({
      arn,
      type: 'sagemaker:endpoint',
      tags,
    })),
  ].filter(({ tags }) => Object.keys(tags).length > 0);
}

function getResources(call: AwsCall): Json {
  const { input } = call;
  const types: string[] | undefined = input.ResourceTypeFilters;
  const arns: string[] | undefined = input.ResourceARNList;
  const filters: Json[] = input.TagFilters ?? [];
  if (arns && (types || filters.length > 0 || input.PaginationToken)) {
    throw refuse(
      'ResourceARNList cannot be combined with other filters or pagination.',
    );
  }
  const found = taggedOf(call).filter(
    ({ arn, type, tags }) =>
      (!arns || arns.includes(arn)) &&
      (!types?.length ||
        types.some(
          wanted => type === wanted || type.startsWith(`${wanted}:`),
        )) &&
      filters.every(
        ({ Key, Values }) =>
          tags[Key] !== undefined &&
          (!Values?.length || Values.includes(tags[Key])),
      ),
  );
  const { items, nextToken } = pageOf(found, {
    list: `resources ${types ?? ''} ${JSON.stringify(filters)}`,
    // An empty token begins anew, as the last page has one.
    token: input.PaginationToken || undefined,
    size: pageSize(input.ResourcesPerPage, { usual: 50, most: 100, refuse }),
    refuse: message => new AwsError('PaginationTokenExpiredException', message),
  });
  return {
    PaginationToken: nextToken ?? '',
    ResourceTagMappingList: items.map(({ arn, tags }) => ({
      ResourceARN: arn,
      Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
    })),
  };
}

function refuse(message: string): AwsError {
  return new AwsError('InvalidParameterException', message);
}
