import { FleetEndpoint, Json } from '../../fleet/types';
import { AwsCall, AwsOperations } from '../AwsCall';
import { AwsError, validationError } from '../AwsError';
import { pageOf, pageSize } from '../pages';

/** SageMaker, as far as endpoints are read. */
export const SAGEMAKER_OPERATIONS: AwsOperations = {
  ListEndpoints: call =>
    list(call, 'Endpoints', endpointsOf(call).map(endpointSummary), {
      name: 'EndpointName',
      status: 'EndpointStatus',
    }),
  DescribeEndpoint: call => {
    const { EndpointName } = call.input;
    const found = endpointsOf(call).find(({ name }) => name === EndpointName);
    if (!found) throw missing('endpoint', arn(call, 'endpoint', EndpointName));
    return found.endpoint;
  },
  ListEndpointConfigs: call =>
    list(
      call,
      'EndpointConfigs',
      endpointsOf(call)
        .flatMap(({ configs }) => configs)
        .map(({ EndpointConfigName, EndpointConfigArn, CreationTime }) => ({
          EndpointConfigName,
          EndpointConfigArn,
          CreationTime,
        })),
      { name: 'EndpointConfigName' },
    ),
  DescribeEndpointConfig: call => {
    const { EndpointConfigName: wanted } = call.input;
    const found = endpointsOf(call)
      .flatMap(({ configs }) => configs)
      .find(config => config.EndpointConfigName === wanted);
    if (!found) {
      throw missing(
        'endpoint configuration',
        arn(call, 'endpoint-config', wanted),
      );
    }
    return found;
  },
  DescribeModel: call => {
    const { ModelName } = call.input;
    const found = endpointsOf(call)
      .flatMap(({ models }) => models)
      .find(model => model.ModelName === ModelName);
    if (!found) throw missing('model', arn(call, 'model', ModelName));
    return found;
  },
  ListInferenceComponents: call => {
    const { EndpointNameEquals, VariantNameEquals } = call.input;
    return list(
      call,
      'InferenceComponents',
      components(call)
        .filter(
          component =>
            (!EndpointNameEquals ||
              component.EndpointName === EndpointNameEquals) &&
            (!VariantNameEquals || component.VariantName === VariantNameEquals),
        )
        .map(
          ({ Specification, RuntimeConfig, FailureReason, ...summary }) =>
            summary,
        ),
      { name: 'InferenceComponentName', status: 'InferenceComponentStatus' },
    );
  },
  DescribeInferenceComponent: call => {
    const { InferenceComponentName: wanted } = call.input;
    const found = components(call).find(
      component => component.InferenceComponentName === wanted,
    );
    if (!found) {
      throw missing(
        'inference component',
        arn(call, 'inference-component', wanted),
      );
    }
    return found;
  },
  ListTags: call => {
    const { ResourceArn } = call.input;
    const found = endpointsOf(call).find(entry => entry.arn === ResourceArn);
    if (!found) {
      throw validationError(`Could not find resource '${ResourceArn}'.`);
    }
    return {
      Tags: Object.entries(found.tags).map(([Key, Value]) => ({ Key, Value })),
    };
  },
};

function endpointsOf({ fleet, accountId, region }: AwsCall): FleetEndpoint[] {
  return fleet.endpoints.filter(
    entry => entry.accountId === accountId && entry.region === region,
  );
}

function components(call: AwsCall): Json[] {
  return endpointsOf(call).flatMap(entry => entry.components);
}

function endpointSummary({ endpoint }: FleetEndpoint): Json {
  const {
    EndpointName,
    EndpointArn,
    CreationTime,
    LastModifiedTime,
    EndpointStatus,
  } = endpoint;
  return {
    EndpointName,
    EndpointArn,
    CreationTime,
    LastModifiedTime,
    EndpointStatus,
  };
}

/**
 * A page, and what is left of it after the filters: SageMaker cuts the pages first,
 * so that a page may be empty and still have a next one.
 */
function list(
  { input }: AwsCall,
  field: string,
  all: Json[],
  keys: { name: string; status?: string },
): Json {
  const ordered = [...all].sort(byAsked(input, keys));
  const { items, nextToken } = pageOf(ordered, {
    list: `${field} ${input.SortBy ?? ''} ${input.SortOrder ?? ''} ${
      input.EndpointNameEquals ?? ''
    }`,
    token: input.NextToken,
    size: pageSize(input.MaxResults, {
      usual: 10,
      most: 100,
      refuse: validationError,
    }),
    refuse: validationError,
  });
  const passing = items.filter(
    item =>
      (!input.NameContains ||
        String(item[keys.name])
          .toLowerCase()
          .includes(String(input.NameContains).toLowerCase())) &&
      (!input.StatusEquals ||
        (keys.status && item[keys.status] === input.StatusEquals)) &&
      within(
        item.CreationTime,
        input.CreationTimeAfter,
        input.CreationTimeBefore,
      ) &&
      within(
        item.LastModifiedTime,
        input.LastModifiedTimeAfter,
        input.LastModifiedTimeBefore,
      ),
  );
  return { [field]: passing, ...(nextToken ? { NextToken: nextToken } : {}) };
}

function byAsked(
  input: Json,
  keys: { name: string; status?: string },
): (a: Json, b: Json) => number {
  const key =
    { Name: keys.name, Status: keys.status ?? keys.name }[
      String(input.SortBy)
    ] ?? 'CreationTime';
  const sign = (input.SortOrder ?? 'Descending') === 'Ascending' ? 1 : -1;
  return (a, b) => {
    if (a[key] === b[key]) return a[keys.name] < b[keys.name] ? -1 : 1;
    return a[key] < b[key] ? -sign : sign;
  };
}

function within(time: number, after?: number, before?: number): boolean {
  return (
    (after === undefined || time > after) &&
    (before === undefined || time < before)
  );
}

function arn(call: AwsCall, kind: string, name: unknown): string {
  return `arn:aws:sagemaker:${call.region}:${call.accountId}:${kind}/${String(
    name,
  ).toLowerCase()}`;
}

/** SageMaker has no error of its own for what is not there. */
function missing(what: string, of: string): AwsError {
  return validationError(`Could not find ${what} "${of}".`);
}
