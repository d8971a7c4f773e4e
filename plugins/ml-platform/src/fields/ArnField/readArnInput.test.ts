import { TEST_ENVIRONMENT } from '../../__testUtils__/fakeMlPlatformApi';
import { arnKind } from './arnKinds';
import { readArnInput } from './readArnInput';
import { arnListProblems } from './validation';

const KEY = '1234abcd-12ab-34cd-56ef-1234567890ab';

describe('readArnInput', () => {
  it.each([
    ['s3', 'my-bucket', 'arn:aws:s3:::my-bucket'],
    ['s3', ' s3://my-bucket ', 'arn:aws:s3:::my-bucket'],
    ['s3', 's3://my-bucket/models/', 'arn:aws:s3:::my-bucket'],
    ['s3', 'arn:aws:s3:::my-bucket', 'arn:aws:s3:::my-bucket'],
    [
      'dynamodb',
      'features',
      'arn:aws:dynamodb:eu-west-2:123456789012:table/features',
    ],
    ['kms', KEY, `arn:aws:kms:eu-west-2:123456789012:key/${KEY}`],
  ] as const)('makes an ARN of the %s input %s', (service, typed, arn) => {
    expect(
      readArnInput(typed, arnKind(service), TEST_ENVIRONMENT),
    ).toMatchObject({ value: arn, arn });
  });

  it('uses the partition of the region', () => {
    const environment = {
      ...TEST_ENVIRONMENT,
      partition: undefined,
      region: 'cn-north-1',
    };
    expect(readArnInput('my-bucket', arnKind('s3'), environment).arn).toBe(
      'arn:aws-cn:s3:::my-bucket',
    );
  });

  it.each([
    ['s3', '*', 'holds a wildcard'],
    ['s3', 'team-*', 'holds a wildcard'],
    ['s3', 'arn:aws:s3:::*', 'holds a wildcard'],
    ['dynamodb', 'arn:aws:dynamodb:*:*:table/*', 'holds a wildcard'],
    ['s3', 'My_Bucket', 'must be lower-case letters'],
    ['s3', 'ab', 'as a bucket name'],
    ['s3', 'arn:aws:s3', 'is not an ARN of the form'],
    [
      's3',
      'arn:aws:dynamodb:eu-west-2:123456789012:table/x',
      'service dynamodb',
    ],
    ['kms', 'my-key', 'must be a key id'],
    ['s3', '${get_env("X")}', 'Terraform expression'],
    ['s3', 'bücket', 'not a plain Latin letter'],
  ] as const)(
    'explains why the %s input %s is refused',
    (service, typed, why) => {
      const reading = readArnInput(typed, arnKind(service), TEST_ENVIRONMENT);
      expect(reading.arn).toBeUndefined();
      expect(reading.problem).toContain(why);
    },
  );

  it.each([
    ['arn:aws:s3:::models/*', 'arn:aws:s3:::models'],
    ['arn:aws:s3:::models/2026/weights.bin', 'arn:aws:s3:::models'],
  ])('offers the bucket instead of the objects %s', (typed, suggestion) => {
    expect(readArnInput(typed, arnKind('s3'), TEST_ENVIRONMENT)).toMatchObject({
      value: typed,
      problem: expect.stringContaining('Access is given per bucket'),
      suggestion,
    });
  });

  it('asks for the whole ARN of a table when the account is unknown', () => {
    const environment = { ...TEST_ENVIRONMENT, accountId: undefined };
    expect(readArnInput('features', arnKind('dynamodb'), environment)).toEqual({
      value: 'features',
      problem:
        '"features" is a name, and the environment does not say its AWS account; give the whole ARN.',
    });
  });

  it.each([
    [
      'arn:aws:dynamodb:eu-west-2:999999999999:table/x',
      'belongs to the AWS account 999999999999; test is in 123456789012',
    ],
    [
      'arn:aws:dynamodb:us-east-1:123456789012:table/x',
      'in the region us-east-1; test is in eu-west-2',
    ],
  ])('warns about %s', (typed, warning) => {
    const reading = readArnInput(typed, arnKind('dynamodb'), TEST_ENVIRONMENT);
    expect(reading.arn).toBe(typed);
    expect(reading.warning).toContain(warning);
  });
});

describe('arnListProblems', () => {
  it('names each row that cannot be used', () => {
    expect(
      arnListProblems(
        ['arn:aws:s3:::a-bucket', '', 'arn:aws:s3:::*', 'a-bucket', undefined],
        arnKind('s3'),
      ),
    ).toEqual([
      'Row 2: fill in a bucket, or remove the row.',
      expect.stringMatching(/^Row 3: .* holds a wildcard/),
      'Row 4: arn:aws:s3:::a-bucket is there already in row 1.',
      'Row 5: fill in a bucket, or remove the row.',
    ]);
  });
});
