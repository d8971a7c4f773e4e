import type { DeclaredThing } from '@ml-platform/plugin-ml-platform-common';
import { DateTime } from 'luxon';
import { addonWords } from './clusterColumns';
import { codeLink, declaredOf, parseSourceTag } from './codeOf';
import { addonCommands, nextVersion, nodeGroupCommands } from './commands';
import { quote, upgradeCommands } from './commands';
import { supportLeft } from './support';

describe('supportLeft', () => {
  const now = DateTime.fromISO('2026-11-21T23:30:00Z');

  it.each([
    ['2027-03-27', 'good', '126 days of standard support left'],
    ['2026-12-02', 'soon', '11 days of standard support left'],
    ['2026-11-22', 'soon', '1 day of standard support left'],
    ['2025-11-26', 'over', 'Standard support ended Nov 26, 2025'],
    [undefined, 'unknown', 'Support not known'],
    ['soon', 'unknown', 'Support not known'],
  ])('until %s it is %s', (until, state, words) => {
    expect(supportLeft(until, now)).toMatchObject({ state, words });
  });
});

describe('the code of a cluster', () => {
  const thing = (name: string, environment: string) =>
    ({ kind: 'cluster', name, environment } as DeclaredThing);
  const tag = parseSourceTag('acme/ml-infra//env/prod/aws/eks');

  it.each([
    [
      'acme/ml-infra//env/dev/aws/eks',
      { owner: 'acme', repository: 'ml-infra', path: 'env/dev/aws/eks' },
    ],
    ['mailto:dana@acme.example', undefined],
    ['acme/ml-infra', undefined],
    [undefined, undefined],
  ])('the tag %s', (text, expected) => {
    expect(parseSourceTag(text)).toEqual(expected);
  });

  it('is linked to where its repository is known', () => {
    const repository = {
      id: 'ml-infra',
      title: 'ML infrastructure',
      host: 'github.com',
      owner: 'acme',
      name: 'ml-infra',
      webUrl: 'https://github.com/acme/ml-infra',
    };
    expect(codeLink(tag!, [repository])).toBe(
      'https://github.com/acme/ml-infra/tree/HEAD/env/prod/aws/eks',
    );
    expect(codeLink(tag!, [])).toBeUndefined();
  });

  it('is what is declared under its name, in the environment of the tag', () => {
    const [dev, prod, other] = [
      thing('mlops', 'dev'),
      thing('mlops', 'prod'),
      thing('mlops-two', 'prod'),
    ];
    expect(declaredOf('mlops', [dev, other])).toBe(dev);
    expect(declaredOf('mlops', [dev, prod], tag)).toBe(prod);
    expect(declaredOf('mlops', [dev, prod])).toBeUndefined();
    expect(declaredOf('nobody', [dev])).toBeUndefined();
  });
});

describe('commands', () => {
  const cluster = {
    name: 'dev',
    arn: 'arn:aws:eks:eu-west-2:111122223333:cluster/dev',
    region: 'eu-west-2',
  };
  const group = {
    kind: 'managed' as const,
    name: 'gpu',
    clusterArn: cluster.arn,
    instanceTypes: [],
    labels: {},
    taints: [],
    autoScalingGroups: [],
    issues: [],
    minSize: 0,
    desiredSize: 2,
    maxSize: 4,
  };

  it.each([
    ['1.34', '1.35'],
    ['1.9', '1.10'],
    ['latest', undefined],
    [undefined, undefined],
  ])('after %s comes %s', (version, next) => {
    expect(nextVersion(version)).toBe(next);
  });

  it('raise the maximum of a group that EKS manages', () => {
    expect(nodeGroupCommands(cluster, group)[0].command).toBe(
      'aws eks update-nodegroup-config --cluster-name dev --nodegroup-name gpu --scaling-config minSize=0,maxSize=5,desiredSize=2 --region eu-west-2',
    );
  });

  it('change a NodePool in Kubernetes, and nothing that nobody manages', () => {
    expect(
      nodeGroupCommands(cluster, { ...group, kind: 'karpenter' })[0].command,
    ).toBe(`kubectl edit nodepool gpu --context ${cluster.arn}`);
    expect(nodeGroupCommands(cluster, { ...group, kind: 'unmanaged' })).toEqual(
      [],
    );
  });

  it('offer nothing where nothing is newer', () => {
    const addon = {
      name: 'vpc-cni',
      clusterArn: cluster.arn,
      status: 'ACTIVE',
      version: 'v1',
      newestVersion: 'v1',
      issues: [],
    };
    expect(addonCommands(cluster, addon)).toEqual([]);
    expect(
      addonCommands(cluster, { ...addon, newestVersion: 'v2' })[0].command,
    ).toContain('--addon-version v2');
    expect(
      upgradeCommands({ ...cluster, version: undefined } as never),
    ).toEqual([]);
  });

  it('quote what the shell would read in its own way', () => {
    expect(quote("a'; rm -rf /")).toBe(`'a'\\''; rm -rf /'`);
    expect(quote('vpc-cni')).toBe('vpc-cni');
  });
});

it.each([
  [{ addons: 2, addonsOutOfDate: 0 }, '2 add-ons, none known out of date'],
  [{ addons: 2, addonsOutOfDate: 1 }, '1 of 2 add-ons out of date'],
  [undefined, undefined],
])('add-ons of %o in words', (summary, words) => {
  expect(addonWords(summary)).toBe(words);
});
