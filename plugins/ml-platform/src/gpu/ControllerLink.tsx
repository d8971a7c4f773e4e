import { Link } from '@backstage/ui';
import type { AcceleratorPod } from '@ml-platform/plugin-ml-platform-common';
import { rayClusterPath } from '../paths';

/** What made a pod: a Ray cluster has a page of its own. */
export function ControllerLink(props: {
  pod: Pick<AcceleratorPod, 'controller' | 'clusterArn' | 'namespace'>;
}) {
  const { controller, clusterArn, namespace } = props.pod;
  const [kind, name] = controller?.split('/') ?? [];
  return kind === 'RayCluster' && name ? (
    <Link href={rayClusterPath(`${clusterArn}/${namespace}/${name}`)}>
      {controller}
    </Link>
  ) : (
    <>{controller ?? 'no controller'}</>
  );
}
