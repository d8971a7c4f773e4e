import { mockServices } from '@backstage/backend-test-utils';
import { fixedToken } from '../auth';
import { KubernetesClient } from '../client';
import { ClientTimes } from '../client';
import { CollectTimes } from '../collector/collectCluster';
import { ClusterTarget } from '../collector/ClusterTarget';
import { ApiServer, READER_TOKEN } from '@ml-platform/sandbox';
import { ClusterThreads } from '../threads';
import { ARN } from './FakeSession';

export { ARN };

/** Clusters are collected in the thread of the test. */
export const noThreads = () =>
  new ClusterThreads({ threads: 0, logger: mockServices.logger.mock() });

/** Times short enough for tests. */
export const quick: CollectTimes & ClientTimes = {
  watchMs: 60_000,
  relistMs: 600_000,
  recheckMs: 100,
  retryMs: 10,
  longestRetryMs: 50,
  publishMs: 20,
  beatMs: 50,
  dashboardMs: 50,
  blindMs: 5_000,
  connectMs: 500,
  requestMs: 500,
  pageMs: 2_000,
  stallMs: 500,
};

export function targetOf(
  server: ApiServer,
  token = READER_TOKEN,
): ClusterTarget {
  return {
    arn: ARN,
    name: 'mlops-dev-cluster',
    accountId: '111122223333',
    region: 'eu-west-2',
    tags: { team: 'ml-platform' },
    url: server.endpoint,
    authority: server.authority,
    skipTlsVerify: false,
    signIn: { by: 'token', token },
  };
}

export function clientOf(
  target: ClusterTarget,
  options: { times?: Partial<ClientTimes>; onRequest?(): void } = {},
): KubernetesClient {
  return new KubernetesClient({
    url: target.url,
    authority: target.authority,
    token: fixedToken(
      target.signIn.by === 'token' ? target.signIn.token : 'none',
    ),
    times: { ...quick, ...options.times },
    onRequest: options.onRequest,
  });
}
