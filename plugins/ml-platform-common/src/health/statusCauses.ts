import { HealthCause, ResourceReference } from './Health';
import { HealthLimits } from './HealthLimits';
import { progressingCause } from './progressing';

/** What a status means that is neither well nor on its way. */
export type StatusMeaning = Omit<HealthCause, 'code' | 'resource'> & {
  /** The status itself when left out. */
  code?: string;
};

/**
 * The causes of a status as AWS reports it: none when it is well, progress that may
 * take too long, or what its meaning says. A status that is not known here is unknown,
 * never well.
 */
export function statusCauses(options: {
  status: string;
  resource: ResourceReference;
  /** Who reports it, as in `EKS reports the status ...`. */
  reporter: string;
  /** Statuses that need no words. */
  well: string[];
  /** Sentences for those that are on their way. */
  changing: Record<string, string>;
  progress: { since?: string; now: string; limits: HealthLimits; fix: string };
  others: Record<string, StatusMeaning>;
  /** For a status that is not known here. */
  unknownFix?: string;
  /** The page that explains the statuses. */
  link: string;
}): HealthCause[] {
  const { status, resource, changing, progress, others, link } = options;
  if (options.well.includes(status)) {
    return [];
  }
  if (Object.hasOwn(changing, status)) {
    return [
      progressingCause({
        code: status,
        message: changing[status],
        resource,
        link,
        ...progress,
      }),
    ];
  }
  if (Object.hasOwn(others, status)) {
    return [{ code: status, resource, ...others[status] }];
  }
  return [
    {
      code: status,
      status: 'unknown',
      message: `${options.reporter} reports the status ${status}, which is not known here.`,
      resource,
      ...(options.unknownFix ? { fix: options.unknownFix } : {}),
      link,
    },
  ];
}
