import { clusterConsoleLink, endpointConsoleLink } from './consoleLinks';
import { instanceOf, logGroupConsoleLink } from './consoleLinks';
import { formatBytes, formatCount, formatMilliseconds } from './numbers';
import { formatNumber, formatPercent } from './numbers';

describe('numbers with units', () => {
  it.each([
    [formatNumber(undefined), 'not known'],
    [formatNumber(12345.678), '12,345.7'],
    [formatCount(1, 'node'), '1 node'],
    [formatCount(0, 'node'), '0 nodes'],
    [formatCount(2, 'entry', 'entries'), '2 entries'],
    [formatPercent(50), '50%'],
    [formatMilliseconds(4.26), '4.3 ms'],
    [formatMilliseconds(426.4), '426 ms'],
    [formatMilliseconds(1500), '1.5 sec'],
    [formatMilliseconds(undefined), 'not known'],
    [formatBytes(0), '0 B'],
    [formatBytes(1024), '1 KiB'],
    [formatBytes(1.5 * 1024 ** 3), '1.5 GiB'],
  ])('%s', (text, expected) => {
    expect(text).toBe(expected);
  });
});

describe('links to the console', () => {
  it.each([
    [
      'arn:aws:eks:eu-west-2:111122223333:cluster/dev',
      'https://eu-west-2.console.aws.amazon.com/eks/clusters/dev?region=eu-west-2',
    ],
    [
      'arn:aws-cn:eks:cn-north-1:111122223333:cluster/dev',
      'https://cn-north-1.console.amazonaws.cn/eks/clusters/dev?region=cn-north-1',
    ],
    [
      'arn:aws-us-gov:eks:us-gov-west-1:111122223333:cluster/dev',
      'https://us-gov-west-1.console.amazonaws-us-gov.com/eks/clusters/dev?region=us-gov-west-1',
    ],
    ['arn:aws-iso:eks:us-iso-east-1:111122223333:cluster/dev', undefined],
    ['on-premises', undefined],
  ])('the cluster %s', (arn, link) => {
    expect(clusterConsoleLink(arn)).toBe(link);
  });

  it('parts of a cluster, endpoints and log groups', () => {
    const arn = 'arn:aws:eks:eu-west-2:111122223333:cluster/dev';
    expect(clusterConsoleLink(arn, { nodeGroup: 'gpu' })).toContain(
      '/eks/clusters/dev/nodegroups/gpu?',
    );
    expect(
      endpointConsoleLink(
        'arn:aws:sagemaker:eu-west-2:111122223333:endpoint/churn',
      ),
    ).toMatch(/#\/endpoints\/churn$/);
    expect(
      logGroupConsoleLink('eu-west-2', '/aws/sagemaker/Endpoints/churn'),
    ).toMatch(/\$252Faws\$252Fsagemaker\$252FEndpoints\$252Fchurn$/);
  });

  it.each([
    ['aws:///eu-west-2a/i-0123456789abcdef0', 'i-0123456789abcdef0'],
    ['kind://docker/node', undefined],
    [undefined, undefined],
  ])('the instance of %s is %s', (providerId, instance) => {
    expect(instanceOf(providerId)).toBe(instance);
  });
});
