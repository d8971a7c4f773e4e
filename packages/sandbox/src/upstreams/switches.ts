import { AwsFault } from '../aws/AwsFault';
import { ClusterFault } from '../kubernetes';

/** A fault that the page offers. */
export type Switch = {
  id: string;
  /** On its button. */
  words: string;
} & (
  | { on: 'aws'; fault: AwsFault }
  | { on: 'kubernetes'; fault: ClusterFault }
);

export const SWITCHES: Switch[] = [
  {
    id: 'aws-throttled',
    words: 'Too many requests',
    on: 'aws',
    fault: { kind: 'throttled' },
  },
  {
    id: 'aws-no-nodegroups',
    words: 'Node groups may not be described',
    on: 'aws',
    fault: { kind: 'access-denied', action: 'eks:DescribeNodegroup' },
  },
  {
    id: 'aws-no-sagemaker',
    words: 'SageMaker is forbidden',
    on: 'aws',
    fault: { kind: 'access-denied', action: 'sagemaker:*' },
  },
  {
    id: 'aws-expired',
    words: 'Credentials have expired',
    on: 'aws',
    fault: { kind: 'expired-token' },
  },
  {
    id: 'aws-server-error',
    words: 'Server errors',
    on: 'aws',
    fault: { kind: 'server-error' },
  },
  {
    id: 'aws-slow',
    words: 'Answers after five seconds',
    on: 'aws',
    fault: { kind: 'slow' },
  },
  {
    id: 'aws-malformed',
    words: 'Answers break off',
    on: 'aws',
    fault: { kind: 'malformed' },
  },
  {
    id: 'aws-silence',
    words: 'No answers at all',
    on: 'aws',
    fault: { kind: 'silence' },
  },
  {
    id: 'kubernetes-black-hole',
    words: 'No answers at all',
    on: 'kubernetes',
    fault: { kind: 'black-hole' },
  },
  {
    id: 'kubernetes-throttle',
    words: 'Too many requests',
    on: 'kubernetes',
    fault: { kind: 'throttle' },
  },
  {
    id: 'kubernetes-error',
    words: 'Server errors',
    on: 'kubernetes',
    fault: { kind: 'error', code: 503 },
  },
  {
    id: 'kubernetes-slow',
    words: 'Answers trickle',
    on: 'kubernetes',
    fault: { kind: 'slow' },
  },
  {
    id: 'kubernetes-malformed',
    words: 'Answers break off',
    on: 'kubernetes',
    fault: { kind: 'malformed' },
  },
  {
    id: 'kubernetes-drop-watches',
    words: 'Watches are cut',
    on: 'kubernetes',
    fault: { kind: 'drop-watches' },
  },
  {
    id: 'kubernetes-silent-watches',
    words: 'Watches say nothing',
    on: 'kubernetes',
    fault: { kind: 'silent-watches' },
  },
  {
    id: 'kubernetes-gone',
    words: 'Watches begin too late (410)',
    on: 'kubernetes',
    fault: { kind: 'gone', at: 'watch-start' },
  },
  {
    id: 'kubernetes-expired-tokens',
    words: 'Tokens have expired',
    on: 'kubernetes',
    fault: { kind: 'expired-tokens' },
  },
  {
    id: 'kubernetes-no-pods',
    words: 'Pods are forbidden',
    on: 'kubernetes',
    fault: { kind: 'forbid', resource: 'pods' },
  },
  {
    id: 'kubernetes-no-ray',
    words: 'KubeRay is not installed',
    on: 'kubernetes',
    fault: { kind: 'absent', group: 'ray.io' },
  },
];
