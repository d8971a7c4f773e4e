import {
  Health,
  HealthCause,
  HealthLimits,
  ResourceReference,
  defaultHealthLimits,
  healthOf,
  progressingCause,
} from '../health';
import { statusCauses } from '../health/statusCauses';
import { failureFix } from './failureFixes';
import { EndpointFigures } from './EndpointFigures';
import {
  EndpointVariant,
  InferenceComponent,
  SageMakerEndpoint,
} from './SageMakerEndpoint';

const STATES =
  'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeEndpoint.html';

/** A deployment may take its time: instances start and a model is loaded. */
const DEPLOYMENT_FACTOR = 4;

/** Share of invocations with a 5XX answer from which an endpoint is degraded. */
const ERROR_SHARE = 0.05;

const CHANGING: Record<string, string> = {
  Creating: 'The endpoint is being created.',
  Updating: 'The endpoint is being updated.',
  RollingBack: 'The last update failed and is being rolled back.',
  Deleting: 'The endpoint is being deleted.',
};

/**
 * Health of an endpoint: its status, its variants and components, and the share of
 * its answers that are errors. No traffic is not an illness, and no figures are not
 * zero.
 *
 * - `SystemUpdating` is maintenance by AWS while the endpoint serves.
 * - `UpdateRollbackFailed` serves with a mixture of configurations.
 * - `Failed` can only be deleted.
 *
 * Source: {@link https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeEndpoint.html}
 *
 * @param now - ISO 8601
 * @public
 */
export function sageMakerEndpointHealth(
  endpoint: SageMakerEndpoint,
  options: { now: string; figures?: EndpointFigures; limits?: HealthLimits },
): Health {
  const { now, figures, limits = defaultHealthLimits } = options;
  const resource: ResourceReference = {
    kind: 'sagemaker-endpoint',
    name: endpoint.name,
  };
  return healthOf([
    ...ownCauses(endpoint, resource, now, limits),
    ...endpoint.variants.flatMap(variant =>
      variantCauses(variant, endpoint, now, limits),
    ),
    ...endpoint.components.flatMap(component =>
      componentCauses(component, now, limits),
    ),
    ...errorCauses(figures, resource),
  ]);
}

function ownCauses(
  endpoint: SageMakerEndpoint,
  resource: ResourceReference,
  now: string,
  limits: HealthLimits,
): HealthCause[] {
  const { status, failureReason, modifiedAt, createdAt, deployment } = endpoint;
  const since = modifiedAt ? { since: modifiedAt } : {};
  const fixed = failureFix(failureReason);
  return statusCauses({
    status,
    resource,
    reporter: 'SageMaker',
    well: ['InService'],
    changing: CHANGING,
    progress: {
      since:
        deployment?.startedAt ??
        (status === 'Creating' ? createdAt : modifiedAt),
      now,
      limits: {
        ...limits,
        progressingMinutes: limits.progressingMinutes * DEPLOYMENT_FACTOR,
      },
      fix: 'Read the log group of the endpoint: most often the container does not pass its health check.',
    },
    others: {
      Failed: {
        code: fixed.code,
        status: 'failed',
        message: `The endpoint failed: ${
          failureReason ?? 'SageMaker gives no reason'
        }`,
        ...since,
        fix: `${fixed.fix} Then delete the endpoint, which is all that can be done with it, and make it again.`,
        link: fixed.link,
      },
      UpdateRollbackFailed: {
        status: 'degraded',
        message:
          'An update and its rollback failed: variants serve with a mixture of configurations.',
        ...since,
        fix: 'Update the endpoint again with a configuration that worked, or make it anew.',
        link: STATES,
      },
      OutOfService: {
        status: 'failed',
        message: 'The endpoint does not take requests.',
        ...since,
        fix: 'Update the endpoint with its configuration, or delete it.',
        link: STATES,
      },
      SystemUpdating: {
        status: 'healthy',
        message:
          'AWS maintains the endpoint. It serves, and cannot be changed for the time.',
        ...since,
      },
    },
    unknownFix: 'Look at the endpoint in the console.',
    link: STATES,
  });
}

