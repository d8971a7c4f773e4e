import { ApiError, ApiErrorCode } from '../client';
import { ClusterTarget } from './ClusterTarget';
import { problemOfCluster } from './problems';

const target: ClusterTarget = {
  arn: 'arn:aws:eks:eu-west-2:111122223333:cluster/dev',
  name: 'dev',
  accountId: '111122223333',
  region: 'eu-west-2',
  url: 'https://dev.example:6443',
  skipTlsVerify: false,
  signIn: {
    by: 'eks',
    clusterName: 'dev',
    region: 'eu-west-2',
    accountId: '111122223333',
  },
};

it.each([
  ['unreachable', 'unreachable', /dev\.example:6443 can be reached/],
  // Nobody knows whether the way or the server is too slow.
  ['timeout', 'timeout', /dev\.example:6443 can be reached.*too slowly/],
  ['stalled', 'timeout', /dev\.example:6443 can be reached.*too slowly/],
  ['throttled', 'throttled', /Priority and Fairness/],
  ['server-error', 'server-error', /health in EKS/],
  ['unauthorized', 'Unauthorized', /create-access-entry --cluster-name dev/],
  ['credentials', 'credentials', /account 111122223333/],
  ['forbidden', 'AccessDenied', /ClusterRole ml-platform-reader/],
  ['certificate', 'certificate', /source of EKS/],
  ['malformed', 'malformed', /https:\/\/dev\.example:6443\/version/],
] as [ApiErrorCode, string, RegExp][])(
  'says what helps when it is %s',
  (code, told, fix) => {
    expect(problemOfCluster(new ApiError(code, 'words'), target)).toEqual({
      code: told,
      message: 'words',
      fix: expect.stringMatching(fix),
    });
  },
);
