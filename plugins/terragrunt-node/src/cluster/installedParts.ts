import { ClusterRequest } from '@ml-platform/plugin-ml-platform-common';
import { RepositoryLayout } from '../config';
import { layoutPath } from '../environment/layoutPath';
import { ChangePlan, FileChange } from '../plan/types';
import { VariableChange } from './editVariables';
import { ClusterVocabulary } from './vocabulary';

/**
 * What turning on Ray, the autoscaler or the termination handler installs, and what
 * is left to do.
 */
export function installedParts(subject: {
  operation: ChangePlan['operation'];
  request: ClusterRequest;
  changes: VariableChange[];
  files: FileChange[];
  vocabulary: ClusterVocabulary;
  layout: Pick<RepositoryLayout, 'tools'>;
}): { willExist: string[]; afterMerge: string[] } {
  const { operation, request, changes, files, vocabulary, layout } = subject;
  const isTurnedOn = (wanted: boolean | undefined, key: string) =>
    wanted === true &&
    (operation === 'create' || changes.some(change => change.key === key));
  const rolePlace =
    vocabulary === 'own'
      ? 'made with the cluster'
      : 'made by a unit of its own';
  const releases = layoutPath(layout.tools, {
    environment: request.environment,
    name: 'helm-releases',
  });
  const addsRay = files.some(
    ({ before, after }) =>
      before === undefined && after !== undefined && isRayUnit(after),
  );
  const autoscales = isTurnedOn(
    request.clusterAutoscaler,
    'enable_cluster_autoscaler',
  );
  const drains = isTurnedOn(
    request.nodeTerminationHandler,
    'enable_node_termination_handler',
  );
  return {
    willExist: [
      ...(addsRay
        ? [
            'Ray: the KubeRay operator and a Ray cluster with a head, CPU workers and GPU workers, as Helm releases on the node groups',
          ]
        : []),
      ...(autoscales
        ? [
            `Role of the cluster autoscaler (${rolePlace}), for the service account cluster-autoscaler in kube-system`,
          ]
        : []),
      ...(drains
        ? [
            `Role and event queue of the node termination handler (${rolePlace}), for the service account aws-node-termination-handler in kube-system`,
          ]
        : []),
    ],
    afterMerge: [
      ...(autoscales
        ? [
            `The autoscaler itself comes with the Helm releases (tool helm-releases, ${releases}): add them, or nodes stay at their desired number.`,
          ]
        : []),
      ...(drains
        ? [
            'Managed node groups drain spot nodes by themselves; install the handler where nodes outside them need it.',
          ]
        : []),
    ],
  };
}

function isRayUnit(text: string): boolean {
  return /^\s*source\s*=\s*"[^"]*\bray(\?[^"]*)?"$/m.test(text);
}
