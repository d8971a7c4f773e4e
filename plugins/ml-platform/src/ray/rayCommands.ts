import type {
  RayCluster,
  RayJob,
  RayService,
} from '@ml-platform/plugin-ml-platform-common';
import { quote, type Command } from '../clusters/commands';

/** Port of Ray's dashboard. */
const DASHBOARD_PORT = 8265;
/** Port that Serve answers on. */
const SERVE_PORT = 8000;

type Place = { clusterArn: string; namespace: string };

function kubectl(words: string, { clusterArn, namespace }: Place): string {
  // A cluster outside EKS has the name of its own context.
  return `kubectl ${words} -n ${quote(namespace)} --context ${quote(
    clusterArn,
  )}`;
}

/** The ways to a cluster's dashboard and logs. */
export function clusterCommands(cluster: RayCluster): Command[] {
  const { name, head } = cluster;
  return [
    ...(head?.serviceName
      ? [
          {
            title: `Ray dashboard, then at http://localhost:${DASHBOARD_PORT}`,
            command: kubectl(
              `port-forward service/${quote(
                head.serviceName,
              )} ${DASHBOARD_PORT}:${DASHBOARD_PORT}`,
              cluster,
            ),
          },
        ]
      : []),
    ...(head?.podName
      ? [
          {
            title: 'Logs of the head',
            command: kubectl(`logs ${quote(head.podName)} --tail=200`, cluster),
          },
        ]
      : []),
    {
      title: 'Logs of the workers',
      command: kubectl(
        `logs -l ray.io/cluster=${quote(
          name,
        )},ray.io/node-type=worker --prefix --tail=100`,
        cluster,
      ),
    },
    {
      title: 'What KubeRay says',
      command: kubectl(`describe raycluster ${quote(name)}`, cluster),
    },
  ];
}

export function jobCommands(job: RayJob): Command[] {
  const { name, submissionMode, rayClusterName } = job;
  return [
    // KubeRay submits with a Kubernetes job of the same name.
    ...(submissionMode === undefined || submissionMode === 'K8sJobMode'
      ? [
          {
            title: 'Log of the job',
            command: kubectl(`logs job/${quote(name)} --tail=200`, job),
          },
        ]
      : []),
    ...(rayClusterName
      ? [
          {
            title: 'Logs of its Ray cluster',
            command: kubectl(
              `logs -l ray.io/cluster=${quote(
                rayClusterName,
              )} --prefix --tail=100`,
              job,
            ),
          },
        ]
      : []),
    {
      title: 'What KubeRay says',
      command: kubectl(`describe rayjob ${quote(name)}`, job),
    },
  ];
}

export function serviceCommands(service: RayService): Command[] {
  const { name, active, pending } = service;
  const side = active ?? pending;
  return [
    ...(side
      ? [
          {
            title: `Ray dashboard, then at http://localhost:${DASHBOARD_PORT}`,
            // Which cluster is the active one changes with each upgrade.
            command: kubectl(
              `port-forward service/${quote(
                `${side.rayClusterName}-head-svc`,
              )} ${DASHBOARD_PORT}:${DASHBOARD_PORT}`,
              service,
            ),
          },
          {
            title: 'Logs of its replicas',
            command: kubectl(
              `logs -l ray.io/cluster=${quote(
                side.rayClusterName,
              )} --prefix --tail=100`,
              service,
            ),
          },
        ]
      : []),
    {
      title: `Send requests to it, at http://localhost:${SERVE_PORT}`,
      command: kubectl(
        `port-forward service/${quote(
          `${name}-serve-svc`,
        )} ${SERVE_PORT}:${SERVE_PORT}`,
        service,
      ),
    },
    {
      title: 'What KubeRay says',
      command: kubectl(`describe rayservice ${quote(name)}`, service),
    },
  ];
}
