import { presentValues } from './presentValues';

describe('presentValues', () => {
  it.each<[string, object, [string, string][]]>([
    ['a text', { serviceAccount: 'vllm' }, [['Service account', 'vllm']]],
    ['a choice', { createNamespace: true }, [['Create namespace', 'Yes']]],
    [
      'a list within an object',
      { s3Access: { kmsKeyArns: ['a', 'b'], readOnly: false } },
      [
        ['S3 access: KMS key ARNs', 'a, b'],
        ['S3 access: Read only', 'No'],
      ],
    ],
    [
      'the name of a service',
      { dynamodbAccess: { tableArns: ['t'] } },
      [['DynamoDB access: Table ARNs', 't']],
    ],
    ['nothing', { access: [], owner: undefined, keep: ['name'] }, []],
  ])('shows %s', (_, values, rows) => {
    expect(presentValues(values)).toEqual(rows);
  });
});
