import {
  Health,
  HealthCause,
  HealthLimits,
  HealthStatus,
  ResourceReference,
  defaultHealthLimits,
  healthOf,
} from '../health';
import { StatusMeaning, statusCauses } from '../health/statusCauses';
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

const PODS_FIX = 'Look at the pods of the add-on and their events.';

const OTHERS: Record<string, StatusMeaning> = {
  DEGRADED: {
    status: 'degraded',
    message: 'EKS reports the add-on as degraded, without an issue.',
    fix: PODS_FIX,
    link: STATES,
  },
  ...failures('failed', {
    CREATE_FAILED: 'The add-on could not be installed.',
    DELETE_FAILED: 'The add-on could not be removed.',
  }),
  // What ran before an update that failed goes on running.
  ...failures('degraded', {
    UPDATE_FAILED:
      'The last update of the add-on failed; the version before it may still run.',
  }),
};

function failures(
  status: HealthStatus,
  messages: Record<string, string>,
): Record<string, StatusMeaning> {
  return Object.fromEntries(
    Object.entries(messages).map(([name, message]) => [
      name,
      {
        status,
        message,
        fix: 'Mend what its issues name and try again.',
        link: STATES,
      },
    ]),
  );
}

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
    ...ownCauses(addon, resource, now, limits),
    ...issueCauses(addon.issues, { fixes: ADDON_ISSUE_FIXES, resource }),
  ]);
}

function ownCauses(
  { status, modifiedAt, issues }: Addon,
  resource: ResourceReference,
  now: string,
  limits: HealthLimits,
): HealthCause[] {
  return statusCauses({
    status,
    resource,
    reporter: 'EKS',
    // The issues of a degraded add-on say why; the status is told when it has none.
    well: issues.length > 0 ? ['ACTIVE', 'DEGRADED'] : ['ACTIVE'],
    changing: CHANGING,
    progress: { since: modifiedAt, now, limits, fix: PODS_FIX },
    others: OTHERS,
    unknownFix: PODS_FIX,
    link: STATES,
  });
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
