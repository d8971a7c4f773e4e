import { formatArn, parseArn } from './arn';
import { partitionOfRegion } from './partition';

describe('parseArn', () => {
  it.each([
    ['arn:aws:s3:::acme-models', 's3', '', '', 'acme-models'],
    [
      'arn:aws-cn:dynamodb:cn-north-1:123456789012:table/a/index/b',
      'dynamodb',
      'cn-north-1',
      '123456789012',
      'table/a/index/b',
    ],
    [
      'arn:aws:rds-db:eu-west-2:123456789012:dbuser:db-ABC/mlflow',
      'rds-db',
      'eu-west-2',
      '123456789012',
      'dbuser:db-ABC/mlflow',
    ],
    ['arn:aws:s3:::*', 's3', '', '', '*'],
  ])(
    'reads %s and writes the same again',
    (text, service, region, accountId, resource) => {
      const arn = parseArn(text);

      expect(arn).toMatchObject({ service, region, accountId, resource });
      expect(formatArn(arn!)).toBe(text);
    },
  );

  it.each([
    '',
    'acme-models',
    'arn:aws:s3',
    'arn:aws:s3:::',
    'arn:aws:s3:::acme models',
    'arn:aws:s3:::acme"models',
    'arn:aws:s3:::${bucket}',
    'ARN:aws:s3:::acme-models',
    'arn:aws:s3:::acme-models\n',
    `arn:aws:s3:::${'a'.repeat(3000)}`,
  ])('takes %j for no ARN', text => {
    expect(parseArn(text)).toBeUndefined();
  });
});

describe('partitionOfRegion', () => {
  it.each([
    ['eu-west-2', 'aws'],
    ['cn-north-1', 'aws-cn'],
    ['us-gov-west-1', 'aws-us-gov'],
    ['us-iso-east-1', 'aws-iso'],
    ['us-isob-east-1', 'aws-iso-b'],
    ['eusc-de-east-1', 'aws-eusc'],
  ])('puts %s into %s', (region, partition) => {
    expect(partitionOfRegion(region)).toBe(partition);
  });
});
