import { Link } from '@backstage/ui';
import { clusterPath } from '../paths';

/** What a Ray object is and where: `Ray job in namespace ray of mlops-dev`. */
export function RayPlace(props: {
  /** Begins a sentence: `Ray job`. */
  what: string;
  namespace: string;
  clusterArn: string;
  clusterName?: string;
}) {
  const { what, namespace, clusterArn, clusterName } = props;
  return (
    <>
      {what} in namespace {namespace} of{' '}
      <Link href={clusterPath(clusterArn)}>{clusterName ?? clusterArn}</Link>
    </>
  );
}
