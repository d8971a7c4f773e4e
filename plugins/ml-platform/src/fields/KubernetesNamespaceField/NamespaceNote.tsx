import type { RepositoryEnvironment } from '@ml-platform/plugin-ml-platform-common';
import { Code, Note } from '../frame';

/** Whether the namespace is known, and what that means for creating it. */
export function NamespaceNote(props: {
  namespace: string;
  environment: RepositoryEnvironment;
  isCreated: boolean;
}) {
  const { namespace, environment, isCreated } = props;
  const users = environment.workloads
    .filter(workload => workload.namespace === namespace)
    .map(({ name }) => name);
  if (!environment.namespaces.includes(namespace)) {
    return isCreated ? (
      <Note kind="info">
        <Code>{namespace}</Code> will be created in {environment.name}.
      </Note>
    ) : (
      <Note kind="info">
        No workload of {environment.name} uses <Code>{namespace}</Code> yet. Let
        it be created below, unless the cluster has it already.
      </Note>
    );
  }
  if (isCreated) {
    return (
      <Note kind="warning">
        <Code>{namespace}</Code> is in use in {environment.name} already
        {users.length > 0 && <> (by {users.join(', ')})</>}: do not create it
        again.
      </Note>
    );
  }
  return (
    <Note kind="success">
      Known in {environment.name}
      {users.length > 0 && <>, used by {users.join(', ')}</>}.
    </Note>
  );
}
