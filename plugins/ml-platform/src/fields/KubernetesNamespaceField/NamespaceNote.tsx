import type { RepositoryEnvironment } from '@ml-platform/plugin-ml-platform-common';
import { Code, Note } from '../frame';

/** Whether the namespace is known, and what that means for creating it. */
export function NamespaceNote(props: {
  namespace: string;
  environment: RepositoryEnvironment;
  isCreated: boolean;
  workloadName?: string;
}) {
  const { namespace, environment, isCreated, workloadName } = props;
  const existing = environment.workloads.find(
    ({ name }) => name === workloadName,
  );
  const users = environment.workloads
    .filter(workload => workload.namespace === namespace)
    .map(({ name }) => name);
  if (existing?.namespace && existing.namespace !== namespace) {
    return (
      <Note kind="warning">
        {existing.name} runs in <Code>{existing.namespace}</Code> now. In
        another namespace its pods lose their access until they are moved too.
      </Note>
    );
  }
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
  // Who created it goes on doing so: leaving that off would destroy it.
  if (isCreated && !existing) {
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