function variantCauses(
  variant: EndpointVariant,
  endpoint: SageMakerEndpoint,
  now: string,
  limits: HealthLimits,
): HealthCause[] {
  const resource: ResourceReference = {
    kind: 'sagemaker-variant',
    name: variant.name,
  };
  const { currentInstanceCount: current, desiredInstanceCount: desired } =
    variant;
  const steps = variant.statuses.map(({ status, message, since }) =>
    progressingCause({
      code: status,
      message: `Variant ${variant.name} is ${status}${
        message ? `: ${message}` : ''
      }.`,
      resource,
      since: since ?? endpoint.modifiedAt,
      now,
      limits: {
        ...limits,
        progressingMinutes: limits.progressingMinutes * DEPLOYMENT_FACTOR,
      },
      fix: 'Read the log group of the endpoint.',
      link: STATES,
    }),
  );
  const short =
    endpoint.status === 'InService' &&
    current !== undefined &&
    desired !== undefined &&
    current < desired
      ? [
          progressingCause({
            code: 'instances-missing',
            message: `Variant ${variant.name} has ${current} of ${desired} instances.`,
            resource,
            since: endpoint.modifiedAt,
            now,
            limits,
            fix: 'AWS may have too few instances of this type in the zone: choose another type.',
            link: 'https://docs.aws.amazon.com/sagemaker/latest/dg/instance-types-az.html',
          }),
        ]
      : [];
  return [...steps, ...short];
}

function componentCauses(
  component: InferenceComponent,
  now: string,
  limits: HealthLimits,
): HealthCause[] {
  const { name, status, failureReason, modifiedAt } = component;
  const resource: ResourceReference = { kind: 'inference-component', name };
  const { currentCopies: current, desiredCopies: desired } = component;
  if (status === 'Failed') {
    const fixed = failureFix(failureReason);
    return [
      {
        code: fixed.code,
        status: 'degraded',
        message: `Inference component ${name} failed: ${
          failureReason ?? 'SageMaker gives no reason'
        }`,
        ...(modifiedAt ? { since: modifiedAt } : {}),
        resource,
        fix: fixed.fix,
        link: fixed.link,
      },
    ];
  }
  const missing =
    current !== undefined && desired !== undefined && current < desired;
  return status !== 'InService' || missing
    ? [
        progressingCause({
          code: status === 'InService' ? 'copies-missing' : status,
          message: missing
            ? `Inference component ${name} has ${current} of ${desired} copies.`
            : `Inference component ${name} is ${status}.`,
          resource,
          since: modifiedAt,
          now,
          limits,
          fix: 'See whether the instances have accelerators and memory left for a further copy.',
          link: 'https://docs.aws.amazon.com/sagemaker/latest/dg/realtime-endpoints-deploy-models.html',
        }),
      ]
    : [];
}

function errorCauses(
  figures: EndpointFigures | undefined,
  resource: ResourceReference,
): HealthCause[] {
  const { invocations, errors5xx, hours } = figures ?? {};
  if (!invocations || !errors5xx || errors5xx / invocations < ERROR_SHARE) {
    return [];
  }
  const percent = Math.round((errors5xx / invocations) * 100);
  return [
    {
      code: 'errors-5xx',
      status: 'degraded',
      message: `${percent} % of ${invocations} requests in the last ${hours} ${
        hours === 1 ? 'hour' : 'hours'
      } were answered with an error (5XX).`,
      resource,
      fix: 'Read the log group of the endpoint around the errors: the model fails, or has too little memory.',
      link: 'https://docs.aws.amazon.com/sagemaker/latest/dg/monitoring-cloudwatch.html',
    },
  ];
}

/**
 * Whether an endpoint that costs money has had no requests: in service for longer
 * than the figures cover, and invoked zero times. Undefined when it is not known, as
 * for asynchronous endpoints, which publish no invocations.
 *
 * Source: {@link https://docs.aws.amazon.com/sagemaker/latest/dg/async-inference-monitor.html}
 *
 * @public
 */
export function isWithoutTraffic(
  endpoint: Pick<SageMakerEndpoint, 'kind' | 'status' | 'createdAt'>,
  figures: EndpointFigures | undefined,
  now: string,
): boolean | undefined {
  if (
    endpoint.kind === 'async' ||
    figures?.invocations === undefined ||
    !endpoint.createdAt
  ) {
    return undefined;
  }
  const hours = (Date.parse(now) - Date.parse(endpoint.createdAt)) / 3_600_000;
  return (
    // Under maintenance it serves, and costs, all the same.
    ['InService', 'SystemUpdating'].includes(endpoint.status) &&
    hours >= figures.hours &&
    figures.invocations === 0
  );
}
