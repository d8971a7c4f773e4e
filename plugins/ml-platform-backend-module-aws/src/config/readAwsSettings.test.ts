import { ConfigReader } from '@backstage/config';
import { readAwsSettings } from '.';

function read(aws: object) {
  return readAwsSettings(new ConfigReader({ mlPlatform: { aws } } as any));
}

it('makes a scope of each region', () => {
  expect(
    read({
      scopes: [
        { accountId: '111122223333', regions: ['eu-west-2', 'us-east-1'] },
        {
          roleArn: 'arn:aws:iam::444455556666:role/reader',
          externalId: 'x',
          regions: ['us-gov-west-1'],
          services: ['eks'],
        },
        { regions: ['eu-west-1'] },
      ],
    }),
  ).toEqual({
    scopes: [
      {
        accountId: '111122223333',
        region: 'eu-west-2',
        services: ['eks', 'sagemaker'],
      },
      {
        accountId: '111122223333',
        region: 'us-east-1',
        services: ['eks', 'sagemaker'],
      },
      {
        accountId: '444455556666',
        region: 'us-gov-west-1',
        roleArn: 'arn:aws:iam::444455556666:role/reader',
        externalId: 'x',
        services: ['eks'],
      },
      { region: 'eu-west-1', services: ['eks', 'sagemaker'] },
    ],
    requestsPerMinute: 1500,
    figuresMinutes: 5,
  });
});

it('asks nothing of AWS when nothing is configured', () => {
  expect(readAwsSettings(new ConfigReader({})).scopes).toEqual([]);
  expect(read({ figures: { enabled: false }, requestsPerMinute: 60 })).toEqual({
    scopes: [],
    requestsPerMinute: 60,
  });
});

it.each([
  [
    { scopes: [{ accountId: 111122223333, regions: ['eu-west-2'] }] },
    'scopes[0].accountId is 111122223333; an account has twelve digits, written in quotes',
  ],
  [
    { scopes: [{ regions: ['London'] }] },
    "scopes[0].regions has 'London'; a region is written like eu-west-2",
  ],
  [{ scopes: [{ regions: [] }] }, 'scopes[0].regions is empty'],
  [
    { requestsPerMinute: 10 },
    'requestsPerMinute is 10; write a number from 60',
  ],
  [
    { scopes: [{ regions: ['eu-west-2'], services: ['ecs'] }] },
    "scopes[0].services has 'ecs'; write eks or sagemaker",
  ],
  [
    { scopes: [{ regions: ['eu-west-2'], roleArn: 'reader' }] },
    "scopes[0].roleArn is 'reader', which is not the ARN of a role",
  ],
  [
    {
      scopes: [
        {
          accountId: '111122223333',
          regions: ['eu-west-2'],
          roleArn: 'arn:aws:iam::444455556666:role/reader',
        },
      ],
    },
    'scopes[0].roleArn is of account 444455556666, but accountId is 111122223333',
  ],
  [
    { scopes: [{ regions: ['eu-west-2'], externalId: 'x' }] },
    'scopes[0].externalId is of no use without roleArn',
  ],
  [
    { scopes: [{ regions: ['eu-west-2'] }, { regions: ['eu-west-2'] }] },
    'scopes names the main account in eu-west-2 twice',
  ],
  [
    { figures: { intervalMinutes: 0 } },
    'figures.intervalMinutes is 0; write a number from 1 to 60',
  ],
])('refuses %j', (aws, message) => {
  expect(() => read(aws)).toThrow(message);
});
