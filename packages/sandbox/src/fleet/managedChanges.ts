import { epochSeconds } from './times';
import { Fleet } from './types';

const UPDATE_STEPS = 20 * 60;

/** The upgrade of a control plane goes on, ends, and after a rest another one begins. */
export function changeEks(fleet: Fleet, step: number, at: Date): void {
  if (step % UPDATE_STEPS !== 0) return;
  const begins = (step / UPDATE_STEPS) % 2 === 0;
  for (const { story, eks, updates } of fleet.clusters) {
    if (story !== 'upgrading') continue;
    const update = updates[0]?.update;
    if (!update) continue;
    if (begins) {
      eks.status = 'UPDATING';
      Object.assign(update, {
        status: 'InProgress',
        type: 'LoggingUpdate',
        params: [{ type: 'ClusterLogging', value: '{}' }],
        createdAt: epochSeconds(at),
      });
    } else {
      eks.status = 'ACTIVE';
      const version = update.params.find(
        ({ type }: { type: string }) => type === 'Version',
      );
      if (version) eks.version = version.value;
      update.status = 'Successful';
    }
  }
}

/** Endpoints finish their updates, and get new ones after a while. */
export function changeEndpoints(fleet: Fleet, step: number, at: Date): void {
  if (step % UPDATE_STEPS !== UPDATE_STEPS / 2) return;
  for (const { endpoint, configs } of fleet.endpoints) {
    if (endpoint.EndpointStatus === 'Updating') {
      const { PendingDeploymentSummary: pending } = endpoint;
      delete endpoint.PendingDeploymentSummary;
      if (pending) endpoint.EndpointConfigName = pending.EndpointConfigName;
      endpoint.EndpointStatus = 'InService';
      endpoint.LastModifiedTime = epochSeconds(at);
    } else if (endpoint.EndpointStatus === 'InService' && configs.length > 1) {
      endpoint.EndpointStatus = 'Updating';
      endpoint.LastModifiedTime = epochSeconds(at);
    }
  }
}
