import { patternsMeet } from './patternsMeet';

const BUCKET = 'arn:${Partition}:s3:::${BucketName}';
const OBJECT = 'arn:${Partition}:s3:::${BucketName}/${ObjectName}';
const INDEX =
  'arn:${Partition}:dynamodb:${Region}:${Account}:table/${TableName}/index/${IndexName}';
const JOB =
  'arn:${Partition}:sagemaker:${Region}:${Account}:training-job/${TrainingJobName}';

describe('patternsMeet', () => {
  it.each<[string, string, boolean]>([
    ['arn:aws:s3:::models', BUCKET, true],
    ['arn:aws:s3:::models', OBJECT, false],
    ['arn:aws:s3:::models/*', BUCKET, false],
    ['arn:aws:s3:::models/*', OBJECT, true],
    ['arn:aws:s3:::*', BUCKET, true],
    ['arn:aws:s3:::*', OBJECT, true],
    ['${aws_s3_bucket.this.arn}', BUCKET, true],
    ['${aws_s3_bucket.this.arn}/*', OBJECT, true],
    ['arn:aws:dynamodb:eu-west-2:123456789012:table/a/index/*', INDEX, true],
    ['arn:aws:dynamodb:eu-west-2:123456789012:table/a', INDEX, false],
    ['arn:${partition}:sagemaker:*:${account_id}:training-job/*', JOB, true],
    ['arn:${partition}:sagemaker:*:${account_id}:*', JOB, true],
    ['arn:${partition}:sagemaker:*:${account_id}:model/*', JOB, false],
    [
      'arn:aws:sagemaker:*:123456789012:training-job/$${aws:PrincipalTag/mlplatform-user}-*',
      JOB,
      true,
    ],
    ['arn:aws:s3:::training-job/a', JOB, false],
    ['*'.repeat(60), JOB, true],
  ])('says whether %s is one of %s', (resource, format, meets) => {
    expect(patternsMeet(resource, format)).toBe(meets);
  });
});
