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
    [
      'things of a list',
      {
        intent: 'change',
        nodeGroups: [
          {
            name: 'gpu',
            instanceTypes: ['g5.xlarge', 'g5.2xlarge'],
            maxSize: 4,
            labels: { pool: 'gpu' },
          },
        ],
        addons: [{ name: 'adot' }],
      },
      [
        [
          'Node groups: gpu',
          'Instance types g5.xlarge, g5.2xlarge · Max size 4 · Labels pool=gpu',
        ],
        ['Addons: adot', ''],
      ],
    ],
    ['nothing', { access: [], owner: undefined, keep: ['name'] }, []],
  ])('shows %s', (_, values, rows) => {
    expect(presentValues(values)).toEqual(rows);
  });
});
