import { readdirSync } from 'node:fs';
import { AMI_TYPES, defaultAmiType } from './amiTypes';
import {
  findHourlyUsd,
  findInstanceType,
  instanceTypesSource,
  listInstanceTypes,
} from './instanceTypes';
import {
  findClusterRequestProblems,
  parseClusterRequest,
} from './parseClusterRequest';
import {
  compareEksVersions,
  defaultEksVersion,
  eksSupport,
} from './VersionCatalog';

const REQUEST = {
  repository: 'ml-infra',
  environment: 'staging',
  accountId: '111122223333',
  region: 'eu-west-2',
  cidrBlock: '10.155.80.0/20',
};

describe('parseClusterRequest', () => {
  it('takes a new environment by default and drops what is empty', () => {
    expect(
      parseClusterRequest({ ...REQUEST, project: ' ', reason: '' }),
    ).toEqual({
      ...REQUEST,
      intent: 'new-environment',
    });
  });

  it.each([
    [
      { cidrBlock: '10.0.0.1/16' },
      'cidrBlock',
      'begins at a multiple of its size',
    ],
    [{ cidrBlock: undefined }, 'cidrBlock', 'is missing'],
    [{ environment: '../prod' }, 'environment', 'not a path'],
    [{ region: 'London' }, 'region', 'must be an AWS region'],
    [{ accountId: '123' }, 'accountId', 'too short'],
    [{ kmsKeyArn: 'arn:aws:s3:::x' }, 'kmsKeyArn', 'ARN of kms'],
    [{ intent: 'further-cluster' }, 'name', 'is missing'],
    [
      {
        nodeGroups: [
          {
            name: 'gpu',
            instanceTypes: [],
            capacityType: 'SPOT',
            minSize: 0,
            desiredSize: 0,
            maxSize: 1,
          },
        ],
      },
      'nodeGroups[0].instanceTypes',
      'at least one',
    ],
    [
      { kubernetesVersion: '${get_env("X")}' },
      'kubernetesVersion',
      'Terraform expression',
    ],
    [{ colour: 'red' }, 'colour', 'not a field'],
  ])('refuses %j, naming %s', (change, field, message) => {
    const problems = findClusterRequestProblems({ ...REQUEST, ...change });

    expect(problems).toContainEqual({
      field,
      message: expect.stringContaining(message),
    });
    expect(() => parseClusterRequest({ ...REQUEST, ...change })).toThrow(field);
  });
});

describe('findInstanceType', () => {
  it.each([
    ['g4dn.xlarge', 4, 16, 'x86_64', 'NVIDIA T4', 1],
    ['p5.48xlarge', 192, 2048, 'x86_64', 'NVIDIA H100', 8],
    ['inf2.xlarge', 4, 16, 'x86_64', 'AWS Inferentia2', 1],
    ['m7g.large', 2, 8, 'arm64', undefined, 0],
  ])(
    'knows %s',
    (type, vcpu, memoryGiB, architecture, accelerator, acceleratorCount) => {
      expect(findInstanceType(type)).toMatchObject({
        vcpu,
        memoryGiB,
        architecture,
        ...(accelerator ? { accelerator } : {}),
        acceleratorCount,
      });
    },
  );

  it('has many, and none that is made up', () => {
    expect(listInstanceTypes().length).toBeGreaterThan(1000);
    expect(findInstanceType('g99.huge')).toBeUndefined();
    expect(findInstanceType('toString')).toBeUndefined();
  });
});

describe('prices', () => {
  it.each([
    ['g4dn.xlarge', 0.526],
    ['g5.2xlarge', 1.212],
    ['g5.12xlarge', 5.672],
    ['g6e.12xlarge', 10.49264],
    ['p4d.24xlarge', 21.957642],
    ['p5.48xlarge', 55.04],
    ['inf1.6xlarge', 1.18],
    ['inf2.8xlarge', 1.96786],
    ['trn1.32xlarge', 21.5],
    // EC2 sells no more of them, and some run on.
    ['p3.2xlarge', 3.06],
    ['g99.huge', undefined],
    ['toString', undefined],
  ])('%s costs %s an hour', (type, price) => {
    expect(findHourlyUsd(type)).toBe(price);
  });

  it('are known of most types with accelerators', () => {
    const without = listInstanceTypes().filter(
      ({ accelerator, hourlyUsd }) => accelerator && hourlyUsd === undefined,
    );

    expect(new Set(without.map(({ type }) => type.split('.')[0]))).toEqual(
      new Set(['dl2q', 'g7', 'p5e', 'p6-b300', 'trn2']),
    );
  });

  it('say of which day and region they are, and where they are from', () => {
    expect(instanceTypesSource.prices).toEqual({
      asOf: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
      region: 'us-east-1',
      source: expect.stringContaining('us-east-1'),
      url: expect.stringMatching(/^https:.*[0-9a-f]{40}/),
    });
  });
});

describe('defaultAmiType', () => {
  it.each([
    ['x86_64', undefined, 'AL2023_x86_64_STANDARD'],
    ['arm64', undefined, 'AL2023_ARM_64_STANDARD'],
    ['x86_64', 'NVIDIA T4', 'AL2023_x86_64_NVIDIA'],
    ['arm64', 'NVIDIA T4g', 'AL2023_ARM_64_NVIDIA'],
    ['x86_64', 'AWS Trainium', 'AL2023_x86_64_NEURON'],
  ])('of %s with %s is %s', (architecture, accelerator, name) => {
    expect(defaultAmiType(architecture, accelerator)).toBe(name);
    expect(AMI_TYPES.map(type => type.name)).toContain(name);
  });
});

describe('eksSupport', () => {
  it.each([
    ['1.35', '2026-11-21', 'standard'],
    ['1.34', '2026-12-02', 'standard'],
    ['1.34', '2026-12-03', 'extended'],
    ['1.30', '2026-11-21', 'ended'],
    ['1.99', '2026-11-21', 'unknown'],
  ])('of %s on %s is %s', (version, day, support) => {
    expect(eksSupport(version, day)).toBe(support);
  });

  it('gives new clusters the newest version in standard support', () => {
    expect(defaultEksVersion('2026-11-21')).toBe('1.35');
    expect(compareEksVersions('1.9', '1.10')).toBeLessThan(0);
  });
});

it('has no module of the name of a JSON file, which Node would load instead', () => {
  const names = readdirSync(__dirname);

  expect(
    names.filter(name => names.includes(name.replace(/\.ts$/, '.json'))),
  ).toEqual(names.filter(name => name.endsWith('.json')));
});
