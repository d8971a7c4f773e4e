import {
  Health,
  HealthCause,
  HealthLimits,
  ResourceReference,
  defaultHealthLimits,
  healthOf,
  progressingCause,
} from '../health';
import { issueCauses } from './issueCauses';
import { ADDON_ISSUE_FIXES } from './issueFixes';
import { Addon } from './NodeGroup';

const STATES =
  'https://docs.aws.amazon.com/eks/latest/APIReference/API_Addon.html';

const CHANGING: Record<string, string> = {
  CREATING: 'The add-on is being installed.',
  UPDATING: 'The add-on is being updated.',
  DELETING: 'The add-on is being removed.',
};

const FAILED: Record<string, string> = {
  CREATE_FAILED: 'The add-on could not be installed.',
  UPDATE_FAILED:
    'The last update of the add-on failed; the version before it may still run.',
  DELETE_FAILED: 'The add-on could not be removed.',
};

/**
 * Health of an add-on. A newer version is told by {@link addonOutdated}, not here:
 * an old add-on that works is not ill.
 *
 * Source of the states: {@link https://docs.aws.amazon.com/eks/latest/APIReference/API_Addon.html}
 *
 * @param now - ISO 8601
 * @public
 */
export function addonHealth(
  addon: Addon,
  now: string,
  limits: HealthLimits = defaultHealthLimits,
): Health {
  const resource: ResourceReference = { kind: 'addon', name: addon.name };
  return healthOf([
    ...statusCauses(addon, resource, now, limits),
    ...issueCauses(addon.issues, { fixes: ADDON_ISSUE_FIXES, resource }),
  ]);
}

function statusCauses(
  { status, modifiedAt, issues }: Addon,
  resource: ResourceReference,
  now: string,
  limits: HealthLimits,
): HealthCause[] {
  if (status === 'ACTIVE') {
    return [];
  }
  if (status in CHANGING) {
    return [
      progressingCause({
        code: status,
        message: CHANGING[status],
        resource,
        since: modifiedAt,
        now,
        limits,
        fix: 'Look at the pods of the add-on and their events.',
        link: STATES,
      }),
    ];
  }
  if (status in FAILED) {
    return [
      {
        code: status,
        // What ran before an update that failed goes on running.
        status: status === 'UPDATE_FAILED' ? 'degraded' : 'failed',
        message: FAILED[status],
        resource,
        fix: 'Mend what its issues name and try again.',
        link: STATES,
      },
    ];
  }
  if (status === 'DEGRADED' && issues.length > 0) {
    return [];
  }
  return [
    {
      code: status,
      status: status === 'DEGRADED' ? 'degraded' : 'unknown',
      message:
        status === 'DEGRADED'
          ? 'EKS reports the add-on as degraded, without an issue.'
          : `EKS reports the status ${status}, which is not known here.`,
      resource,
      fix: 'Look at the pods of the add-on and their events.',
      link: STATES,
    },
  ];
}

/**
 * Whether EKS has a newer version of the add-on for the cluster's version.
 *
 * @public
 */
export function addonOutdated({ version, newestVersion }: Addon): boolean {
  return (
    version !== undefined &&
    newestVersion !== undefined &&
    compareAddonVersions(version, newestVersion) < 0
  );
}

/**
 * Orders versions such as `v1.19.0-eksbuild.2`: negative when the first is older.
 *
 * @public
 */
export function compareAddonVersions(one: string, other: string): number {
  const numbers = (version: string) =>
    (version.match(/\d+/g) ?? []).map(Number);
  const [first, second] = [numbers(one), numbers(other)];
  for (let at = 0; at < Math.max(first.length, second.length); at += 1) {
    const difference = (first[at] ?? 0) - (second[at] ?? 0);
    if (difference !== 0) {
      return difference;
    }
  }
  return 0;
}
