import type { ArnInputKind } from '@ml-platform/plugin-ml-platform-common';
import type { ArnService } from './schema';

/** How the field speaks of what it takes. */
export interface ArnKind {
  kind: ArnInputKind;
  noun: string;
  plural: string;
  title: string;
  placeholder: string;
}

const KINDS: Record<ArnService, ArnKind> = {
  s3: {
    kind: 's3-bucket',
    noun: 'bucket',
    plural: 'buckets',
    title: 'Bucket',
    placeholder: 'my-bucket, s3://my-bucket or arn:aws:s3:::my-bucket',
  },
  kms: {
    kind: 'kms-key',
    noun: 'key',
    plural: 'keys',
    title: 'KMS key',
    placeholder: 'key id or arn:aws:kms:…:key/…',
  },
  dynamodb: {
    kind: 'dynamodb-table',
    noun: 'table',
    plural: 'tables',
    title: 'Table',
    placeholder: 'my-table or arn:aws:dynamodb:…:table/my-table',
  },
};

/** What the option `service` means; a bucket when a template forgot it. */
export function arnKind(service: ArnService | undefined): ArnKind {
  return KINDS[service ?? 's3'];
}
