import { AwsOperations } from './AwsCall';
import { CLOUDWATCH_OPERATIONS } from './cloudwatch/cloudWatchOperations';
import { EKS_OPERATIONS } from './eks/eksOperations';
import { SAGEMAKER_OPERATIONS } from './sagemaker/sageMakerOperations';
import { STS_OPERATIONS } from './sts/stsOperations';
import { TAGGING_OPERATIONS } from './tagging/taggingOperations';

export type AwsProtocol = 'rest-json' | 'json-1.0' | 'json-1.1' | 'query';

/** A service of AWS, and how it speaks. */
export interface AwsService {
  /** What stands before the colon in IAM actions. */
  iam: string;
  /** In the scope of signatures. */
  signingName: string;
  protocol: AwsProtocol;
  /** First part of `X-Amz-Target`. */
  target?: string;
  operations: AwsOperations;
}

export const EKS: AwsService = {
  iam: 'eks',
  signingName: 'eks',
  protocol: 'rest-json',
  operations: EKS_OPERATIONS,
};

export const STS: AwsService = {
  iam: 'sts',
  signingName: 'sts',
  protocol: 'query',
  operations: STS_OPERATIONS,
};

const BY_TARGET: AwsService[] = [
  {
    iam: 'sagemaker',
    signingName: 'sagemaker',
    protocol: 'json-1.1',
    target: 'SageMaker',
    operations: SAGEMAKER_OPERATIONS,
  },
  {
    iam: 'cloudwatch',
    signingName: 'monitoring',
    protocol: 'json-1.0',
    target: 'GraniteServiceVersion20100801',
    operations: CLOUDWATCH_OPERATIONS,
  },
  {
    iam: 'tag',
    signingName: 'tagging',
    protocol: 'json-1.1',
    target: 'ResourceGroupsTaggingAPI_20170126',
    operations: TAGGING_OPERATIONS,
  },
];

export function serviceOfTarget(target: string): AwsService | undefined {
  return BY_TARGET.find(service => service.target === target);
}
