import {
  Arn,
  ArnInputKind,
  parseArn,
} from '@ml-platform/plugin-ml-platform-common';
import { ResolvedArn } from '../workload/ResolvedWorkload';
import { WorkloadRuleContext } from './WorkloadRule';

/** A resource of the request whose ARN could be read. */
export interface ArnResource {
  resource: ResolvedArn;
  arn: Arn;
}

/** What each kind of field asks for. */
export const EXPECTED: Record<
  ArnInputKind,
  { service: string; thing: string; example: string }
> = {
  's3-bucket': {
    service: 's3',
    thing: 'an S3 bucket',
    example: 'arn:aws:s3:::my-bucket',
  },
  'kms-key': {
    service: 'kms',
    thing: 'a KMS key',
    example:
      'arn:aws:kms:eu-west-2:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab',
  },
  'dynamodb-table': {
    service: 'dynamodb',
    thing: 'a DynamoDB table',
    example: 'arn:aws:dynamodb:eu-west-2:123456789012:table/my-table',
  },
};

/** All resources of the request, in the form's order. */
export function allResources({ workload }: WorkloadRuleContext): ResolvedArn[] {
  return [...workload.buckets, ...workload.keys, ...workload.tables];
}

/** The resources whose ARN is one; `*` is none. */
export function arnResources(context: WorkloadRuleContext): ArnResource[] {
  return allResources(context).flatMap(resource => {
    const arn = resource.arn ? parseArn(resource.arn) : undefined;
    return arn ? [{ resource, arn }] : [];
  });
}

/** Those that are of the service their field asks for. */
export function fittingResources(context: WorkloadRuleContext): ArnResource[] {
  return arnResources(context).filter(
    ({ resource, arn }) => arn.service === EXPECTED[resource.kind].service,
  );
}

export function hasWildcard(text: string): boolean {
  return /[*?]/.test(text);
}

/** The name of the bucket in the resource of an S3 ARN. */
export function bucketOf(arn: Arn): string {
  return arn.resource.split('/')[0];
}
