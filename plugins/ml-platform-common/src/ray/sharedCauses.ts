import {
  HealthCause,
  HealthLimits,
  ResourceReference,
  progressingCause,
} from '../health';
import { RayResource } from './RayResource';

/**
 * What holds for every Ray object: it may be on its way out, or the operator may
 * not have looked at its newest spec.
 */
export function sharedCauses(
  object: RayResource,
  resource: ResourceReference,
  now: string,
  limits: HealthLimits,
): HealthCause[] {
  if (object.deletedAt) {
    return [
      progressingCause({
        code: 'deleting',
        message: 'It is being deleted.',
        resource,
        since: object.deletedAt,
        now,
        limits,
        fix: 'Look at its finalizers and at pods that do not end.',
      }),
    ];
  }
  const { generation, observedGeneration } = object;
  return generation !== undefined &&
    observedGeneration !== undefined &&
    observedGeneration < generation
    ? [
        {
          code: 'operator-behind',
          status: 'progressing',
          message:
            'The operator has not acted upon the newest change yet; the status is that of the one before.',
          resource,
          fix: 'If this stays, see that the KubeRay operator runs.',
        },
      ]
    : [];
}
