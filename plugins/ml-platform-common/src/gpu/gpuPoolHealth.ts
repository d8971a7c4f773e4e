import {
  Health,
  HealthCause,
  HealthLimits,
  ResourceReference,
  defaultHealthLimits,
  describeMinutes,
  healthOf,
  minutesSince,
} from '../health';
import { demandRemedies } from './demandRemedies';
import { GpuPool } from './GpuPool';
import { PendingPod } from './PendingDemand';

/**
 * Health of a pool: unhealthy devices degrade it, no schedulable node fails it, and
 * a pool scaled to zero with nobody waiting is suspended. Idle accelerators cost
 * money and are no illness.
 *
 * @param pending - pods that wait for this pool's resource
 * @param now - ISO 8601
 * @public
 */
export function gpuPoolHealth(
  pool: GpuPool,
  pending: PendingPod[],
  now: string,
  limits: HealthLimits = defaultHealthLimits,
): Health {
  const resource: ResourceReference = {
    kind: 'gpu-pool',
    name: pool.nodeGroup ?? pool.product ?? pool.resource,
  };
  const causes: HealthCause[] = [];
  if (pool.unhealthy > 0) {
    causes.push({
      code: 'accelerator-unhealthy',
      status: 'degraded',
      message: `${pool.unhealthy} of ${pool.capacity} ${pool.resource} are marked unhealthy by the device plugin.`,
      resource,
      fix: "Read the device plugin's log on the nodes concerned; replace those that do not recover.",
    });
  }
  if (pool.nodes > 0 && pool.schedulableNodes === 0) {
    causes.push({
      code: 'no-schedulable-node',
      status: 'failed',
      message: `None of the pool's ${pool.nodes} nodes takes pods.`,
      resource,
      fix: 'Look at the nodes: they are not ready, cordoned, or going.',
    });
  }
  const late = pending.filter(
    ({ createdAt }) =>
      (minutesSince(createdAt, now) ?? 0) > limits.pendingAcceleratorMinutes,
  );
  if (late.length > 0) {
    causes.push(demandCause(late, pool, resource, now));
  }
  return healthOf(
    causes,
    pool.nodes === 0 && pending.length === 0 ? 'suspended' : 'healthy',
  );
}

function demandCause(
  late: PendingPod[],
  pool: GpuPool,
  resource: ResourceReference,
  now: string,
): HealthCause {
  const oldest = late.reduce((one, other) =>
    other.createdAt < one.createdAt ? other : one,
  );
  const minutes = minutesSince(oldest.createdAt, now) ?? 0;
  const pieces = late.reduce(
    (sum, { requests }) => sum + (requests[pool.resource] ?? 0),
    0,
  );
  const [remedy] = demandRemedies(oldest, [pool], now);
  return {
    code: 'demand-pending',
    status: 'degraded',
    message: `${late.length} ${
      late.length === 1 ? 'pod waits' : 'pods wait'
    } for ${pieces} ${pool.resource}, the first for ${describeMinutes(
      minutes,
    )}.`,
    since: oldest.createdAt,
    resource,
    ...(remedy ? { fix: remedy.message } : {}),
  };
}
