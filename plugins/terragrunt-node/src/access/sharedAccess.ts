import { DeclaredWorkload, WorkloadAccess } from '../workload/DeclaredWorkload';
import { matchesArn } from './matchesArn';

/**
 * Whether a declared workload reaches one of the resources of an access. Its own
 * ARNs may be patterns: nobody checks what is written by hand.
 */
export function reachesSame(
  kind: keyof WorkloadAccess,
  access: WorkloadAccess,
  other: DeclaredWorkload,
  place: { sameAccount: boolean },
): boolean {
  switch (kind) {
    case 's3':
      return covers(
        other.access.s3?.bucketArns.map(bucketPart),
        access.s3?.bucketArns.map(bucketPart),
      );
    case 'dynamodb':
      return covers(
        other.access.dynamodb?.tableArns,
        access.dynamodb?.tableArns,
      );
    case 'rds':
      // A resource id is unique in its account, and an ARN is not given.
      return (
        place.sameAccount &&
        covers(
          other.access.rds && [other.access.rds.resourceId],
          access.rds && [access.rds.resourceId],
        )
      );
    default:
      return false;
  }
}

function covers(
  patterns: string[] | undefined,
  arns: string[] | undefined,
): boolean {
  return (patterns ?? []).some(pattern =>
    (arns ?? []).some(arn => matchesArn(pattern, arn)),
  );
}

/** Buckets are named all over their partition; what follows a slash is objects. */
function bucketPart(arn: string): string {
  const slash = arn.indexOf('/');
  return slash === -1 ? arn : arn.slice(0, slash);
}
