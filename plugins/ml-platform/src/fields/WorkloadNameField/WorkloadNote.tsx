import {
  workloadRoleName,
  type RepositoryEnvironment,
} from '@ml-platform/plugin-ml-platform-common';
import { Code, Note } from '../frame';

/**
 * What a workload's name leads to: its IAM role, and that an existing workload
 * will be changed when the environment declares that name already.
 */
export function WorkloadNote(props: {
  name: string;
  environmentName?: string;
  environment?: RepositoryEnvironment;
}) {
  const { name, environmentName, environment } = props;
  const existing = environment?.workloads.find(item => item.name === name);
  return (
    <>
      <div>
        IAM role:{' '}
        <Code>
          {workloadRoleName(environmentName ?? '<environment>', name)}
        </Code>
      </div>
      {existing && (
        <Note kind="warning">
          The workload {name} exists already in {environment?.name} (namespace{' '}
          <Code>{existing.namespace}</Code>, service account{' '}
          <Code>{existing.serviceAccount}</Code>): this will change the existing
          workload.
        </Note>
      )}
    </>
  );
}
