import { KubernetesObject } from '../fleet/types';
import { hexOf } from '../fleet/random';
import { nodeId } from './nodes';
import { RayView } from './RayView';

/** `GET /api/jobs/`: the jobs that were submitted, and drivers of other programs. */
export function jobList(view: RayView): unknown[] {
  const submitted = view.jobs.map(job => submittedJob(view, job));
  return view.service ? [...submitted, serveDriver(view)] : submitted;
}

function submittedJob(view: RayView, job: KubernetesObject): unknown {
  const { status = {}, spec = {} } = job;
  const hasDriver = status.jobStatus !== 'PENDING';
  const hasEnded = ['SUCCEEDED', 'FAILED', 'STOPPED'].includes(
    status.jobStatus,
  );
  return {
    type: 'SUBMISSION',
    job_id: hasDriver ? hexOf(status.jobId, 8) : null,
    submission_id: status.jobId,
    driver_info: hasDriver ? driver(view, hexOf(status.jobId, 8)) : null,
    status: status.jobStatus,
    entrypoint: spec.entrypoint ?? '',
    message: status.message ?? messageOf(status.jobStatus),
    error_type: status.jobStatus === 'FAILED' ? 'RayTaskError' : null,
    start_time: milliseconds(status.startTime),
    end_time: hasEnded ? milliseconds(status.endTime) : null,
    metadata: { job_submission_id: status.jobId },
    // What people put there is nothing for others to read.
    runtime_env: {
      working_dir: 'gcs://_ray_pkg_0123456789abcdef.zip',
      env_vars: { WANDB_API_KEY: 'sandbox-secret-never-show' },
    },
    driver_agent_http_address: hasDriver
      ? `http://${ipOf(view.head)}:52365`
      : null,
    driver_node_id: hasDriver ? nodeId(view.head) : null,
    driver_exit_code: exitCode(status.jobStatus),
    retry_policy: null,
    attempt_number: status.failed ?? 0,
  };
}

/** The program that keeps Ray Serve up is in the list too. */
function serveDriver(view: RayView): unknown {
  return {
    type: 'DRIVER',
    job_id: '01000000',
    submission_id: null,
    driver_info: driver(view, '01000000'),
    status: 'RUNNING',
    entrypoint: 'python -m ray.serve._private.controller',
    message: null,
    error_type: null,
    start_time: milliseconds(view.head.status?.startTime),
    end_time: null,
    metadata: {},
    runtime_env: {},
    driver_agent_http_address: null,
    driver_node_id: null,
    driver_exit_code: null,
    retry_policy: null,
    attempt_number: 0,
  };
}

function driver({ head }: RayView, id: string) {
  return { id, node_ip_address: ipOf(head), pid: '1042' };
}

function ipOf(pod: KubernetesObject): string {
  return pod.status?.podIP ?? '10.0.0.1';
}

function messageOf(status: string): string {
  switch (status) {
    case 'PENDING':
      return 'Job has not started yet.';
    case 'RUNNING':
      return 'Job is currently running.';
    case 'SUCCEEDED':
      return 'Job finished successfully.';
    case 'STOPPED':
      return 'Job was intentionally stopped.';
    default:
      return 'Job entrypoint command failed with exit code 1.';
  }
}

function exitCode(status: string): number | null {
  if (status === 'SUCCEEDED') return 0;
  return status === 'FAILED' ? 1 : null;
}

function milliseconds(time: string | undefined): number | null {
  return time ? Date.parse(time) : null;
}
