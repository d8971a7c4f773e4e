import {
  Health,
  HealthCause,
  HealthLimits,
  HealthStatus,
  ResourceReference,
  defaultHealthLimits,
  healthOf,
  progressingCause,
} from '../health';
import { RayService, ServeApplication, findCondition } from './RayResource';
import { sharedCauses } from './sharedCauses';

const GUIDE =
  'https://docs.ray.io/en/latest/cluster/kubernetes/user-guides/rayservice.html';

/**
 * Health of a RayService: its conditions, and its worst application. `Ready` and an
 * application that is `UNHEALTHY` may well stand side by side.
 *
 * Source: {@link https://github.com/ray-project/kuberay/blob/master/ray-operator/apis/ray/v1/rayservice_types.go}
 *
 * @param now - ISO 8601
 * @public
 */
export function rayServiceHealth(
  service: RayService,
  now: string,
  limits: HealthLimits = defaultHealthLimits,
): Health {
  const resource: ResourceReference = {
    kind: 'ray-service',
    name: service.name,
  };
  const shared = sharedCauses(service, resource, now, limits);
  if (service.deletedAt) {
    return healthOf(shared);
  }
  if (findCondition(service, 'Suspended')?.status === 'True') {
    return healthOf([
      {
        code: 'Suspended',
        status: 'suspended',
        message: 'The service is suspended: it answers nobody, on purpose.',
        resource,
      },
    ]);
  }
  const causes = [
    ...shared,
    ...readyCauses(service, resource, now, limits),
    ...upgradeCauses(service, resource, now, limits),
    ...(service.active?.applications ?? []).flatMap(application =>
      applicationCauses(application, resource),
    ),
  ];
  return healthOf(
    causes,
    service.conditions.length === 0 && service.serveEndpoints === 0
      ? 'unknown'
      : 'healthy',
  );
}

function readyCauses(
  service: RayService,
  resource: ResourceReference,
  now: string,
  limits: HealthLimits,
): HealthCause[] {
  const ready = findCondition(service, 'Ready');
  if (!ready || ready.status === 'True') {
    return [];
  }
  const reason = ready.reason ?? 'NotReady';
  const since = ready.lastTransitionTime;
  const failure: Record<string, { message: string; fix: string }> = {
    InitializingTimeout: {
      message: 'The service was not ready in time, and is not tried again.',
      fix: 'Mend what its applications name, delete the RayService and make it again.',
    },
    ZeroServeEndpoints: {
      message: 'The service has lost all of its endpoints: nobody is answered.',
      fix: 'Look at the head and worker pods of its cluster.',
    },
    ValidationFailed: {
      message: 'The RayService is not valid.',
      fix: 'Correct the field that the message names.',
    },
  };
  const known = Object.prototype.hasOwnProperty.call(failure, reason)
    ? failure[reason]
    : undefined;
  return known
    ? [
        {
          code: reason,
          status: 'failed',
          message: `${known.message}${
            ready.message ? ` ${ready.message}` : ''
          }`,
          ...(since ? { since } : {}),
          resource,
          fix: known.fix,
          link: GUIDE,
        },
      ]
    : [
        progressingCause({
          code: reason,
          message: 'The service is being brought up.',
          resource,
          since: service.createdAt ?? since,
          now,
          limits,
          fix: 'Look at its cluster and at the messages of its applications.',
          link: GUIDE,
        }),
      ];
}

function upgradeCauses(
  service: RayService,
  resource: ResourceReference,
  now: string,
  limits: HealthLimits,
): HealthCause[] {
  return [
    ['UpgradeInProgress', 'A new cluster takes over'],
    ['RollbackInProgress', 'The service goes back to the cluster before'],
    ['Suspending', 'The service is being suspended'],
  ].flatMap(([type, message]) => {
    const condition = findCondition(service, type);
    const traffic = service.pending?.trafficPercent;
    return condition?.status === 'True'
      ? [
          progressingCause({
            code: condition.reason ?? type,
            message: `${message}${
              traffic === undefined
                ? ''
                : `; it has ${traffic} % of the traffic`
            }.`,
            resource,
            since: condition.lastTransitionTime,
            now,
            limits,
            fix: 'Look at the pending cluster: the upgrade waits until its applications run.',
            link: GUIDE,
          }),
        ]
      : [];
  });
}

/** Statuses of applications and deployments; both lists are open. */
const SERVE_STATUS: Record<string, HealthStatus> = {
  RUNNING: 'healthy',
  HEALTHY: 'healthy',
  NOT_STARTED: 'progressing',
  DEPLOYING: 'progressing',
  UPDATING: 'progressing',
  UPSCALING: 'healthy',
  DOWNSCALING: 'healthy',
  DELETING: 'progressing',
  UNHEALTHY: 'degraded',
  DEPLOY_FAILED: 'degraded',
};

/**
 * What the status of a Serve application or deployment means.
 *
 * @public
 */
export function serveStatus(status: string): HealthStatus {
  return SERVE_STATUS[status] ?? 'unknown';
}

function applicationCauses(
  application: ServeApplication,
  resource: ResourceReference,
): HealthCause[] {
  const parts = [
    { of: `Application ${application.name}`, ...application },
    ...application.deployments.map(deployment => ({
      of: `Deployment ${deployment.name} of application ${application.name}`,
      ...deployment,
    })),
  ];
  return parts
    .filter(({ status }) => serveStatus(status) !== 'healthy')
    .map(({ of, status, message }) => ({
      code: status,
      status: serveStatus(status),
      message: `${of} is ${status}${message ? `: ${message}` : ''}`,
      resource,
      ...(serveStatus(status) === 'degraded'
        ? {
            fix: 'Read the message and the logs of its replicas in the Ray dashboard.',
            link: GUIDE,
          }
        : {}),
    }));
}
