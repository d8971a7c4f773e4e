import { ArnInputContext, ArnInputKind, expandArnInput } from './arnInput';

const PLACE: ArnInputContext = {
  partition: 'aws',
  region: 'eu-west-2',
  accountId: '123456789012',
};
const KEY_ID = '1234abcd-12ab-34cd-56ef-1234567890ab';

describe('expandArnInput', () => {
  it.each<[ArnInputKind, string, string]>([
    ['s3-bucket', 'arn:aws:s3:::acme-models', 'arn:aws:s3:::acme-models'],
    ['s3-bucket', ' acme-models\n', 'arn:aws:s3:::acme-models'],
    ['s3-bucket', 's3://acme-models', 'arn:aws:s3:::acme-models'],
    ['s3-bucket', 's3://acme-models/', 'arn:aws:s3:::acme-models'],
    ['s3-bucket', 's3://acme-models/v1/', 'arn:aws:s3:::acme-models'],
    ['s3-bucket', '*', '*'],
    ['s3-bucket', 'acme-*', 'arn:aws:s3:::acme-*'],
    ['s3-bucket', 'arn:aws:s3:::acme/v1/*', 'arn:aws:s3:::acme/v1/*'],
    [
      'dynamodb-table',
      'Features_v2',
      'arn:aws:dynamodb:eu-west-2:123456789012:table/Features_v2',
    ],
    ['kms-key', KEY_ID, `arn:aws:kms:eu-west-2:123456789012:key/${KEY_ID}`],
    [
      'kms-key',
      'alias/models',
      'arn:aws:kms:eu-west-2:123456789012:alias/models',
    ],
  ])('makes an ARN of the %s %j', (kind, text, arn) => {
    expect(expandArnInput(text, kind, PLACE)).toMatchObject({
      status: 'arn',
      arn,
    });
  });

  it("takes the partition of the environment's region", () => {
    expect(
      expandArnInput('acme-models', 's3-bucket', { partition: 'aws-cn' }),
    ).toMatchObject({ arn: 'arn:aws-cn:s3:::acme-models' });
  });

  it('says which path below the bucket it leaves out', () => {
    expect(expandArnInput('s3://acme-models/v1/a', 's3-bucket')).toEqual({
      status: 'arn',
      arn: 'arn:aws:s3:::acme-models',
      explanation:
        'stands for the whole bucket acme-models: access is given per bucket, so "v1/a" is left out',
      droppedPrefix: 'v1/a',
    });
  });

  it.each<[ArnInputContext, string[]]>([
    [{}, ['region', 'accountId']],
    [{ region: 'eu-west-2' }, ['accountId']],
    [{ accountId: '123456789012' }, ['region']],
  ])('says what a table name lacks when only %j is known', (place, missing) => {
    expect(expandArnInput('features', 'dynamodb-table', place)).toMatchObject({
      status: 'incomplete',
      missing,
      explanation: expect.stringContaining('give the whole ARN'),
    });
  });

  it.each<[ArnInputKind, string, string]>([
    ['s3-bucket', '', 'is missing'],
    ['s3-bucket', '../../etc', 'as a bucket name'],
    ['s3-bucket', '"; rm -rf', 'as a bucket name'],
    ['s3-bucket', 'acme/models', 'as a bucket name'],
    ['s3-bucket', 'ab', 'at least 3 characters'],
    ['s3-bucket', '${get_env("X")}', 'Terraform expression'],
    ['s3-bucket', '${{ secrets.x }}', 'template expression'],
    ['s3-bucket', 'аcme-models', 'U+0430'],
    ['s3-bucket', 'a'.repeat(10_000), 'has 10000 characters'],
    ['s3-bucket', 'arn:aws:s3', 'is not an ARN of the form'],
    ['dynamodb-table', 'a table', 'as a table name'],
    ['kms-key', 'abc-123', 'as a key id'],
  ])('refuses the %s %j', (kind, text, message) => {
    expect(expandArnInput(text, kind, PLACE)).toEqual({
      status: 'invalid',
      message: expect.stringContaining(message),
    });
  });
});
