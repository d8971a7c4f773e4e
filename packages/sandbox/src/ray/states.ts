import { hexOf } from '../fleet/random';
import { nodeId } from './nodes';
import { RayView, rayRequests } from './RayView';

/** Lists of Ray's state API (`/api/v0/...`). */
export function stateList(
  view: RayView,
  kind: string,
  query: URLSearchParams,
): unknown {
  const all = itemsOf(view, kind);
  if (!all) return undefined;
  const limit = Number(query.get('limit') ?? 100);
  const result = all.slice(0, limit);
  return {
    result: true,
    msg: '',
    data: {
      result: {
        total: all.length,
        num_after_truncation: all.length,
        num_filtered: all.length,
        result,
        partial_failure_warning: '',
        warnings: null,
      },
    },
  };
}

function itemsOf(view: RayView, kind: string): unknown[] | undefined {
  switch (kind) {
    case 'nodes':
      return [
        ...view.pods.map(pod => node(view, pod, 'ALIVE')),
        ...view.lost.map(pod => node(view, pod, 'DEAD')),
      ];
    case 'actors':
      return view.service
        ? view.pods.map(pod => ({
            actor_id: hexOf(`${pod.metadata.uid} SERVE_PROXY_ACTOR`, 32),
            class_name: 'ProxyActor',
            state: 'ALIVE',
            job_id: '01000000',
            name: `SERVE_PROXY_ACTOR-${nodeId(pod)}`,
            node_id: nodeId(pod),
            pid: 2000,
            ray_namespace: 'serve',
          }))
        : [];
    case 'jobs':
      return view.jobs.map(({ status }) => ({
        job_id: hexOf(status!.jobId, 8),
        submission_id: status!.jobId,
        type: 'SUBMISSION',
        status: status!.jobStatus,
      }));
    case 'tasks':
    case 'placement_groups':
      return [];
    default:
      return undefined;
  }
}

function node(
  view: RayView,
  pod: RayView['head'],
  state: 'ALIVE' | 'DEAD',
): unknown {
  const requests = rayRequests(pod);
  const gpus = Number(requests['nvidia.com/gpu'] ?? 0);
  return {
    node_id: nodeId(pod),
    node_ip: pod.status?.podIP ?? '',
    is_head_node: pod.metadata.name === view.head.metadata.name,
    state,
    state_message: null,
    node_name: pod.metadata.name,
    resources_total: {
      CPU: parseFloat(requests.cpu ?? '2'),
      ...(gpus > 0 && { GPU: gpus }),
    },
    labels: { 'ray.io/node-id': nodeId(pod) },
    start_time_ms: Date.parse(pod.metadata.creationTimestamp),
    end_time_ms: 0,
  };
}

/** `GET /api/cluster_status?format=1`: text for people, as `ray status` prints it. */
export function statusText(view: RayView): string {
  const groups = new Map<string, number>();
  for (const pod of view.pods) {
    const group = pod.metadata.labels?.['ray.io/group'] ?? 'headgroup';
    groups.set(group, (groups.get(group) ?? 0) + 1);
  }
  return [
    `======== Autoscaler status: ${view.now
      .toISOString()
      .slice(0, 19)
      .replace('T', ' ')} ========`,
    'Node status',
    '---------------------------------------------------------------',
    'Active:',
    ...[...groups].map(([group, count]) => ` ${count} ${group}`),
    'Pending:',
    ' (no pending nodes)',
    'Recent failures:',
    view.lost.length > 0
      ? ` ${view.lost.length} node(s) lost`
      : ' (no failures)',
  ].join('\n');
}
