import { expect } from '@playwright/test';
import { sandboxUrl } from './ports';

export const RESEARCH =
  'arn:aws:eks:eu-central-1:222233334444:cluster/bridge-research';

async function post(path: string, body: object): Promise<void> {
  const response = await fetch(`${sandboxUrl}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(response.ok, await response.text()).toBe(true);
}

/** Makes the API server of a cluster cut its watches and answer with errors. */
export async function breakCluster(cluster: string): Promise<void> {
  const faults = '/_sandbox/kubernetes/faults';
  await post(faults, { cluster, kind: 'error', code: 503 });
  await post(faults, { cluster, kind: 'drop-watches' });
}

export async function mendClusters(): Promise<void> {
  await fetch(`${sandboxUrl}/_sandbox/kubernetes/faults`, { method: 'DELETE' });
}

/** Cordons a node, or takes it back, as somebody with kubectl does. */
export async function cordon(
  cluster: string,
  node: string,
  unschedulable: boolean,
): Promise<void> {
  await post('/_sandbox/fleet/objects', {
    cluster,
    resource: 'nodes',
    key: node,
    patch: { spec: { unschedulable: unschedulable || null } },
  });
}
